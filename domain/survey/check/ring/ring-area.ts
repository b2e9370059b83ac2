import type { Ring } from '../../../geometry/shapes.ts';
import type { Report } from '../finding.ts';
import { placeOf, turn, type RingUnderCheck } from './ring-under-check.ts';

const twiceSquareMillimetresPerSquareMetre = 2_000_000;

/** Tells a ring with hardly any land, and a part so narrow that it is a sliver: its mean width is 2·area / perimeter. */
export function checkRingArea(ring: RingUnderCheck, twiceArea: number, report: Report): void {
  const { points, limits } = ring;
  const squareMetres = Math.abs(twiceArea) / twiceSquareMillimetresPerSquareMetre;
  if (squareMetres < limits.tinySquareMetres) {
    report({ code: 'tiny-area', ...placeOf(ring, 0), detail: { squareMetres } });
    return;
  }
  if (ring.ring > 0) return;
  const meanWidthMillimetres = Math.abs(twiceArea) / perimeterMillimetres(points);
  if (meanWidthMillimetres >= limits.sliverWidth) return;
  report({ code: 'sliver-part', ...placeOf(ring, 0), detail: { squareMetres, meanWidthMillimetres } });
}

export function perimeterMillimetres(points: Ring): number {
  let perimeter = 0;
  let before = points[points.length - 1];
  for (const point of points) {
    perimeter += Math.hypot(point[0] - before![0], point[1] - before![1]);
    before = point;
  }
  return perimeter;
}

/** Twice the signed area of a ring in square millimetres; null where whole numbers do not hold it. */
export function twiceAreaOrNull(points: Ring): number | null {
  let twice = 0;
  for (let corner = 1; corner + 1 < points.length; corner += 1) {
    twice += turn(points[0]!, points[corner]!, points[corner + 1]!);
    if (!Number.isSafeInteger(twice)) return null;
  }
  return twice;
}
