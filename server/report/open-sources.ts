import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openEmbedded, openServer, type Database } from '../database/connect.ts';
import { lockFolder } from '../database/folder-lock.ts';
import { migrate } from '../database/migrate.ts';
import { seed, type Progress } from '../database/seed.ts';
import { addressOf } from '../listen.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';

/**
 * Opens the database the server uses; where there is none yet, one in memory with the parks of data/geo.
 * Throws StartError, also when a running server holds the data folder.
 */
export async function openSources(settings: Settings, progress: Progress): Promise<Database> {
  const database = await openDatabase(settings, progress);
  try {
    await migrate(database, (client) => seed(client, settings.geoFolder, progress));
    database.markReady();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDatabase(settings: Settings, progress: Progress): Promise<Database> {
  if (settings.databaseUrl !== null) return openServer(settings.databaseUrl);
  const folder = resolve(settings.dataFolder);
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    progress(`There is no database in ${folder} yet; the parks are read from ${settings.geoFolder}.`);
    return openEmbedded(null, () => undefined);
  }
  const unlock = await lockFolder(folder);
  if (unlock === null) {
    throw new StartError(
      `The data folder ${folder} is in use by a running 园图 (yuantu); ask it by adding --url ${addressOf(settings)} (its address).`,
    );
  }
  unlock();
  return openEmbedded(folder, () => undefined);
}
