import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { askServer } from '../operator/ask-server.ts';
import { findServer } from '../operator/find-server.ts';
import type { Settings } from '../settings.ts';
import { openStore } from '../terminal/open-store.ts';
import { readWords } from '../terminal/read-words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { usages } from '../terminal/usages.ts';
import { checkBackup, type CheckedBackup } from './check-backup.ts';
import { refuseExisting, saveFile } from './save-file.ts';
import { takeBackup } from './take-backup.ts';

const patienceMilliseconds = 3_600_000;

/** Writes a backup of the running server, or of the database where none runs, to a new file. */
export async function runBackup(words: readonly string[], settings: Settings, { say }: Terminal): Promise<void> {
  const [file = ''] = readWords(words, usages.backup, { names: 1 }).names;
  refuseExisting(file);
  const checked = await (await takes(settings))(file);
  for (const line of told(checked)) say(line);
  say(`→ ${file}`);
}

async function takes(settings: Settings): Promise<(file: string) => Promise<CheckedBackup>> {
  const server = await findServer(settings);
  if (server === null) return (file) => fromDatabase(settings, file);
  return async (file) => {
    const answer = await askServer(server, '/api/backup', { patience: patienceMilliseconds });
    if (!answer.body) throw new Error('an empty answer');
    return saveFile(file, Readable.fromWeb(answer.body as ReadableStream), checkBackup);
  };
}

async function fromDatabase(settings: Settings, file: string): Promise<CheckedBackup> {
  const database = await openStore(settings);
  try {
    return await takeBackup({ database, documentsFolder: join(settings.dataFolder, 'documents') }, file);
  } finally {
    await database.close();
  }
}

/** What a backup holds, for the person at the terminal. */
export function told({ header, end }: CheckedBackup): string[] {
  const parks = header.parks.map(({ code, name, seq }) => `${name} (${code}) seq ${seq}`);
  const rows = Object.values(end.tables).reduce((sum, count) => sum + count, 0);
  const lost = end.lost.map((sha256) => `!! document ${sha256} was not there, or is not what it was`);
  return [`${parks.join(', ') || 'no parks'}; ${rows} rows, ${end.documents} documents, ${header.takenAt}`, ...lost];
}
