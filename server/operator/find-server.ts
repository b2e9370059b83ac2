import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockFolder } from '../database/folder-lock.ts';
import { addressOf } from '../listen.ts';
import type { Settings } from '../settings.ts';
import { StartError } from '../start-error.ts';
import { readOperatorFile, type OperatorFile } from './operator-file.ts';

/** The running server that holds the data folder, or null when the database can be opened from here. */
export async function findServer(settings: Settings): Promise<OperatorFile | null> {
  const folder = resolve(settings.dataFolder);
  if (settings.databaseUrl !== null || !existsSync(folder)) return null;
  const unlock = await lockFolder(folder);
  if (unlock !== null) {
    unlock();
    return null;
  }
  const found = readOperatorFile(folder);
  if (found) return found;
  throw new StartError(
    `The data folder ${folder} is in use by a 园图 (yuantu) that is starting, stopping or out of reach (${addressOf(settings)}).`,
  );
}
