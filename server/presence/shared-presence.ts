import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '../database/connect.ts';
import type { Channel } from '../database/hear-channels.ts';
import { doings, PresenceBoard, type Sighting } from './presence-board.ts';

const channelName = 'yuantu_presence';
/** PostgreSQL takes notifications of less than 8000 bytes. */
const mostBytes = 7_900;

const toldSchema = z.object({
  from: z.string(),
  park: z.string(),
  client: z.string(),
  sighting: z.object({
    personId: z.string(),
    name: z.string(),
    subjects: z.array(z.string()),
    doing: z.enum(doings),
  }),
});
const messageSchema = z.union([toldSchema, z.object({ from: z.string(), asks: z.literal(true) })]);
type Told = z.infer<typeof toldSchema>;

/** Presence in this process and, on a shared database, in all of them: each tells what its own pages told it. */
export class SharedPresence {
  readonly board: PresenceBoard;
  readonly #database: Database;
  readonly #log: Logger;
  readonly #self = randomUUID();
  readonly #own = new Map<string, { readonly told: Told; readonly atMilliseconds: number }>();

  constructor(database: Database, log: Logger, board = new PresenceBoard()) {
    this.#database = database;
    this.#log = log;
    this.board = board;
  }

  /** What a page told this process. */
  tell(park: string, client: string, sighting: Sighting): void {
    this.board.see(park, client, sighting);
    if (!this.#database.isShared) return;
    const told: Told = { from: this.#self, park, client, sighting: { ...sighting, subjects: [...sighting.subjects] } };
    const key = keyOf(told);
    this.#own.delete(key);
    if (sighting.subjects.length > 0) this.#own.set(key, { told, atMilliseconds: performance.now() });
    this.#publish(told);
  }

  /** What the other processes tell; a process that joins asks for what is there. */
  get channel(): Channel {
    return {
      name: channelName,
      hear: (payload) => this.#hear(payload),
      joined: () => this.#publish({ from: this.#self, asks: true }),
    };
  }

  #hear(payload: string): void {
    const message = readMessage(payload);
    if (!message || message.from === this.#self) return;
    if ('asks' in message) return this.#answer();
    this.#own.delete(keyOf(message));
    this.board.see(message.park, message.client, message.sighting);
  }

  #answer(): void {
    for (const [key, { told, atMilliseconds }] of this.#own) {
      if (performance.now() - atMilliseconds > this.board.lifetimeMilliseconds) this.#own.delete(key);
      else this.#publish(told);
    }
  }

  /** Nobody waits for it: a notification that is lost is repeated with the next heartbeat of the page. */
  #publish(message: Told | { from: string; asks: true }): void {
    this.#database.queries
      .execute(sql`SELECT pg_notify(${channelName}, ${shortened(message)})`)
      .catch((err: unknown) => this.#log.warn({ err }, 'presence was not passed on'));
  }
}

function keyOf({ park, client, sighting }: Told): string {
  return `${park}/${sighting.personId}/${client}`;
}

/** With as many subjects as fit. */
function shortened(message: Told | { from: string; asks: true }): string {
  const text = JSON.stringify(message);
  if ('asks' in message || Buffer.byteLength(text) <= mostBytes) return text;
  const { sighting } = message;
  return shortened({ ...message, sighting: { ...sighting, subjects: sighting.subjects.slice(0, -1) } });
}

function readMessage(payload: string): z.infer<typeof messageSchema> | null {
  try {
    return messageSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
