import { arrangeRing } from '../../../domain/survey/rings/arrange-ring.ts';
import { Refused } from '../refusal.ts';
import { columnsOf, type WrittenFeature, type WrittenFile, type WrittenLand } from '../written-land.ts';
import { openGdal } from './open-gdal.ts';

const targets = {
  geopackage: { driver: 'GPKG', extension: 'gpkg', options: ['-lco', 'GEOMETRY_NAME=geom'] },
  // Without its index a FlatGeobuf keeps the order of its records.
  flatgeobuf: { driver: 'FlatGeobuf', extension: 'fgb', options: ['-lco', 'SPATIAL_INDEX=NO'] },
} as const;

const vectorReadOnly = 0x04 | 0x40;

/** A GeoPackage or FlatGeobuf of multipolygons in the system of the land. To be called once in a worker. Throws Refused. */
export async function writeGisFile(
  land: WrittenLand,
  format: 'geopackage' | 'flatgeobuf',
  memoryMegabytes: number,
): Promise<WrittenFile> {
  const { driver, extension, options } = targets[format];
  const gdal = await openGdal(memoryMegabytes, { OGR_CURRENT_DATE: '2000-01-01T00:00:00.000Z' });
  gdal.files.writeFile('/in/land.geojson', new TextEncoder().encode(geoJsonOf(land)));
  const source = gdal.withList(['GeoJSON'], (drivers) =>
    gdal.withList(['DATE_AS_STRING=YES'], (open) =>
      gdal.call('GDALOpenEx', '/in/land.geojson', vectorReadOnly, drivers, open, null),
    ),
  );
  if (source === 0) throw gdal.failure();
  const path = `/out/land.${extension}`;
  const name = land.name.replace(/^-+/, '') || 'land';
  const all = ['-f', driver, '-a_srs', `EPSG:${land.epsg}`, '-nlt', 'MULTIPOLYGON', '-nln', name].concat(options);
  const written = gdal.withList(all, (list) => {
    const settings = gdal.call('GDALVectorTranslateOptionsNew', list, null);
    return gdal.withList([], (datasets) => {
      gdal.setPointer(datasets, source);
      return gdal.call('GDALVectorTranslate', path, null, 1, datasets, settings, null);
    });
  });
  if (written === 0) throw gdal.failure();
  gdal.call('GDALClose', written);
  const bytes = gdal.files.readFile(path);
  if (bytes.length === 0) throw new Refused('survey.reader-failed', { message: gdal.complaints.at(-1) ?? null });
  return { bytes, extension, notes: [] };
}

function geoJsonOf({ features }: WrittenLand): string {
  const lines = features.map((feature) => {
    const geometry = { type: 'MultiPolygon', coordinates: coordinatesOf(feature) };
    return JSON.stringify({ type: 'Feature', properties: columnsOf(feature), geometry });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}`;
}

function coordinatesOf({ polygons }: WrittenFeature): number[][][][] {
  return polygons.map((polygon) =>
    polygon.map((positions, ring) => {
      const winding = ring === 0 ? 'counter-clockwise' : 'clockwise';
      const arranged = arrangeRing({ positions, names: null }, { start: 'kept', winding }).positions;
      return [...arranged, arranged[0]!].map(([x, y]) => [x, y]);
    }),
  );
}
