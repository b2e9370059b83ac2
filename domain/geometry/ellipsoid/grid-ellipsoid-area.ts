import { ellipsoidAreaSquareMetres } from './ellipsoid-area.ts';
import type { ParkGrid } from '../grid.ts';
import type { MultiPolygon, Ring } from '../shapes.ts';

/**
 * Area in square metres on the ellipsoid of land whose boundary is straight on the park's grid, as the law draws it;
 * points are millimetres from its origin. Geodesics between the same corners enclose another area: 33 km from the
 * central meridian by 4e-9 of a parcel of 250 m (0.0003 m²) and by 1.4e-7 of an outline of 5 km (3.5 m²).
 */
export function gridEllipsoidAreaSquareMetres(polygons: MultiPolygon, grid: ParkGrid): number {
  const halved = polygons.map((polygon) => polygon.map((ring) => withMiddles(ring, grid)));
  const whole = halved.map((polygon) => polygon.map((ring) => ring.filter((_, at) => at % 2 === 0)));
  const area = ellipsoidAreaSquareMetres(halved);
  return area + (area - ellipsoidAreaSquareMetres(whole)) / 3;
}

/**
 * The corners in degrees, after each the middle of its edge. The land between a straight edge and the geodesic grows with
 * the cube of the length: two halves leave a quarter.
 */
function withMiddles(ring: Ring, { originEast, originNorth, metresToDegrees }: ParkGrid): [number, number][] {
  const toDegrees = (east: number, north: number) =>
    metresToDegrees(originEast + east / 1000, originNorth + north / 1000);
  const degrees: [number, number][] = [];
  for (let at = 0; at < ring.length; at += 1) {
    const from = ring[at]!;
    const to = ring[at + 1 === ring.length ? 0 : at + 1]!;
    degrees.push(toDegrees(from[0], from[1]), toDegrees((from[0] + to[0]) / 2, (from[1] + to[1]) / 2));
  }
  return degrees;
}
