import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openEmbedded, openServer, type Database } from '../database/connect.ts';
import { holdsData } from '../database/data-folder.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';

/** Opens the database that is there. Throws StartError when there is none: a terminal makes none by the way. */
export function openStore({ databaseUrl, dataFolder }: Settings): Promise<Database> {
  if (databaseUrl !== null) return openServer(databaseUrl);
  const folder = resolve(dataFolder);
  if (!existsSync(folder) || !holdsData(folder)) {
    throw new StartError(`There is no 园图 (yuantu) data in ${folder}; DATA_DIR says where it is.`);
  }
  return openEmbedded(folder, () => undefined);
}
