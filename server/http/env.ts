import type { Logger } from 'pino';
import type { ParkMemory } from '../park-memory.ts';

/** What every request carries. */
export interface HttpEnv {
  Variables: { requestId: string; log: Logger };
}

/** What a request to one park carries. */
export interface ParkEnv {
  Variables: HttpEnv['Variables'] & { memory: ParkMemory };
}

/** What a command carries: who gives it. */
export interface StaffEnv {
  Variables: ParkEnv['Variables'] & { actor: string };
}
