import { openEdges } from '../geometry/coverage.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { boxOf, nearPairs, type Box } from './near-pairs.ts';

/** How far a window reaches beyond its faults, so that none of them touches its border. */
export const windowReachMillimetres = 100;

/**
 * Boxes in millimetres, none meeting another, outside of which the parts cover the outline exactly once: land changes
 * from once to never or twice only across an edge that nothing answers, and every such edge lies in a box.
 */
export function faultWindows(parts: readonly MultiPolygon[], outline: MultiPolygon): Box[] {
  let boxes = openEdges(parts, outline).map(({ from, to }) => reaching(boxOf([[[from, to]]])));
  for (;;) {
    const pairs = nearPairs(boxes);
    if (pairs.length === 0) return boxes;
    boxes = merged(boxes, pairs);
  }
}

function reaching({ west, south, east, north }: Box): Box {
  const reach = windowReachMillimetres;
  return { west: west - reach, south: south - reach, east: east + reach, north: north + reach };
}

function merged(boxes: readonly Box[], pairs: readonly (readonly [number, number])[]): Box[] {
  const leaders = boxes.map((_, index) => index);
  const leaderOf = (index: number): number => {
    while (leaders[index] !== index) index = leaders[index] = leaders[leaders[index]!]!;
    return index;
  };
  for (const [a, b] of pairs) leaders[leaderOf(b)] = leaderOf(a);
  const groups = new Map<number, Box>();
  boxes.forEach((box, index) => {
    const leader = leaderOf(index);
    const other = groups.get(leader) ?? box;
    groups.set(leader, {
      west: Math.min(box.west, other.west),
      south: Math.min(box.south, other.south),
      east: Math.max(box.east, other.east),
      north: Math.max(box.north, other.north),
    });
  });
  return [...groups.values()];
}
