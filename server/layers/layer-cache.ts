import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { planInForce } from '../../domain/account/account.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import { knownUntil, landVersion } from '../../domain/park/facts.ts';
import type { Queries } from '../database/connect.ts';
import type { ParkMemory } from '../park-memory.ts';
import type { LayerName } from './layer-names.ts';
import { readLayer } from './read-layer.ts';

export interface LayerBytes {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

interface Cached {
  readonly version: number;
  readonly bytes: Promise<LayerBytes>;
}

const compress = promisify(gzip);

/** The layers as bytes, made once for every state of their geometry and properties. */
export class LayerCache {
  readonly #queries: Queries;
  readonly #cached = new WeakMap<ParkMemory, Map<string, Cached>>();

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  /** `plan` null: the zones of the plan version in force. Null: there is no such plan version. */
  async of(memory: ParkMemory, layer: LayerName, plan: string | null): Promise<LayerBytes | null> {
    const { facts } = memory;
    const chosen = plan ?? planInForce(facts, knownUntil(facts)).code;
    if (!facts.planVersions.some(({ code }) => code === chosen)) return null;
    const key = layer === 'zones' ? `${layer} ${chosen}` : layer;
    const version = layer === 'works' ? lastTouched(memory, 'work:') : layer === 'parcels' ? landVersion(facts) : 0;
    const ofPark = this.#cached.get(memory) ?? new Map<string, Cached>();
    this.#cached.set(memory, ofPark);
    const cached = ofPark.get(key);
    if (cached?.version === version) return cached.bytes;
    const fresh = { version, bytes: this.#make(memory, { layer, plan: chosen, version }) };
    ofPark.set(key, fresh);
    // A failure is not kept, so that the next request tries again.
    fresh.bytes.catch(() => ofPark.get(key) === fresh && ofPark.delete(key));
    return fresh.bytes;
  }

  /** The version is that of before the reading: what is read may be newer, never older. */
  async #make(
    { facts, parkId }: ParkMemory,
    { layer, plan, version }: { layer: LayerName; plan: string; version: number },
  ): Promise<LayerBytes> {
    const source = { queries: this.#queries, parkId, facts, grid: parkGrid(facts.park), plan };
    const features = await readLayer[layer](source);
    const dated = layer === 'parcels' ? { landVersion: version } : {};
    const plain = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', ...dated, features }));
    const gzipped = new Uint8Array(await compress(plain, { level: 9 }));
    return { etag: createHash('sha256').update(plain).digest('base64url'), plain, gzipped };
  }
}

function lastTouched({ facts }: ParkMemory, prefix: string): number {
  let last = 0;
  for (const [subject, seq] of facts.touched) if (subject.startsWith(prefix)) last = Math.max(last, seq);
  return last;
}
