import { asc, eq } from 'drizzle-orm';
import { parkGrid } from '../../domain/geometry/grid.ts';
import type { MultiPolygon, Point } from '../../domain/geometry/shapes.ts';
import type { Park, PlanVersion } from '../../domain/park/schema.ts';
import { landColumns } from '../database/columns.ts';
import type { Queries } from '../database/connect.ts';
import { boundaryOf, withArea } from '../database/measure.ts';
import { planVersion, surveyExtent } from '../database/schema.ts';
import { isStrictlyWithin } from '../../domain/geometry/is-strictly-within.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

/** The plan versions of a park, oldest first, with the degrees their boundary spans. */
export async function planOutlines(queries: Queries, parkId: number, park: Park) {
  const rows = await queries
    .select(landColumns(planVersion))
    .from(planVersion)
    .where(eq(planVersion.parkId, parkId))
    .orderBy(asc(planVersion.inForceFrom));
  return rows.map((row) => {
    const version: PlanVersion = withArea(row, park);
    const polygons = boundaryOf(row.geometry, park);
    return { version, polygons, bounds: boundsOf(polygons, park) };
  });
}

export type PlanOutline = Awaited<ReturnType<typeof planOutlines>>[number];

/** The surveyed extents of a park and which of its plan versions lie strictly inside them. */
export async function surveys(queries: Queries, parkId: number, park: Park, plans: readonly PlanOutline[]) {
  const rows = await queries
    .select(landColumns(surveyExtent))
    .from(surveyExtent)
    .where(eq(surveyExtent.parkId, parkId))
    .orderBy(asc(surveyExtent.surveyedOn));
  return rows.map((row) => {
    const extent = boundaryOf(row.geometry, park);
    const contained = plans.filter(({ polygons }) => isStrictlyWithin(polygons, extent));
    return { ...withArea(row, park), containsPlanVersions: contained.map(({ version }) => version.code) };
  });
}

function boundsOf(polygons: MultiPolygon, park: Park): Bounds {
  const grid = parkGrid(park);
  const bounds: Bounds = [180, 90, -180, -90];
  for (const point of polygons.flat(2) as Point[]) {
    const [lon, lat] = grid.toDegrees(point);
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
