import type { ReportDocument } from '../../domain/report/document.ts';
import { dispositionOf } from '../http/disposition.ts';

/** `attachment` with the report's Chinese name, and a plain one. */
export function attachmentOf(report: ReportDocument, extension: string): string {
  const plain = `${report.park}-${report.kind}-${report.on}.${extension}`;
  return dispositionOf('attachment', fileNameOf(report, extension), plain);
}

/** `光泽县金岭工业园2007年工作情况报告（2007-11-30）.docx` */
export function fileNameOf({ title, on }: ReportDocument, extension: string): string {
  return `${title}（${on}）.${extension}`;
}
