import type { Logger } from 'pino';
import type { Day } from '../domain/day.ts';
import type { Database } from './database/connect.ts';
import type { Documents } from './documents/documents.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import type { OpenFeeds } from './events/open-feeds.ts';
import type { ParkMemories } from './park-memories.ts';
import type { People } from './people/people.ts';
import type { SharedPresence } from './presence/shared-presence.ts';

/** What the routes work with. */
export interface House {
  readonly database: Database;
  readonly memories: ParkMemories;
  readonly people: People;
  readonly documents: Documents;
  readonly imports: ImportDesk;
  readonly presence: SharedPresence;
  readonly feeds: OpenFeeds;
  readonly isLoopback: boolean;
  /** Where people reach the server, when that is not where it listens. */
  readonly publicUrl: URL | null;
  readonly isSecure: boolean;
  /** What the terminal of this machine shows to be let in as an admin; null: it uses the database itself. */
  readonly operatorToken: string | null;
  readonly dataFolder: string;
  /** How many proxies in front are trusted to say where a request comes from. */
  readonly proxies: number;
  /** The folder of the built page, or null when only the API is served. */
  readonly pageFolder: string | null;
  /** Aborted when the server stops: what stays open has to end. */
  readonly closing: AbortSignal;
  readonly log: Logger;
  readonly now: () => Date;
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today in the parks' time zone. */
export function today(house: Pick<House, 'now'>): Day {
  return calendar.format(house.now());
}
