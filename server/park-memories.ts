import { eq } from 'drizzle-orm';
import type { Database } from './database/connect.ts';
import { loadFacts } from './database/load-facts.ts';
import { park } from './database/schema.ts';
import { ParkMemory } from './park-memory.ts';

const parkCode = /^[a-z][a-z0-9-]{0,39}$/;

/** The parks in memory, each loaded when it is first asked for. */
export class ParkMemories {
  readonly #database: Database;
  readonly #loading = new Map<string, Promise<ParkMemory | null>>();
  readonly #loaded = new Map<string, ParkMemory>();
  readonly #waiting = new WeakMap<ParkMemory, Promise<void>>();
  readonly #reading = new WeakMap<ParkMemory, Promise<void>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The park, or null when there is none of that code. Those who ask at the same time share one loading. */
  of(code: string): Promise<ParkMemory | null> {
    if (!parkCode.test(code)) return Promise.resolve(null);
    const loading = this.#loading.get(code);
    if (loading) return loading;
    const fresh = this.#load(code);
    this.#loading.set(code, fresh);
    // A failed or empty loading is not kept: the park may be there the next time.
    fresh.then(
      (memory) => memory ?? this.#loading.delete(code),
      () => this.#loading.delete(code),
    );
    return fresh;
  }

  /** The parks that are loaded now. */
  loaded(): ParkMemory[] {
    return [...this.#loaded.values()];
  }

  async #load(code: string): Promise<ParkMemory | null> {
    const stored = await loadFacts(this.#database.queries, code);
    if (!stored) return null;
    const memory = new ParkMemory(stored);
    this.#loaded.set(code, memory);
    await this.refresh(memory);
    return memory;
  }

  /** Brings a loaded park to the state of the database: what other processes wrote. */
  refresh(memory: ParkMemory): Promise<void> {
    if (!this.#database.isShared) return Promise.resolve();
    // One that has not begun yet will read what this caller wants to be read.
    const waiting = this.#waiting.get(memory);
    if (waiting) return waiting;
    const previous = this.#reading.get(memory) ?? Promise.resolve();
    const next = previous
      .catch(() => undefined)
      .then(() => {
        this.#waiting.delete(memory);
        this.#reading.set(memory, next);
        return this.#read(memory);
      });
    this.#waiting.set(memory, next);
    return next;
  }

  async #read(memory: ParkMemory): Promise<void> {
    const { queries } = this.#database;
    const { seq } = memory.facts;
    const [row] = await queries.select({ seq: park.seq }).from(park).where(eq(park.id, memory.parkId));
    // The memory may have gone on meanwhile; only one that was ahead before the question is really ahead.
    if (row && (row.seq < seq || row.seq > memory.facts.seq)) await memory.catchUp(queries, row.seq);
  }
}
