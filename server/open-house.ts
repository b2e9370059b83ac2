import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openEmbedded, openServer, type Database } from './database/connect.ts';
import { hearEvents } from './database/hear-events.ts';
import { migrate } from './database/migrate.ts';
import { seed, type Progress } from './database/seed.ts';
import type { House } from './house.ts';
import { ParkMemories } from './park-memories.ts';
import { packageRoot } from './root.ts';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

export interface OpenHouse {
  readonly house: House;
  /** Ends what stays open by itself: the change feeds. */
  readonly endStreams: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the database, brings it up to date, loads the parks it does not have, and builds the house around it. */
export async function openHouse(settings: Settings, log: Logger, progress: Progress): Promise<OpenHouse> {
  const database = await openDatabase(settings, progress);
  try {
    await migrate(database, (client) => seed(client, settings.geoFolder, progress));
    database.markReady();
  } catch (error) {
    await database.close();
    throw error instanceof StartError ? error : new StartError(`The database cannot be used: ${causeOf(error)}.`);
  }
  const memories = new ParkMemories(database);
  const closing = new AbortController();
  const stopHearing = hearEvents(database, memories, log);
  const pageFolder = join(packageRoot, 'dist/web');
  const house: House = {
    database,
    memories,
    staffOpen: settings.staffOpen,
    isLoopback: settings.isLoopback,
    pageFolder: existsSync(pageFolder) ? pageFolder : null,
    closing: closing.signal,
    log,
    now: () => new Date(),
  };
  return {
    house,
    endStreams: () => closing.abort(),
    close: async () => {
      closing.abort();
      stopHearing();
      await database.close();
    },
  };
}

function openDatabase({ databaseUrl, dataFolder }: Settings, progress: Progress): Promise<Database> {
  if (databaseUrl !== null) return openServer(databaseUrl);
  return openEmbedded(dataFolder, () => progress(`正在建立数据库 · creating the database in ${dataFolder} …`));
}

function causeOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof Error ? cause.message : String(cause);
}
