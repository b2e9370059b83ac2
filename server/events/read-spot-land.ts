import { asc, eq } from 'drizzle-orm';
import { decodeWkb } from '../../domain/geometry/wkb.ts';
import { outlined, type Outlined, type SpotLand } from '../../domain/park/spot.ts';
import type { Queries } from '../database/connect.ts';
import { boundaryOf, centrelineOf } from '../database/measure.ts';
import { readBoundaryShapes } from '../database/read-boundary-shapes.ts';
import { phase, planVersion, road, surveyExtent, work, zone } from '../database/schema.ts';
import type { ParkMemory } from '../park-memory.ts';

/** All land of a park with its geometry, of every plan version, and every boundary a parcel ever had. */
export async function readSpotLand(queries: Queries, { parkId, facts }: ParkMemory): Promise<SpotLand> {
  const read = async (table: typeof planVersion | typeof phase | typeof surveyExtent): Promise<Outlined[]> => {
    const { code, geometry } = table;
    const rows = await queries
      .select({ code, geometry })
      .from(table)
      .where(eq(table.parkId, parkId))
      .orderBy(asc(code));
    return rows.map((row) => outlined(row.code, boundaryOf(row.geometry, facts.park)));
  };
  const zones = await queries.select().from(zone).where(eq(zone.parkId, parkId)).orderBy(asc(zone.code));
  const roads = await queries.select().from(road).where(eq(road.parkId, parkId)).orderBy(asc(road.code));
  const works = await queries
    .select({ code: work.code, geometry: work.geometry })
    .from(work)
    .where(eq(work.parkId, parkId))
    .orderBy(asc(work.code));
  const inForceFrom = new Map(facts.planVersions.map((version, at) => [version.code, at]));
  return {
    planVersions: (await read(planVersion)).sort(
      (a, b) => (inForceFrom.get(a.code) ?? 0) - (inForceFrom.get(b.code) ?? 0),
    ),
    surveys: await read(surveyExtent),
    phases: await read(phase),
    zones: zones.map(({ code, planVersion: plan, geometry }) => ({
      ...outlined(code, boundaryOf(geometry, facts.park)),
      planVersion: plan,
    })),
    parcels: (await readBoundaryShapes(queries, parkId)).flatMap(({ parcel, geometry }) => {
      const plan = facts.parcels.get(parcel)?.planVersion;
      return plan === undefined ? [] : [{ ...outlined(parcel, boundaryOf(geometry, facts.park)), planVersion: plan }];
    }),
    roads: roads.map(({ code, designWidthMetres, geometry }) => ({
      code,
      designWidthMetres,
      centreline: centrelineOf(geometry, facts.park),
    })),
    works: works.map(({ code, geometry }) => ({ code, shape: decodeWkb(geometry, facts.park) })),
  };
}
