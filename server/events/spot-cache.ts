import type { SpotLand } from '../../domain/park/spot.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import { readSpotLand } from './read-spot-land.ts';

/** The land of each park with its geometry, read once: boundaries do not change while a park is in memory. */
export class SpotCache {
  readonly #queries: Queries;
  readonly #cached = new WeakMap<ParkMemory, Promise<SpotLand>>();

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  of(memory: ParkMemory): Promise<SpotLand> {
    const known = this.#cached.get(memory);
    if (known) return known;
    const fresh = readSpotLand(this.#queries, memory);
    this.#cached.set(memory, fresh);
    // A failure is not kept, so that the next request tries again.
    fresh.catch(() => this.#cached.delete(memory));
    return fresh;
  }
}
