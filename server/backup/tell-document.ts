import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A multiple of three, so that every line of base64 stands for itself. */
const bytesPerLine = 192 * 1024;

/** Where the bytes of a document lie. */
export function documentPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** The lines of a document; none when its file is not there or not what it was. */
export async function* tellDocument(folder: string, sha256: string): AsyncGenerator<string> {
  const bytes = await readFile(documentPath(folder, sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return;
  yield `${JSON.stringify({ document: sha256, bytes: bytes.length })}\n`;
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    yield `${JSON.stringify(bytes.subarray(at, at + bytesPerLine).toString('base64'))}\n`;
  }
}
