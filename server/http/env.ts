import type { Logger } from 'pino';
import type { Person } from '../../domain/access/person.ts';
import type { ParkMemory } from '../park-memory.ts';

/** What every request carries; `person` is null for a visitor, `proxies` the number of proxies that are trusted. */
export interface HttpEnv {
  Variables: { requestId: string; log: Logger; person: Person | null; sessionId: string | null; proxies: number };
}

/** What a request to one park carries. */
export interface ParkEnv {
  Variables: HttpEnv['Variables'] & { memory: ParkMemory };
}

/** What a request carries behind `onlyFor`: who asks. */
export interface PersonEnv {
  Variables: HttpEnv['Variables'] & { by: Person };
}

/** The same for one park. */
export interface PersonParkEnv {
  Variables: ParkEnv['Variables'] & { by: Person };
}
