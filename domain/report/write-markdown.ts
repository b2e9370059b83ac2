import type { ReportDocument } from './document.ts';
import { evidenceHead, listEvidence } from './list-evidence.ts';
import { figuresOf, sayParagraph } from './say/say-sentence.ts';

/** A report as Markdown: headings, paragraphs, and the annex 数字依据 as a table. */
export function writeMarkdown(report: ReportDocument): string {
  const figures = figuresOf(report);
  const sections = report.sections.flatMap(({ title, paragraphs }) => [
    `## ${escapeMarks(title)}`,
    ...joinItems(
      paragraphs.map((paragraph) => ({
        isItem: paragraph.style === 'item',
        text: escapeMarks(sayParagraph(paragraph, figures)),
      })),
    ),
  ]);
  const rows = listEvidence(report).map((row) => evidenceHead.map(([key]) => escapeCell(row[key])));
  const table = [evidenceHead.map(([, title]) => title), evidenceHead.map(() => '---'), ...rows];
  return `${[
    `# ${escapeMarks(report.title)}`,
    report.notes.map((note) => `> ${escapeMarks(note)}`).join('\n>\n'),
    ...sections,
    '## 附：数字依据',
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ].join('\n\n')}\n`;
}

function joinItems(paragraphs: readonly { isItem: boolean; text: string }[]): string[] {
  const blocks: string[] = [];
  let number = 0;
  for (const { isItem, text } of paragraphs) {
    number = isItem ? number + 1 : 0;
    if (number > 1) blocks[blocks.length - 1] += `\n${number}. ${text}`;
    else blocks.push(isItem ? `1. ${text}` : text);
  }
  return blocks;
}

/** A text on one line whose signs mean nothing to Markdown or HTML. */
function escapeMarks(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/([\\`*_[\]<>#])/g, '\\$1');
}

function escapeCell(text: string): string {
  return escapeMarks(text).replace(/\|/g, '\\|');
}
