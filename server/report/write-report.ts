import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { ReportDocument } from '../../domain/report/document.ts';
import { writeMarkdown } from '../../domain/report/write-markdown.ts';

export const fileFormats = ['md', 'docx', 'xlsx', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

interface Asked {
  readonly facts: ParkFacts;
  readonly asOf: AsOf;
  readonly report: ReportDocument;
}

/** A report as a file. The office libraries are loaded when one is first asked for. */
export async function writeReport(
  format: FileFormat,
  { facts, asOf, report }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'md':
      return new TextEncoder().encode(writeMarkdown(report));
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
    case 'docx':
      return (await import('./write-docx.ts')).writeDocx(report);
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(facts, asOf, report);
  }
}
