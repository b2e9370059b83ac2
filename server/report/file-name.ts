import type { ReportDocument } from '../../domain/report/document.ts';

/** `attachment` with the report's Chinese name (RFC 5987), and a plain one for programs that know only ASCII. */
export function attachmentOf(report: ReportDocument, extension: string): string {
  const plain = `${report.park}-${report.kind}-${report.on}.${extension}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(fileNameOf(report, extension))}`;
}

/** `光泽县金岭工业园2007年工作情况报告（2007-11-30）.docx` */
export function fileNameOf({ title, on }: ReportDocument, extension: string): string {
  return `${title}（${on}）.${extension}`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
