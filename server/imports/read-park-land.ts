import { asc, eq } from 'drizzle-orm';
import { planInForce } from '../../domain/account/account.ts';
import type { Day } from '../../domain/day.ts';
import { boxOf } from '../../domain/ledger/near-pairs.ts';
import type { Placed } from '../../domain/ledger/land-parts.ts';
import type { PlannedLand } from '../../domain/parcel/new-parcel-row.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import type { SurveyedPark } from '../../domain/survey/examine.ts';
import type { Queries } from '../database/connect.ts';
import { centrelineOf } from '../database/measure.ts';
import { road } from '../database/schema.ts';
import { readBoundaries } from '../ledger/read-boundaries.ts';
import type { ParkMemory } from '../park-memory.ts';

/** The land of a park on a day as an import meets it. */
export interface ParkLand {
  readonly park: SurveyedPark;
  readonly plan: PlannedLand;
  /** The parcels of the plan version in force. */
  readonly parcels: readonly Placed<Parcel>[];
  /** Codes of parcels there are on other days only: they are never used again. */
  readonly usedCodes: ReadonlySet<string>;
}

export async function readParkLand(queries: Queries, { facts, parkId }: ParkMemory, on: Day): Promise<ParkLand> {
  const { planVersions, phases, zones, parcels } = await readBoundaries(queries, parkId, facts, on);
  const { code: planVersion } = planInForce(facts, on);
  const outline = planVersions.find(({ fields }) => fields.code === planVersion)?.polygons ?? [];
  const roads = await queries.select().from(road).where(eq(road.parkId, parkId)).orderBy(asc(road.code));
  const { west, south, east, north } = boxOf(outline);
  const { code, epsg, originEast, originNorth } = facts.park;
  const usedCodes = new Set(facts.parcels.keys());
  const ofPlan = parcels.filter(({ fields }) => fields.planVersion === planVersion);
  for (const { fields } of ofPlan) usedCodes.delete(fields.code);
  return {
    park: {
      code,
      epsg,
      originEast,
      originNorth,
      outline,
      outlineBox: [west, south, east, north],
      parcels: ofPlan.map(({ fields, polygons }) => ({ code: fields.code, polygons })),
    },
    plan: {
      planVersion,
      phases: phases.map(({ fields, polygons }) => ({ code: fields.code, polygons })),
      zones: zones
        .filter(({ fields }) => fields.planVersion === planVersion)
        .map(({ fields: { code: zone, standard, landUse, account }, polygons }) => ({
          code: zone,
          standard,
          landUse,
          account,
          polygons,
        })),
      roads: roads.map(({ code: name, designWidthMetres, geometry }) => ({
        code: name,
        designWidthMetres,
        centreline: centrelineOf(geometry, facts.park),
      })),
    },
    parcels: ofPlan,
    usedCodes,
  };
}
