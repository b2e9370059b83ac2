import type { Point, Ring } from '../../../geometry/shapes.ts';
import type { Flaw, RingPlace } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';

/** One ring of a feature while it is checked; `numbers` are the corners' places in the ring as it was given. */
export interface RingUnderCheck {
  readonly feature: number;
  readonly part: number;
  readonly ring: number;
  readonly points: Ring;
  readonly numbers: readonly number[] | null;
  readonly limits: CheckLimits;
}

type Place = Required<Pick<Flaw, 'feature' | 'where' | 'place'>>;

/** Where a corner stands, for a finding. */
export function placeOf({ feature, part, ring, points, numbers }: RingUnderCheck, corner: number): Place {
  const where: RingPlace = { part, ring, corner: numbers ? numbers[corner]! : corner };
  return { feature, where, place: points[corner] ?? null };
}

/** Twice the area left of a → b → c: whole and exact for places up to 60 km apart. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

export function isSame(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
