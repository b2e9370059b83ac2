import { asc } from 'drizzle-orm';
import type { FeatureCollection } from 'geojson';
import { z } from 'zod';
import { planInForce } from '../../domain/account/account.ts';
import { daySchema } from '../../domain/day-schema.ts';
import { toGridGeometry } from '../../domain/geometry/from-geojson.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import type { MultiPolygon } from '../../domain/geometry/shapes.ts';
import { holdsOn } from '../../domain/parcel/parcels-on.ts';
import { boxOf } from '../../domain/ledger/near-pairs.ts';
import { knownUntil } from '../../domain/park/facts.ts';
import { parkSchema, type Park } from '../../domain/park/schema.ts';
import type { SurveyedPark } from '../../domain/survey/examine.ts';
import { park as parkTable } from '../database/schema.ts';
import { readBoundaries } from '../ledger/read-boundaries.ts';
import { askServer } from '../operator/ask-server.ts';
import { findServer } from '../operator/find-server.ts';
import type { OperatorFile } from '../operator/operator-file.ts';
import { ParkMemories } from '../park-memories.ts';
import { openSources } from '../report/open-sources.ts';
import type { Settings } from '../settings.ts';

/**
 * The parks with their outline and parcels: from the running server that holds the data, from the database, or where
 * there is none yet from data/geo. Throws StartError.
 */
export async function surveyedParks(settings: Settings, say: (line: string) => void): Promise<SurveyedPark[]> {
  const server = await findServer(settings);
  return server ? askParks(server) : readParks(settings, say);
}

async function readParks(settings: Settings, say: (line: string) => void): Promise<SurveyedPark[]> {
  const database = await openSources(settings, say);
  try {
    const memories = new ParkMemories(database);
    const codes = await database.queries.select({ code: parkTable.code }).from(parkTable).orderBy(asc(parkTable.code));
    const parks: SurveyedPark[] = [];
    for (const { code } of codes) {
      const memory = await memories.of(code);
      if (!memory) continue;
      const { facts } = memory;
      const { planVersions, parcels } = await readBoundaries(database.queries, memory.parkId, facts, knownUntil(facts));
      const plan = planInForce(facts, knownUntil(facts)).code;
      const outline = planVersions.find(({ fields }) => fields.code === plan)?.polygons ?? [];
      const land = parcels.map(({ fields, polygons }) => ({ code: fields.code, polygons }));
      parks.push(surveyedPark(facts.park, outline, land));
    }
    return parks;
  } finally {
    await database.close();
  }
}

const listAnswer = z.object({ parks: z.array(z.object({ code: z.string() })) });
const parkAnswer = z.object({ park: parkSchema, inForce: z.string(), knownUntil: daySchema });
const boundaryDays = z.object({
  fromOn: daySchema.nullable().default(null),
  untilOn: daySchema.nullable().default(null),
});

async function askParks(server: OperatorFile): Promise<SurveyedPark[]> {
  const ask = async (path: string) => (await askServer(server, `/api/parks${path}`)).json();
  const { parks } = listAnswer.parse(await ask(''));
  return Promise.all(
    parks.map(async ({ code }) => {
      const { park, inForce, knownUntil: today } = parkAnswer.parse(await ask(`/${code}`));
      const grid = parkGrid(park);
      const layer = async (name: string) => {
        const { features } = (await ask(`/${code}/layers/${name}`)) as FeatureCollection;
        const there = features.filter(({ properties }) => holdsOn(boundaryDays.parse(properties ?? {}), today));
        return there.map(({ properties, geometry }) => {
          const land = toGridGeometry(geometry, grid);
          return { code: String(properties?.['code']), polygons: land.type === 'Area' ? land.polygons : [] };
        });
      };
      const outline = (await layer('plan-versions')).find((plan) => plan.code === inForce)?.polygons ?? [];
      return surveyedPark(park, outline, await layer('parcels'));
    }),
  );
}

function surveyedPark(park: Park, outline: MultiPolygon, parcels: SurveyedPark['parcels']): SurveyedPark {
  const { code, epsg, originEast, originNorth } = park;
  const { west, south, east, north } = boxOf(outline);
  return { code, epsg, originEast, originNorth, outline, outlineBox: [west, south, east, north], parcels };
}
