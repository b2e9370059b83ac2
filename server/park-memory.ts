import type { AccountTable } from '../domain/account/account-table.ts';
import type { Day } from '../domain/day.ts';
import { applyEvent } from '../domain/park/apply-event.ts';
import type { ParkFacts } from '../domain/park/facts.ts';
import { AccountTables } from './account/account-tables.ts';
import type { Queries } from './database/connect.ts';
import { loadFacts, type StoredPark } from './database/load-facts.ts';
import { eventsAfter, type LoggedEvent } from './database/log.ts';

export type Follower = (event: LoggedEvent) => void;

const eventsPerRead = 500;

/** One park in memory: its facts, kept current by events, and those who follow it. */
export class ParkMemory {
  readonly parkId: number;
  readonly #followers = new Set<Follower>();
  readonly #accounts = new AccountTables();
  #facts: ParkFacts;

  constructor({ id, facts }: StoredPark) {
    this.parkId = id;
    this.#facts = facts;
  }

  get facts(): ParkFacts {
    return this.#facts;
  }

  /** The land account on any day in the eyes of a known day. */
  accountTable(knownOn: Day): AccountTable {
    return this.#accounts.of(this.#facts, knownOn);
  }

  /** Applies an event unless it is known, and passes it on. */
  apply(event: LoggedEvent): void {
    if (event.seq <= this.#facts.seq) return;
    applyEvent(this.#facts, event);
    this.#accounts.apply(event.changes);
    for (const follower of this.#followers) follower(event);
  }

  /** Reads and applies the events up to `seq`; facts that are ahead of the database are read anew. */
  async catchUp(queries: Queries, seq: number): Promise<void> {
    if (this.#facts.seq > seq) return this.rebuild(queries);
    while (this.#facts.seq < seq) {
      const events = await eventsAfter(queries, this.parkId, this.#facts.seq, eventsPerRead);
      if (events.length === 0) throw new Error(`event ${this.#facts.seq + 1} is missing in the log`);
      for (const event of events) this.apply(event);
    }
  }

  /** Reads all facts from the database again. */
  async rebuild(queries: Queries): Promise<void> {
    const stored = await loadFacts(queries, this.#facts.park.code);
    if (!stored) throw new Error(`park ${this.#facts.park.code} is gone`);
    this.#facts = stored.facts;
    this.#accounts.clear();
  }

  /** Calls `follower` with every later event until the returned function is called. */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  get followerCount(): number {
    return this.#followers.size;
  }
}
