import { knownMigrations } from '../database/migrate-within.ts';
import { StartError } from '../start-error.ts';
import type { BackupEnd, BackupHeader } from './format.ts';
import { readBackup } from './read-backup.ts';

export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

/** Reads a backup to its last byte. Throws StartError when it is damaged, or newer than this program. */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  for await (const entry of readBackup(file)) {
    if (entry.kind === 'header') {
      header = entry.header;
      refuseNewer(header);
    }
    if (entry.kind === 'end') end = entry.end;
  }
  if (!header || !end) throw new Error('a backup was read without its header or its end');
  return { header, end };
}

/** Throws StartError when the program does not know how the database of the backup was built. */
export function refuseNewer({ migration, version }: BackupHeader): void {
  if (knownMigrations().includes(migration)) return;
  throw new StartError(`The backup was written by another 园图 (yuantu), version ${version}; update the program.`);
}
