import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { StartError } from '../start-error.ts';
import { LineChecker, type Entry } from './check-lines.ts';
import { readLines } from './read-lines.ts';

/**
 * Reads a backup from its first line to its last. Throws StartError when the file is no backup, is not whole, was
 * changed, or comes from a newer program; until the end was told nothing read before may be trusted.
 */
export async function* readBackup(file: string): AsyncGenerator<Entry> {
  const lines = new LineChecker((what) => new StartError(`The backup ${file} is damaged: ${what}.`));
  try {
    const source = createReadStream(file);
    const gunzip = createGunzip();
    source.on('error', (error) => gunzip.destroy(error));
    for await (const line of readLines(source.pipe(gunzip))) yield* lines.take(line);
  } catch (error) {
    throw asSentence(error, file, lines.hasBegun);
  }
  lines.finish();
}

function asSentence(error: unknown, file: string, hasBegun: boolean): unknown {
  if (error instanceof StartError) return error;
  const { code = '', name } = error as NodeJS.ErrnoException;
  if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code)) {
    return new StartError(`${file} cannot be read (${code}).`);
  }
  const isUnpacking = code.startsWith('Z_');
  if (!isUnpacking && name !== 'SyntaxError' && name !== 'ZodError') return error;
  if (!hasBegun) return new StartError(`${file} is not a backup of 园图 (yuantu).`);
  const what = code === 'Z_BUF_ERROR' ? 'it is cut off' : isUnpacking ? 'it cannot be unpacked' : 'a line is broken';
  return new StartError(`The backup ${file} is damaged: ${what}.`);
}
