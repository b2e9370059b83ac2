import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openEmbedded, openServer, type Database } from '../database/connect.ts';
import { holdsData, isUnfinished } from '../database/data-folder.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { checkBackup, type CheckedBackup } from './check-backup.ts';
import { DocumentStore } from './document-store.ts';
import type { BackupEnd } from './format.ts';
import { loadBackup } from './load-backup.ts';

type Place = Pick<Settings, 'databaseUrl' | 'dataFolder'>;

/**
 * Restores a backup into an empty data folder or a database without our tables, after reading it once to its last
 * byte. Throws StartError in one sentence; then nothing is left behind.
 */
export async function restoreBackup(file: string, { databaseUrl, dataFolder }: Place): Promise<CheckedBackup> {
  const { header } = await checkBackup(file);
  const documents = new DocumentStore(join(dataFolder, 'documents'));
  const end = await (databaseUrl === null
    ? intoFolder(resolve(dataFolder), (database) => loadBackup(database, file, documents))
    : intoServer(databaseUrl, documents, (database) => loadBackup(database, file, documents)));
  return { header, end };
}

async function intoFolder(folder: string, load: (database: Database) => Promise<BackupEnd>): Promise<BackupEnd> {
  if (holdsData(folder)) throw new StartError(`The data folder ${folder} is not empty; choose a new DATA_DIR.`);
  const wasThere = existsSync(folder);
  let database: Database | null = null;
  try {
    database = await openEmbedded(folder, () => undefined);
    const end = await load(database);
    database.markReady();
    await database.close();
    return end;
  } catch (error) {
    await database?.close().catch(() => undefined);
    if (isUnfinished(folder)) await clear(folder);
    if (!wasThere) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

async function clear(folder: string): Promise<void> {
  for (const name of ['database', 'documents', 'yuantu.json', 'yuantu.json.new']) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function intoServer(
  databaseUrl: string,
  documents: DocumentStore,
  load: (database: Database) => Promise<BackupEnd>,
): Promise<BackupEnd> {
  const database = await openServer(databaseUrl);
  try {
    return await load(database);
  } catch (error) {
    await documents.takeAway();
    throw error;
  } finally {
    await database.close();
  }
}
