import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Logger } from 'pino';
import { openEmbedded, openServer, type Database } from './database/connect.ts';
import { hearChannels } from './database/hear-channels.ts';
import { eventChannel } from './database/hear-events.ts';
import { migrate } from './database/migrate.ts';
import { seed, type Progress } from './database/seed.ts';
import { Documents } from './documents/documents.ts';
import { OpenFeeds } from './events/open-feeds.ts';
import type { House } from './house.ts';
import { ImportDesk } from './imports/import-desk.ts';
import { ParkMemories } from './park-memories.ts';
import { makeFirstAdmin } from './people/first-admin.ts';
import { installationSecret } from './people/installation.ts';
import { People } from './people/people.ts';
import { SharedPresence } from './presence/shared-presence.ts';
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
    await migrate(database, async (client) => {
      await seed(client, settings.geoFolder, progress);
      await makeFirstAdmin(drizzle(client), progress);
    });
    database.markReady();
  } catch (error) {
    await database.close();
    throw error instanceof StartError ? error : new StartError(`The database cannot be used: ${causeOf(error)}.`);
  }
  const memories = new ParkMemories(database);
  const now = () => new Date();
  const people = new People(database, {
    secret: await installationSecret(database.queries),
    isSecure: settings.isSecure,
    now,
  });
  const closing = new AbortController();
  const presence = new SharedPresence(database, log);
  const hearing = hearChannels(database, [eventChannel(memories), presence.channel], log);
  const documents = new Documents(database.queries, settings.dataFolder, now);
  const sweeping = documents
    .sweep(closing.signal)
    .catch((err: unknown) => log.warn({ err }, 'documents are not swept'));
  const imports = new ImportDesk();
  const pageFolder = join(packageRoot, 'dist/web');
  const house: House = {
    database,
    memories,
    people,
    documents,
    imports,
    presence,
    feeds: new OpenFeeds(),
    isLoopback: settings.isLoopback,
    publicUrl: settings.publicUrl,
    isSecure: settings.isSecure,
    operatorToken: settings.databaseUrl === null ? randomBytes(32).toString('base64url') : null,
    dataFolder: settings.dataFolder,
    proxies: settings.proxies,
    pageFolder: existsSync(pageFolder) ? pageFolder : null,
    closing: closing.signal,
    log,
    now,
  };
  return {
    house,
    endStreams: () => closing.abort(),
    close: async () => {
      closing.abort();
      imports.close();
      await sweeping;
      await hearing.stop();
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
