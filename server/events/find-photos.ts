import type { Document } from '../../domain/document/schema.ts';
import type { ParkGrid } from '../../domain/geometry/grid.ts';
import type { Point } from '../../domain/geometry/shapes.ts';
import { nearbyMetres } from '../../domain/park/spot.ts';
import type { Queries } from '../database/connect.ts';
import { documentsWithin } from '../documents/queries.ts';

/** Photos whose camera stood near a point of the grid, with the distance on the plane; the oldest first. */
export async function findPhotos(
  queries: Queries,
  parkId: number,
  { grid, point }: { readonly grid: ParkGrid; readonly point: Point },
): Promise<{ document: Document; distanceMetres: number }[]> {
  const reach = nearbyMetres * 1_000 * 1.01;
  const corners = [-reach, reach].flatMap((x) =>
    [-reach, reach].map((y) => grid.toDegrees([point[0] + x, point[1] + y])),
  );
  const [longitudes, latitudes] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const photos = await documentsWithin(queries, parkId, {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  });
  return photos.flatMap((document) => {
    if (document.longitude === null || document.latitude === null) return [];
    const [east, north] = grid.toMillimetres([document.longitude, document.latitude]);
    const distanceMetres = Math.hypot(east - point[0], north - point[1]) / 1_000;
    return distanceMetres <= nearbyMetres ? [{ document, distanceMetres }] : [];
  });
}
