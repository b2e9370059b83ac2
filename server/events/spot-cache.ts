import { landVersion } from '../../domain/park/facts.ts';
import type { SpotLand } from '../../domain/park/spot.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import { readSpotLand } from './read-spot-land.ts';

/** The land of each park with its geometry, read once for every state of its parcels' boundaries. */
export class SpotCache {
  readonly #queries: Queries;
  readonly #cached = new WeakMap<ParkMemory, { readonly version: number; readonly land: Promise<SpotLand> }>();

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  of(memory: ParkMemory): Promise<SpotLand> {
    const version = landVersion(memory.facts);
    const known = this.#cached.get(memory);
    if (known?.version === version) return known.land;
    const fresh = { version, land: readSpotLand(this.#queries, memory) };
    this.#cached.set(memory, fresh);
    // A failure is not kept, so that the next request tries again.
    fresh.land.catch(() => this.#cached.get(memory) === fresh && this.#cached.delete(memory));
    return fresh.land;
  }
}
