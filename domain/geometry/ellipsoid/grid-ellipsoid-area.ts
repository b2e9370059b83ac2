import { ellipsoidAreaSquareMetres } from './ellipsoid-area.ts';
import type { ParkGrid } from '../grid.ts';
import type { MultiPolygon, Point, Ring } from '../shapes.ts';

/**
 * Area in square metres on the ellipsoid of land whose boundary is straight on the park's grid, as the law draws it;
 * points are millimetres from its origin. Geodesics between the same corners enclose another area: 33 km from the
 * central meridian by 4e-9 of a parcel of 250 m (0.0003 m²) and by 1.4e-7 of an outline of 5 km (3.5 m²).
 */
export function gridEllipsoidAreaSquareMetres(polygons: MultiPolygon, grid: ParkGrid): number {
  const whole = geodesicArea(polygons, grid);
  const halved = geodesicArea(
    polygons.map((polygon) => polygon.map(withMiddles)),
    grid,
  );
  return halved + (halved - whole) / 3;
}

function geodesicArea(polygons: MultiPolygon, { originEast, originNorth, metresToDegrees }: ParkGrid): number {
  const toDegrees = ([east, north]: Point) => metresToDegrees(originEast + east / 1000, originNorth + north / 1000);
  return ellipsoidAreaSquareMetres(polygons.map((polygon) => polygon.map((ring) => ring.map(toDegrees))));
}

/** The land between a straight edge and the geodesic grows with the cube of the length: two halves leave a quarter. */
function withMiddles(ring: Ring): Ring {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    return [from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]];
  });
}
