import { signedTwiceArea } from '../geometry/area.ts';
import type { Position } from './survey-file.ts';

const furthestExactMillimetres = 20_000_000;
const furthestDegrees = 180;

/**
 * Twice the plane area in square millimetres of polygons in metres, on coordinates rounded to a millimetre: exact, and
 * of land beyond 20 km to the last digit of a double. Null for numbers that can only be degrees.
 */
export function twicePlaneAreaSquareMillimetres(
  polygons: readonly (readonly (readonly Position[])[])[],
): number | null {
  const rings = polygons.flat();
  const isPlane = rings.some((ring) =>
    ring.some((corner) => corner.some((value) => Math.abs(value) > furthestDegrees)),
  );
  if (!isPlane) return null;
  return polygons.reduce(
    (sum, polygon) => polygon.reduce((rest, ring, index) => rest + (index === 0 ? 1 : -1) * twice(ring), sum),
    0,
  );
}

function twice(ring: readonly Position[]): number {
  const [east, north] = ring[0] ?? [0, 0];
  const points = ring.map((corner): [number, number] => [
    Math.round(corner[0] * 1000) - Math.round(east * 1000),
    Math.round(corner[1] * 1000) - Math.round(north * 1000),
  ]);
  const isNear = points.every((point) => point.every((value) => Math.abs(value) <= furthestExactMillimetres));
  return Math.abs(isNear ? signedTwiceArea(points) : twiceOfWide(points));
}

function twiceOfWide(points: readonly (readonly [number, number])[]): number {
  let sum = 0n;
  for (let index = 1; index + 1 < points.length; index += 1) {
    const [a, b] = [points[index]!, points[index + 1]!];
    if (![...a, ...b].every(Number.isSafeInteger)) return NaN;
    sum += BigInt(a[0]) * BigInt(b[1]) - BigInt(b[0]) * BigInt(a[1]);
  }
  return Number(sum);
}
