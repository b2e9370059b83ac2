import type { Day } from '../../domain/day.ts';
import { landSince } from '../../domain/parcel/parcels-on.ts';
import { landVersion } from '../../domain/park/facts.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import type { LedgerAnswer } from './answers.ts';
import { ledgerOf } from './queries.ts';
import { readBoundaries, type Boundaries } from './read-boundaries.ts';

interface Cached {
  readonly version: string;
  readonly boundaries: Promise<Boundaries>;
  readonly ledgers: Map<string, Promise<LedgerAnswer>>;
}

/** The ledgers of the plan versions, each computed once for the boundaries that hold on the day last asked for. */
export class LedgerCache {
  readonly #queries: Queries;
  readonly #cached = new WeakMap<ParkMemory, Cached>();

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  /** Null: there is no such plan version. */
  async of(memory: ParkMemory, plan: string, on: Day): Promise<LedgerAnswer | null> {
    if (!memory.facts.planVersions.some(({ code }) => code === plan)) return null;
    const { boundaries, ledgers } = this.#parkOf(memory, on);
    const known = ledgers.get(plan);
    if (known) return known;
    const fresh = boundaries.then((land) => {
      const version = land.planVersions.find(({ fields }) => fields.code === plan);
      if (!version) throw new Error(`plan version ${plan} has no outline`);
      return ledgerOf(memory.facts.park, version, land);
    });
    ledgers.set(plan, fresh);
    return fresh;
  }

  #parkOf(memory: ParkMemory, on: Day): Cached {
    const { facts } = memory;
    const version = `${landVersion(facts)} ${landSince(facts, on)}`;
    const known = this.#cached.get(memory);
    if (known?.version === version) return known;
    const boundaries = readBoundaries(this.#queries, memory.parkId, facts, on);
    const fresh = { version, boundaries, ledgers: new Map<string, Promise<LedgerAnswer>>() };
    this.#cached.set(memory, fresh);
    // A failure is not kept, so that the next request tries again.
    boundaries.catch(() => this.#cached.get(memory) === fresh && this.#cached.delete(memory));
    return fresh;
  }
}
