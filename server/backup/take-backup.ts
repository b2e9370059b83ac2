import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { checkBackup, type CheckedBackup } from './check-backup.ts';
import { saveFile } from './save-file.ts';
import { tellBackup, type BackupSource } from './tell-backup.ts';

export type { BackupSource };

/** Writes a backup to a new file and reads it again to the last byte. Throws StartError in one sentence. */
export function takeBackup(source: BackupSource, file: string): Promise<CheckedBackup> {
  return saveFile(file, compressed(tellBackup(source)), checkBackup);
}

function compressed(lines: AsyncIterable<string>): Readable {
  const plain = Readable.from(lines, { objectMode: false, highWaterMark: 1 << 16 });
  const gzip = createGzip();
  plain.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => plain.destroy());
  return plain.pipe(gzip);
}
