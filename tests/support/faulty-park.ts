import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bboxClip } from '@turf/turf';
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import { pino } from 'pino';
import { squareMetres, twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import { toGridGeometry } from '../../domain/geometry/from-geojson.ts';
import { parkGrid } from '../../domain/geometry/grid.ts';
import type { Park } from '../../domain/park/schema.ts';
import { openHouse, type OpenHouse } from '../../server/open-house.ts';
import { readSettings } from '../../server/settings.ts';

const source = join(import.meta.dirname, '../../data/geo');
const cutLatitude = 27.491;

type Land = Feature<Polygon, Record<string, unknown>>;

/**
 * A house with 和顺 only, drawn badly: HS-06 stands 0.00015° (15 m) too far east, HS-13 has lost a corner, one corner of
 * HS-03 is a centimetre off, and the park is cut into two phases across its parcels at 27.491° N. HS-15 is registered
 * with 0.2 % more land than it has, HS-16 with the area it has to a hundredth of a square metre.
 */
export async function openFaultyHouse(folder: string): Promise<OpenHouse> {
  const geoFolder = join(folder, 'geo');
  mkdirSync(geoFolder);
  cpSync(join(source, 'heshun'), join(geoFolder, 'heshun'), { recursive: true });
  cpSync(join(source, 'land-use.json'), join(geoFolder, 'land-use.json'));
  const park = JSON.parse(readFileSync(join(geoFolder, 'heshun/park.json'), 'utf8')) as Park;
  const rewrite = (name: string, change: (collection: FeatureCollection) => void) => {
    const path = join(geoFolder, 'heshun', `${name}.geojson`);
    const collection = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection;
    change(collection);
    writeFileSync(path, JSON.stringify(collection));
  };
  rewrite('parcels', ({ features }) => {
    for (const feature of features as Land[]) {
      spoil(feature);
      bookByPlace(feature);
      if (feature.properties['code'] === 'HS-15') register(feature, 1.002, park);
      if (feature.properties['code'] === 'HS-16') register(feature, 1, park);
    }
  });
  rewrite('zones', ({ features }) => (features as Land[]).forEach(bookByPlace));
  rewrite('phases', (collection) => {
    collection.features = halves(collection.features[0] as Land);
  });
  const settings = { ...readSettings({ DATA_DIR: join(folder, 'store') }), geoFolder };
  return openHouse(settings, pino({ level: 'silent' }), () => undefined);
}

function spoil({ properties, geometry }: Land): void {
  const [ring] = geometry.coordinates;
  if (properties['code'] === 'HS-06') {
    geometry.coordinates = geometry.coordinates.map((one) => one.map((at) => [at[0]! + 0.00015, at[1]!]));
  }
  if (properties['code'] === 'HS-13') ring!.splice(5, 1);
  if (properties['code'] === 'HS-03') ring![3] = [ring![3]![0]! + 0.0000001, ring![3]![1]!];
}

function register({ properties, geometry }: Land, times: number, park: Park): void {
  const land = toGridGeometry(geometry, parkGrid(park));
  if (land.type !== 'Area') throw new TypeError('a parcel is an area');
  const area = squareMetres(twiceAreaSquareMillimetres(land.polygons));
  properties['registeredSquareMetres'] = Math.round(area * times * 100) / 100;
}

function bookByPlace({ properties, geometry }: Land): void {
  const north = (geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as Position[]).map(([, lat]) => lat!);
  properties['phase'] = (Math.min(...north) + Math.max(...north)) / 2 < cutLatitude ? '1' : '2';
}

function halves(phase: Land): Land[] {
  const half = (code: string, south: number, north: number): Land => {
    const { geometry } = bboxClip(phase, [117, south, 118, north]) as Land;
    const [name, nameEn] = code === '1' ? ['一期', 'Phase 1'] : ['二期', 'Phase 2'];
    return { type: 'Feature', properties: { code, name, nameEn }, geometry };
  };
  return [half('1', 27, cutLatitude), half('2', cutLatitude, 28)];
}
