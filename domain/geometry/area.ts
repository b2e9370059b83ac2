import type { MultiPolygon, Ring } from './shapes.ts';

const twiceSquareMillimetresPerSquareMetre = 2_000_000;

/**
 * Twice the plane area in square millimetres: outer rings minus holes, whatever their winding.
 * Exact for rings up to 20 km across (every partial sum is an integer below 2^53). Throws beyond that.
 */
export function twiceAreaSquareMillimetres(polygons: MultiPolygon): number {
  let twice = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const area = Math.abs(signedTwiceArea(ring));
      twice += index === 0 ? area : -area;
    });
  }
  return twice;
}

/** Twice the signed area of a ring in square millimetres, positive when counter-clockwise. */
export function signedTwiceArea(ring: Ring): number {
  const [first] = ring;
  if (!first) return 0;
  let twice = 0;
  for (let index = 1; index + 1 < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[index + 1]!;
    const ax = a[0] - first[0];
    const ay = a[1] - first[1];
    const bx = b[0] - first[0];
    const by = b[1] - first[1];
    twice += ax * by - bx * ay;
  }
  if (!Number.isSafeInteger(twice)) throw new RangeError('the ring is not on the millimetre grid or is too large');
  return twice;
}

/** Square metres of twice an area in square millimetres. */
export function squareMetres(twiceSquareMillimetres: number): number {
  return twiceSquareMillimetres / twiceSquareMillimetresPerSquareMetre;
}
