import { signedTwiceArea } from '../area.ts';
import type { Line, MultiPolygon, Point, Ring } from '../shapes.ts';
import { edgesMeet, findMeeting, isSamePoint, type Edge } from './edges-meet.ts';
import { refuseSplit, type SplitRefusal } from './refuse-split.ts';

/** How far a corner may lie from an edge and still be a corner of it: a rounded one is 0.71 mm away at most. */
export const reachOfEdgeMillimetres = 1;

/**
 * Land with every corner inserted that lies within reach of one of its edges, in order along that edge; near two edges
 * of a ring, in the nearest. Left out are corners the ring has, corners beyond the ends of the edges, and those whose
 * insertion would make an edge cross or touch another. The same land when nothing is inserted.
 */
export function insertCorners(
  land: MultiPolygon,
  corners: readonly Point[],
  reachMillimetres = reachOfEdgeMillimetres,
): MultiPolygon {
  const near = cornersNear(land, corners, reachMillimetres);
  if (near.length === 0) return land;
  const rings: Point[][] = land.flatMap((polygon) => polygon.map((ring) => [...ring]));
  let inserted = 0;
  for (const ring of rings) {
    // From the last edge to the first, so that the numbers of the edges to come stay what they are.
    for (const [edge, places] of placesOn(ring, near, { reachMillimetres, isClosed: true })) {
      const isForward = isFromWest(ring[edge]!, ring[(edge + 1) % ring.length]!);
      let after = edge;
      for (const { corner, isOnEdge } of isForward ? places : places.reverse()) {
        if (!isOnEdge && !isFree(rings, ring, after, corner)) continue;
        ring.splice(after + 1, 0, corner);
        if (isForward) after += 1;
        inserted += 1;
      }
    }
  }
  if (inserted === 0) return land;
  let at = 0;
  return land.map((polygon) => polygon.map(() => rings[at++]!));
}

/**
 * Land with the corners that another land got on edges they share, wherever they lie: `after` is `before` with more
 * corners. For neighbours that have every corner in common; exact also where a sliver is narrower than the reach. The
 * same land when it has none of those edges; split.too-narrow when its edges would meet or a ring turn over.
 */
export function followCorners(
  land: MultiPolygon,
  before: MultiPolygon,
  after: MultiPolygon,
): MultiPolygon | SplitRefusal {
  const chains = chainsBetween(before, after);
  if (chains.size === 0) return land;
  let isSame = true;
  const followed = land.map((polygon) =>
    polygon.map((ring) =>
      ring.flatMap((corner, index) => {
        const chain = chains.get(`${corner.join()} ${ring[(index + 1) % ring.length]!.join()}`);
        if (chain) isSame = false;
        return chain ? [corner, ...chain] : [corner];
      }),
    ),
  );
  if (isSame) return land;
  const meeting = findMeeting(
    followed.flat().flatMap((ring) => ring.map((from, index): Edge => [from, ring[(index + 1) % ring.length]!])),
  );
  const rings = land.flat();
  const turned = followed.flat().find((ring, at) => signedTwiceArea(ring) > 0 !== signedTwiceArea(rings[at]!) > 0);
  const place = meeting?.[1][0] ?? turned?.[0];
  if (!place) return followed;
  const [eastMillimetres, northMillimetres] = place;
  return refuseSplit('split.too-narrow', { eastMillimetres, northMillimetres });
}

/** The corners that edges have got, by the edge in both directions. */
function chainsBetween(before: MultiPolygon, after: MultiPolygon): Map<string, readonly Point[]> {
  const chains = new Map<string, readonly Point[]>();
  if (before === after) return chains;
  before.flat().forEach((ring, at) => {
    const longer = after.flat()[at]!;
    let next = 0;
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length]!;
      const start = (next += 1);
      while (next < longer.length && !isSamePoint(longer[next]!, to)) next += 1;
      if (next === start) return;
      const chain = longer.slice(start, next);
      chains.set(`${from.join()} ${to.join()}`, chain);
      chains.set(`${to.join()} ${from.join()}`, [...chain].reverse());
    });
  });
  return chains;
}

/** The corners in the box of the land, from west to east, each once. */
function cornersNear(land: MultiPolygon, corners: readonly Point[], reach: number): readonly Point[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of land) {
    for (const [x, y] of polygon[0] ?? []) {
      west = Math.min(west, x - reach);
      east = Math.max(east, x + reach);
      south = Math.min(south, y - reach);
      north = Math.max(north, y + reach);
    }
  }
  return sortCorners(corners.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north));
}

/** Corners go in from the west end of an edge, so that what lies on its other side leaves out the same ones. */
function isFromWest(from: Point, to: Point): boolean {
  return from[0] !== to[0] ? from[0] < to[0] : from[1] < to[1];
}

/** Whether the edges from and to a corner that is set after another meet no edge of the rings. */
function isFree(rings: readonly Ring[], ring: Ring, after: number, corner: Point): boolean {
  const from = ring[after]!;
  const to = ring[(after + 1) % ring.length]!;
  for (const other of rings) {
    for (let index = 0; index < other.length; index += 1) {
      if (other === ring && index === after) continue;
      const c = other[index]!;
      const d = other[(index + 1) % other.length]!;
      if (isSamePoint(corner, c) || edgesMeet(from, corner, c, d) || edgesMeet(corner, to, c, d)) return false;
    }
  }
  return true;
}

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
