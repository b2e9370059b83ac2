import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openEmbedded, openServer, type Database } from '../database/connect.ts';
import { holdsData, isUnfinished } from '../database/data-folder.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { checkBackup } from './check-backup.ts';
import { DocumentStore } from './document-store.ts';
import { loadBackup, type Loaded } from './load-backup.ts';

type Place = Pick<Settings, 'databaseUrl' | 'dataFolder'>;

/**
 * Restores a backup into an empty data folder or a database without our tables, after reading it once to its last
 * byte. Throws StartError in one sentence; then nothing is left behind.
 */
export async function restoreBackup(file: string, { databaseUrl, dataFolder }: Place): Promise<Loaded> {
  await checkBackup(file);
  const documents = new DocumentStore(join(dataFolder, 'documents'));
  return databaseUrl === null
    ? intoFolder(resolve(dataFolder), documents, (database) => loadBackup(database, file, documents))
    : intoServer(databaseUrl, documents, (database) => loadBackup(database, file, documents));
}

async function intoFolder(
  folder: string,
  documents: DocumentStore,
  load: (database: Database) => Promise<Loaded>,
): Promise<Loaded> {
  const wasThere = existsSync(folder);
  // Documents alone were kept there for a database elsewhere.
  const hasDocuments = existsSync(join(folder, 'documents'));
  if (holdsData(folder) || (hasDocuments && !isUnfinished(folder))) {
    throw new StartError(`The data folder ${folder} is not empty; choose a new DATA_DIR.`);
  }
  let database: Database | null = null;
  try {
    database = await openEmbedded(folder, () => undefined);
    const loaded = await load(database);
    database.markReady();
    await database.close();
    return loaded;
  } catch (error) {
    await database?.close().catch(() => undefined);
    await documents.takeAway();
    if (isUnfinished(folder)) await clear(folder, hasDocuments);
    if (!wasThere) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

async function clear(folder: string, hadDocuments: boolean): Promise<void> {
  for (const name of ['database', 'yuantu.json', 'yuantu.json.new', ...(hadDocuments ? [] : ['documents'])]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function intoServer(
  databaseUrl: string,
  documents: DocumentStore,
  load: (database: Database) => Promise<Loaded>,
): Promise<Loaded> {
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
