import type { MultiPolygon, Point, Ring } from './shapes.ts';

/** Whether a point lies in an area or on its boundary (a hole's edge too). Exact on millimetre coordinates. */
export function containsPoint(polygons: MultiPolygon, point: Point): boolean {
  return polygons.some((polygon) => {
    let isOdd = false;
    for (const ring of polygon) {
      const crossed = crossings(ring, point);
      if (crossed === 'edge') return true;
      if (crossed) isOdd = !isOdd;
    }
    return isOdd;
  });
}

/** Whether a ray to the east crosses the ring an odd number of times; `edge` when the point lies on the ring. */
function crossings(ring: Ring, [east, north]: Point): boolean | 'edge' {
  let isOdd = false;
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    const turn = (b[0] - a[0]) * (north - a[1]) - (east - a[0]) * (b[1] - a[1]);
    const isBeside = Math.min(a[1], b[1]) <= north && north <= Math.max(a[1], b[1]);
    if (turn === 0 && isBeside && Math.min(a[0], b[0]) <= east && east <= Math.max(a[0], b[0])) return 'edge';
    if (a[1] > north === b[1] > north) continue;
    if (turn > 0 === b[1] > a[1]) isOdd = !isOdd;
  }
  return isOdd;
}
