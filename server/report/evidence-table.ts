import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportDocument } from '../../domain/report/document.ts';
import { evidenceHead, listEvidence } from '../../domain/report/list-evidence.ts';
import { fonts, halfPoints, millimetres } from './paper.ts';

const widthsMillimetres = { id: 18, name: 52, wording: 34, exact: 34, asOf: 30, sources: 69 } as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };

/** The annex 数字依据: one row for every figure; its head is repeated on every page. */
export function evidenceTable(report: ReportDocument): Table {
  const rows = listEvidence(report);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: evidenceHead.map(([key]) => millimetres(widthsMillimetres[key])),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: evidenceHead.map(([key, title]) => cell(title, key, true)),
      }),
      ...rows.map((row) => new TableRow({ children: evidenceHead.map(([key]) => cell(row[key], key, false)) })),
    ],
  });
}

function cell(text: string, key: keyof typeof widthsMillimetres, isHead: boolean): TableCell {
  const font = isHead ? fonts.heading : fonts.small;
  return new TableCell({
    width: { size: millimetres(widthsMillimetres[key]), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EFEAE0', color: 'auto' } } : {}),
    children: [new Paragraph({ children: [new TextRun({ text, font, size: halfPoints.table })] })],
  });
}
