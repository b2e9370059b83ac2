import type { Point, Ring } from '../../../geometry/shapes.ts';
import type { Report } from '../finding.ts';
import { isSame, placeOf, turn, type RingUnderCheck } from './ring-under-check.ts';

/** Tells corners that stand where the corner before them stands, or nearly; returns the ring without the equal ones. */
export function withoutDuplicates(ring: RingUnderCheck, report: Report): RingUnderCheck {
  const { points, limits, feature, part, ring: number } = ring;
  if (!hasNearCorners(points, limits.sameCorner)) return ring;
  const numbers: number[] = [];
  const tell = (corner: number, before: number) => {
    const [from, previous] = [points[corner]!, points[before]!];
    const distanceMillimetres = Math.hypot(from[0] - previous[0], from[1] - previous[1]);
    const twiceAreaChange = Math.abs(turn(previous, from, points[(corner + 1) % points.length]!));
    const repair = {
      kind: 'drop-corner',
      feature,
      part,
      ring: number,
      corner,
      from,
      before: previous,
      twiceAreaChange,
    } as const;
    const code = distanceMillimetres === 0 ? 'duplicate-corner' : 'near-corner';
    report({ code, ...placeOf(ring, corner), detail: { distanceMillimetres }, repair });
  };
  points.forEach((point, corner) => {
    const before = numbers.at(-1);
    if (before !== undefined && isSame(point, points[before]!)) return tell(corner, before);
    if (before !== undefined && isNear(point, points[before]!, limits.sameCorner)) tell(corner, before);
    numbers.push(corner);
  });
  while (numbers.length > 1 && isSame(points[numbers.at(-1)!]!, points[0]!)) tell(numbers.pop()!, 0);
  const last = numbers.at(-1)!;
  if (numbers.length > 3 && isNear(points[last]!, points[0]!, limits.sameCorner)) tell(last, 0);
  if (numbers.length === points.length) return ring;
  return { ...ring, points: numbers.map((corner) => points[corner]!), numbers };
}

function hasNearCorners(points: Ring, within: number): boolean {
  let before = points[points.length - 1]!;
  for (const point of points) {
    if (isNear(point, before, within)) return true;
    before = point;
  }
  return false;
}

function isNear(a: Point, b: Point, within: number): boolean {
  return Math.abs(a[0] - b[0]) < within && Math.hypot(a[0] - b[0], a[1] - b[1]) < within;
}
