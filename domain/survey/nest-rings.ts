import { interiorPoint } from './rings/interior-point.ts';
import { RingIndex } from './rings/ring-index.ts';
import { signedRingArea } from './rings/signed-ring-area.ts';
import type { Position } from './survey-file.ts';

type FlatRing = readonly Position[];

export interface NestedRings {
  /** Numbers of rings, by polygon: the outer ring first, its holes after it, in the order they were given. */
  readonly polygons: readonly (readonly number[])[];
  /** False when the rings lie in one another in so many ways that the work was cut short; what is left is outer. */
  readonly isComplete: boolean;
}

/** Areas nearer to one another than this part are equal: a ring that is there twice does not contain itself. */
const equalPart = 1e-9;

/** Flat rings as polygons, by containment and not by their order or winding; see `nestRingNumbers`. */
export function nestRings(rings: readonly FlatRing[]): (readonly FlatRing[])[] {
  return nestRingNumbers(rings).polygons.map((polygon) => polygon.map((ring) => rings[ring]!));
}

/**
 * A ring at an even depth is an outer ring, at an odd depth a hole of the smallest ring around it. Rings are without
 * closing point, in any unit. A point well inside each ring stands for it, so rings may touch at corners and along
 * edges; of rings that cross, the smaller one is in the larger one when that point is. Never throws.
 */
export function nestRingNumbers(rings: readonly FlatRing[]): NestedRings {
  if (rings.length < 2) return { polygons: rings.map((_, ring) => [ring]), isComplete: true };
  const areas = rings.map((ring) => Math.abs(signedRingArea(ring)) || 0);
  const largestFirst = rings.map((_, ring) => ring).sort((a, b) => areas[b]! - areas[a]! || a - b);
  const index = new RingIndex(rings);
  const outerOf = new Map<number, number>();
  const isHole = new Uint8Array(rings.length);
  for (const ring of largestFirst) {
    const around = areas[ring]! * (1 + equalPart);
    const parent = index.smallestAround(ring, interiorPoint(rings[ring]!), (other) => areas[other]! > around);
    if (parent !== null && !isHole[parent]) {
      isHole[ring] = 1;
      outerOf.set(ring, parent);
    }
    if (areas[ring]! > 0) index.add(ring);
  }
  return { polygons: gathered(rings.length, outerOf), isComplete: !index.isExhausted };
}

function gathered(count: number, outerOf: ReadonlyMap<number, number>): number[][] {
  const polygons = new Map<number, number[]>();
  for (let ring = 0; ring < count; ring += 1) if (!outerOf.has(ring)) polygons.set(ring, [ring]);
  for (let ring = 0; ring < count; ring += 1) polygons.get(outerOf.get(ring) ?? -1)?.push(ring);
  return [...polygons.values()];
}
