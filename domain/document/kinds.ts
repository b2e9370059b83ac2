/** The kinds of files that are kept as documents. */
export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const largestDocumentBytes = 20 * 1024 * 1024;
/** So much of the beginning of a file tells its kind. */
export const headBytes = 12;

/** The kind of a file, told by its first bytes alone; null for everything that is not kept (SVG and HTML among it). */
export function kindOf(head: Uint8Array): DocumentType | null {
  const has = (text: string, at = 0) => [...text].every((letter, index) => head[at + index] === letter.charCodeAt(0));
  if (has('\xff\xd8\xff')) return 'image/jpeg';
  if (has('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (has('RIFF') && has('WEBP', 8)) return 'image/webp';
  return has('%PDF-') ? 'application/pdf' : null;
}
