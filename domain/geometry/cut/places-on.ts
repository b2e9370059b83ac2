import type { Line, Point } from '../shapes.ts';
import { isSamePoint } from './edges-meet.ts';

/** How far a corner may lie from an edge and still be a corner of it: a rounded one is 0.71 mm away at most. */
export const reachOfEdgeMillimetres = 1;

export interface Place {
  readonly corner: Point;
  readonly edge: number;
  readonly isOnEdge: boolean;
  /** Share of the edge that lies before the corner. */
  readonly along: number;
  readonly squareAway: number;
  /** Twice the middle of the edge. */
  readonly middle: Point;
}

/**
 * Where corners (from west to east, each once) go in a line or ring, by edge: the last edge first, the corners of an edge
 * in order along it, each beside the nearest edge only.
 */
export function placesOn(
  line: Line,
  near: readonly Point[],
  { reachMillimetres: reach, isClosed }: { readonly reachMillimetres: number; readonly isClosed: boolean },
): [edge: number, places: Place[]][] {
  const best = new Map<number, Place>();
  const edges = isClosed ? line.length : line.length - 1;
  for (let edge = 0; edge < edges; edge += 1) {
    const from = line[edge]!;
    const to = line[(edge + 1) % line.length]!;
    const [south, north] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
    const east = Math.max(from[0], to[0]) + reach;
    const first = firstNotWestOf(near, Math.min(from[0], to[0]) - reach);
    for (let index = first; index < near.length && near[index]![0] <= east; index += 1) {
      const corner = near[index]!;
      if (corner[1] < south || corner[1] > north) continue;
      const place = placeOn(from, to, edge, corner);
      if (!place || place.squareAway > reach * reach) continue;
      const other = best.get(index);
      if (!other || isNearer(place, other)) best.set(index, place);
    }
  }
  if (best.size === 0) return [];
  const own = new Set(line.map(([x, y]) => `${x},${y}`));
  const byEdge = new Map<number, Place[]>();
  for (const place of best.values()) {
    if (own.has(`${place.corner[0]},${place.corner[1]}`)) continue;
    const places = byEdge.get(place.edge);
    if (places) places.push(place);
    else byEdge.set(place.edge, [place]);
  }
  for (const places of byEdge.values()) places.sort((a, b) => a.along - b.along || a.squareAway - b.squareAway);
  return [...byEdge].sort(([a], [b]) => b - a);
}

/** Where a corner lies beside an edge, or null when it lies beyond one of its ends. */
export function placeOn(from: Point, to: Point, edge: number, corner: Point): Place | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [px, py] = [corner[0] - from[0], corner[1] - from[1]];
  const square = dx * dx + dy * dy;
  const dot = px * dx + py * dy;
  if (dot <= 0 || dot >= square) return null;
  const turn = dx * py - dy * px;
  const middle: Point = [from[0] + to[0], from[1] + to[1]];
  return { corner, edge, isOnEdge: turn === 0, along: dot / square, squareAway: (turn * turn) / square, middle };
}

/** Of equally near edges the one further west, then south: both sides of an edge have to choose the same. */
function isNearer(one: Place, other: Place): boolean {
  if (one.squareAway !== other.squareAway) return one.squareAway < other.squareAway;
  return one.middle[0] !== other.middle[0] ? one.middle[0] < other.middle[0] : one.middle[1] < other.middle[1];
}

function firstNotWestOf(sorted: readonly Point[], west: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]![0] < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Corners from west to east, each once. */
export function sortCorners(corners: readonly Point[]): Point[] {
  const sorted = [...corners].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted.filter((corner, index) => index === 0 || !isSamePoint(corner, sorted[index - 1]!));
}
