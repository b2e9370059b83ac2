import { closeSync, openSync, writeSync } from 'node:fs';
import type { Ring } from '../../../domain/geometry/shapes.ts';
import type { PlacedFeature } from '../../../domain/survey/check/finding.ts';

interface Origin {
  readonly originEast: number;
  readonly originNorth: number;
}

const zonePrefix = 39_000_000;
const head =
  '{"type":"FeatureCollection","name":"parcels","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4527"}},"features":[\n';

/** Writes parcels as GeoJSON in EPSG:4527 (metres with the zone before the east), as a survey office hands them over. */
export function writeFabric(
  path: string,
  features: readonly PlacedFeature[],
  { originEast, originNorth }: Origin,
): void {
  const file = openSync(path, 'w');
  const written = (millimetres: number, metres: number) => ((metres * 1000 + millimetres) / 1000).toFixed(3);
  const corner = ([x, y]: Ring[number]) => `[${written(x, zonePrefix + originEast)},${written(y, originNorth)}]`;
  const ring = (corners: Ring) => `[${[...corners, corners[0]!].map(corner).join(',')}]`;
  writeSync(file, head);
  features.forEach(({ code, declaredArea, polygons }, index) => {
    const parts = polygons.map((rings) => `[${rings.map(ring).join(',')}]`);
    const [type, coordinates] = parts.length === 1 ? ['Polygon', parts[0]] : ['MultiPolygon', `[${parts.join(',')}]`];
    const properties = JSON.stringify({ 地块编号: code, 地块面积_平方米: declaredArea?.value ?? null });
    const line = `{"type":"Feature","properties":${properties},"geometry":{"type":"${type}","coordinates":${coordinates}}}`;
    writeSync(file, `${index === 0 ? '' : ',\n'}${line}`);
  });
  writeSync(file, '\n]}\n');
  closeSync(file);
}
