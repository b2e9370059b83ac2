import type { Point } from '../../geometry/shapes.ts';
import type { ComparedLand } from '../check/between/compared-land.ts';

const mostCorners = 64;

/** Proves that two small lands share none: a line along an edge of one has the one on its one side, the other beyond. */
export function areSeparated(a: ComparedLand, b: ComparedLand): boolean {
  return a.corners <= mostCorners && b.corners <= mostCorners && (hasLine(a, b) || hasLine(b, a));
}

function hasLine(land: ComparedLand, other: ComparedLand): boolean {
  for (const polygon of land.polygons) {
    const outer = polygon[0]!;
    let from = outer[outer.length - 1]!;
    for (let at = 0; at < outer.length; at += 1) {
      const to = outer[at]!;
      const side = sideOf(other, from, to);
      if (side !== null && sideOf(land, from, to) === -side) return true;
      from = to;
    }
  }
  return false;
}

/** On which side of a line all the land lies, 1 or -1; null when it has corners on both or none off the line. */
function sideOf({ polygons }: ComparedLand, [ax, ay]: Point, [bx, by]: Point): number | null {
  const [dx, dy] = [bx - ax, by - ay];
  let side = 0;
  for (const polygon of polygons) {
    const outer = polygon[0]!;
    // By index: this is asked of every corner of all neighbours, and taking pairs apart takes longer than the product.
    for (let at = 0; at < outer.length; at += 1) {
      const corner = outer[at]!;
      const turn = dx * (corner[1] - ay) - dy * (corner[0] - ax);
      if (turn === 0) continue;
      if (side !== 0 && turn > 0 !== side > 0) return null;
      side = turn > 0 ? 1 : -1;
    }
  }
  return side === 0 ? null : side;
}
