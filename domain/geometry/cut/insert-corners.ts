import type { MultiPolygon, Point, Ring } from '../shapes.ts';
import { edgesMeet, isSamePoint } from './edges-meet.ts';
import { placesOn, reachOfEdgeMillimetres, sortCorners } from './places-on.ts';

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
