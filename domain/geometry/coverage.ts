import { signedTwiceArea } from './area.ts';
import type { MultiPolygon, Point, Ring } from './shapes.ts';

/** An edge of the parts that no neighbour and no edge of the whole answers. */
export interface OpenEdge {
  readonly from: Point;
  readonly to: Point;
  /** Index of the part, or null for an edge of the whole that no part has. */
  readonly part: number | null;
}

/**
 * Checks that parts cover a whole without gap or overlap and share their corners: every directed edge of a part must be
 * met by exactly one opposite edge of another part, or be an edge of the whole. Returns the edges for which this fails.
 */
export function openEdges(parts: readonly MultiPolygon[], whole: MultiPolygon): OpenEdge[] {
  const waiting = new Map<string, OpenEdge[]>();
  const meet = (from: Point, to: Point, part: number | null) => {
    const opposite = waiting.get(edgeKey(to, from));
    if (opposite?.length) {
      opposite.pop();
      if (opposite.length === 0) waiting.delete(edgeKey(to, from));
      return;
    }
    const same = waiting.get(edgeKey(from, to));
    if (same) same.push({ from, to, part });
    else waiting.set(edgeKey(from, to), [{ from, to, part }]);
  };
  parts.forEach((polygons, part) => eachEdge(polygons, (from, to) => meet(from, to, part)));
  eachEdge(whole, (from, to) => meet(to, from, null));
  return [...waiting.values()].flat();
}

/** Every edge with the land on its left, whatever the winding of the rings. */
export function eachEdge(polygons: MultiPolygon, visit: (from: Point, to: Point) => void): void {
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const isCounterClockwise = signedTwiceArea(ring) > 0;
      const points: Ring = isCounterClockwise === (index === 0) ? ring : [...ring].reverse();
      points.forEach((from, at) => visit(from, points[(at + 1) % points.length]!));
    });
  }
}

/** What two edges with the same ends in the same order have in common. */
export function edgeKey([fromEast, fromNorth]: Point, [toEast, toNorth]: Point): string {
  return `${fromEast},${fromNorth},${toEast},${toNorth}`;
}
