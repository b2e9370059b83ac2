import type { Logger } from 'pino';
import type { Day } from '../domain/day.ts';
import type { Database } from './database/connect.ts';
import type { ParkMemories } from './park-memories.ts';

/** What the routes work with. */
export interface House {
  readonly database: Database;
  readonly memories: ParkMemories;
  /** Whether anyone who gives a name may work as staff. */
  readonly staffOpen: boolean;
  readonly isLoopback: boolean;
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
