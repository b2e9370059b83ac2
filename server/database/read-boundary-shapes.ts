import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queries } from './connect.ts';
import { boundary, boundaryShape } from './schema.ts';

/** Every boundary a parcel of the park has or had, with its days and its WKB, by parcel and day. */
export function readBoundaryShapes(queries: Queries, parkId: number) {
  return queries
    .select({
      id: boundary.id,
      parcel: boundary.parcel,
      fromOn: boundary.fromOn,
      untilOn: boundary.untilOn,
      geometry: boundaryShape.geometry,
    })
    .from(boundary)
    .innerJoin(boundaryShape, and(eq(boundaryShape.parkId, boundary.parkId), eq(boundaryShape.id, boundary.id)))
    .where(eq(boundary.parkId, parkId))
    .orderBy(asc(boundary.parcel), sql`${boundary.fromOn} ASC NULLS FIRST`);
}
