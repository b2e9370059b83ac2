import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IRunOptions,
} from 'docx';
import type { ReportDocument } from '../../domain/report/document.ts';
import { sayDay } from '../../domain/report/say/say-day.ts';
import { figuresOf, sayParagraph } from '../../domain/report/say/say-sentence.ts';
import { evidenceTable } from './evidence-table.ts';
import { fonts, halfPoints, millimetres } from './paper.ts';

/** Line pitch, sizes and margins of an official document after GB/T 9704. */
const linePitchTwips = 28 * 20;
const indentTwips = 2 * 16 * 20;

/** A report as a Word document: headings, paragraphs, and the annex 数字依据 as a table. */
export async function writeDocx(report: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: report.title,
    creator: report.parkName,
    styles: { default: { document: { run: { font: fonts.body, size: halfPoints.body } } } },
    sections: [
      { ...sheet(report, 'portrait'), children: textOf(report) },
      ...(report.figures.length ? [{ ...sheet(report, 'landscape'), children: annexOf(report) }] : []),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function sheet(report: ReportDocument, direction: 'portrait' | 'landscape') {
  const orientation = direction === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
  const size = { width: millimetres(210), height: millimetres(297), orientation };
  const edges = direction === 'portrait' ? [37, 26, 35, 28] : [28, 30, 26, 30];
  const [top, right, bottom, left] = edges.map((edge) => millimetres(edge)) as [Twips, Twips, Twips, Twips];
  return {
    properties: {
      page: { size, margin: { top, right, bottom, left, header: millimetres(18), footer: millimetres(16) } },
    },
    headers: { default: new Header({ children: [headerLine(report)] }) },
    footers: { default: new Footer({ children: [footerLine()] }) },
  };
}

type Twips = ReturnType<typeof millimetres>;

function textOf(report: ReportDocument): Paragraph[] {
  const figures = figuresOf(report);
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 240 },
      children: [run(report.title, { font: fonts.title, size: halfPoints.title, bold: true })],
    }),
    ...report.notes.map(
      (note) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 60 },
          children: [run(note, { font: fonts.small, size: halfPoints.small })],
        }),
    ),
    ...report.sections.flatMap(({ title, paragraphs }) => [
      heading(title),
      ...paragraphs.map((one, at) => body(itemMark(paragraphs, at) + sayParagraph(one, figures))),
    ]),
  ];
}

function annexOf(report: ReportDocument): (Paragraph | ReturnType<typeof evidenceTable>)[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { after: 160 },
      children: [run('附：数字依据', { font: fonts.heading, size: halfPoints.body })],
    }),
    evidenceTable(report),
  ];
}

function itemMark(paragraphs: ReportDocument['sections'][number]['paragraphs'], at: number): string {
  if (paragraphs[at]?.style !== 'item') return '';
  const before = paragraphs.slice(0, at).filter(({ style }) => style === 'item').length;
  return `${before + 1}. `;
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    indent: { firstLine: indentTwips },
    spacing: { before: 120, line: linePitchTwips, lineRule: LineRuleType.EXACT },
    children: [run(text, { font: fonts.heading, size: halfPoints.body })],
  });
}

function body(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: indentTwips },
    spacing: { line: linePitchTwips, lineRule: LineRuleType.EXACT },
    children: [run(text, { font: fonts.body, size: halfPoints.body })],
  });
}

function headerLine({ parkName, knownOn }: ReportDocument): Paragraph {
  const text = `${parkName}　数据截至${sayDay(knownOn)}`;
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [run(text, { font: fonts.small, size: halfPoints.small })],
  });
}

function footerLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        font: fonts.small,
        size: halfPoints.foot,
        color: '000000',
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  });
}

function run(text: string, options: IRunOptions): TextRun {
  return new TextRun({ text, color: '000000', ...options });
}
