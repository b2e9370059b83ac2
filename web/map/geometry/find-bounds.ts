import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { MapBounds } from '../plan.ts';

/** The box around the features with these codes in any of the collections; null when there is none. */
export function findBounds(collections: readonly FeatureCollection[], codes: ReadonlySet<string>): MapBounds | null {
  const wanted = collections.flatMap(({ features }) => features);
  return findBox(wanted.filter(({ properties }) => codes.has(String(properties?.['code']))));
}

/** The box around features; null when they have no coordinates. */
export function findBox(features: readonly Feature[]): MapBounds | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) if (geometry) visit(geometry, (position) => widen(box, position));
  return box[0] <= box[2] ? box : null;
}

function widen(box: [number, number, number, number], [x, y]: Position): void {
  box[0] = Math.min(box[0], x!);
  box[1] = Math.min(box[1], y!);
  box[2] = Math.max(box[2], x!);
  box[3] = Math.max(box[3], y!);
}

function visit(geometry: Geometry, see: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      return see(geometry.coordinates);
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.forEach(see);
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat().forEach(see);
    case 'MultiPolygon':
      return geometry.coordinates.flat(2).forEach(see);
    case 'GeometryCollection':
      return geometry.geometries.forEach((one) => visit(one, see));
  }
}
