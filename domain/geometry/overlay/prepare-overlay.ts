import { signedTwiceArea } from '../area.ts';
import type { MultiPolygon, Ring } from '../shapes.ts';

/** Land that many parcels are laid over: its directed edges, sorted into horizontal bands. */
export interface PreparedOverlay {
  /** x0, y0, x1, y1 of every edge, in millimetres, with the land on the left. */
  readonly edges: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Lowest band of every edge; `bandEdges` from `bandStarts[band]` to `bandStarts[band + 1]` are the edges of a band. */
  readonly lowestBand: Int32Array;
  readonly bandStarts: Int32Array;
  readonly bandEdges: Int32Array;
  readonly bandsPerMillimetre: number;
}

/** Sorts the edges of land into bands for `overlayArea`. Rings may be wound either way. */
export function prepareOverlay(land: MultiPolygon): PreparedOverlay {
  const edges = directedEdges(land);
  const count = edges.length / 4;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 4) {
    west = Math.min(west, edges[at]!);
    east = Math.max(east, edges[at]!);
    south = Math.min(south, edges[at + 1]!);
    north = Math.max(north, edges[at + 1]!);
  }
  const bands = Math.max(1, Math.min(count, 4096));
  const bandsPerMillimetre = north > south ? (bands - 0.5) / (north - south) : 0;
  const bandOf = (y: number) => Math.floor((y - south) * bandsPerMillimetre);
  const lowestBand = new Int32Array(count);
  const highestBand = new Int32Array(count);
  const bandStarts = new Int32Array(bands + 1);
  for (let edge = 0; edge < count; edge += 1) {
    const [from, to] = [bandOf(edges[edge * 4 + 1]!), bandOf(edges[edge * 4 + 3]!)];
    lowestBand[edge] = Math.min(from, to);
    highestBand[edge] = Math.max(from, to);
    for (let band = lowestBand[edge]!; band <= highestBand[edge]!; band += 1) bandStarts[band + 1]! += 1;
  }
  for (let band = 0; band < bands; band += 1) bandStarts[band + 1]! += bandStarts[band]!;
  const bandEdges = new Int32Array(bandStarts[bands]!);
  const next = bandStarts.slice();
  for (let edge = 0; edge < count; edge += 1) {
    for (let band = lowestBand[edge]!; band <= highestBand[edge]!; band += 1) {
      bandEdges[next[band]!] = edge;
      next[band]! += 1;
    }
  }
  return { edges, west, south, east, north, lowestBand, bandStarts, bandEdges, bandsPerMillimetre };
}

/** The band of a northing between the land's south and north. */
export function bandOf(land: PreparedOverlay, y: number): number {
  return Math.floor((y - land.south) * land.bandsPerMillimetre);
}

/** The edges of land as x0, y0, x1, y1, outer rings counter-clockwise and holes clockwise. */
export function directedEdges(land: MultiPolygon): Float64Array {
  let corners = 0;
  for (const polygon of land) for (const ring of polygon) corners += ring.length;
  const edges = new Float64Array(corners * 4);
  let at = 0;
  for (const polygon of land) {
    polygon.forEach((ring, index) => {
      writeRing(edges, at, ring, signedTwiceArea(ring) > 0 === (index === 0));
      at += ring.length * 4;
    });
  }
  return edges;
}

function writeRing(edges: Float64Array, start: number, ring: Ring, isForward: boolean): void {
  const { length } = ring;
  for (let edge = 0; edge < length; edge += 1) {
    const from = ring[isForward ? edge : length - 1 - edge]!;
    const to = ring[isForward ? (edge + 1) % length : (2 * length - 2 - edge) % length]!;
    const at = start + edge * 4;
    edges[at] = from[0];
    edges[at + 1] = from[1];
    edges[at + 2] = to[0];
    edges[at + 3] = to[1];
  }
}
