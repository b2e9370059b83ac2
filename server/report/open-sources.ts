import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { openEmbedded, openServer, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { seed, type Progress } from '../database/seed.ts';
import type { Settings } from '../settings.ts';

/**
 * Opens the database the server uses; where there is none yet, one in memory with the parks of data/geo.
 * Throws StartError.
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
  return openEmbedded(folder, () => undefined);
}
