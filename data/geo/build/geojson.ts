import proj4 from 'proj4';
import type { Vertex } from './cover/node.ts';

export type Properties = Record<
  string,
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Record<string, string | number>
  | readonly Record<string, number>[]
>;
export type Ring = readonly Vertex[];
export type Shape =
  | { type: 'Point'; at: Vertex }
  | { type: 'LineString'; line: readonly Vertex[] }
  | { type: 'Polygon'; rings: readonly Ring[] }
  | { type: 'MultiPolygon'; polygons: readonly (readonly Ring[])[] };
export type Feature = { shape: Shape; properties: Properties };
export type Origin = { east: number; north: number };

export const epsg4548 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const grid = proj4(epsg4548);

/** Degrees of a grid point given in millimetres from the origin. */
export function toDegrees(p: Vertex, origin: Origin): [number, number] {
  const [lon, lat] = grid.inverse([origin.east + p.x / 1000, origin.north + p.y / 1000]) as [number, number];
  return [lon, lat];
}

/** Millimetres from the origin of a point in degrees; the inverse of what is written. */
export function fromDegrees(lon: number, lat: number, origin: Origin): Vertex {
  const [east, north] = grid.forward([lon, lat]) as [number, number];
  return { x: Math.round((east - origin.east) * 1000), y: Math.round((north - origin.north) * 1000) };
}

/** A FeatureCollection with one feature a line. */
export function collection(features: readonly Feature[], origin: Origin, decimals = 10): string {
  const lines = features.map(
    ({ shape, properties }) =>
      `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry(shape, origin, decimals)}}`,
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** A JSON array with one entry a line. */
export const table = (rows: readonly object[]): string =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

function geometry(shape: Shape, origin: Origin, decimals: number): string {
  const position = (p: Vertex): string => {
    const [lon, lat] = toDegrees(p, origin);
    return `[${lon.toFixed(decimals)},${lat.toFixed(decimals)}]`;
  };
  const line = (points: readonly Vertex[]): string =>
    `[${points
      .map(position)
      .filter((text, index, all) => text !== all[index - 1])
      .join(',')}]`;
  const ring = (points: Ring): string => line([...points, points[0]!]);
  const polygon = (rings: readonly Ring[]): string => `[${rings.map(ring).join(',')}]`;
  switch (shape.type) {
    case 'Point':
      return `{"type":"Point","coordinates":${position(shape.at)}}`;
    case 'LineString':
      return `{"type":"LineString","coordinates":${line(shape.line)}}`;
    case 'Polygon':
      return `{"type":"Polygon","coordinates":${polygon(shape.rings)}}`;
    case 'MultiPolygon':
      return `{"type":"MultiPolygon","coordinates":[${shape.polygons.map(polygon).join(',')}]}`;
  }
}

export function shapeOf(polygons: readonly (readonly Ring[])[]): Shape {
  return polygons.length === 1 ? { type: 'Polygon', rings: polygons[0]! } : { type: 'MultiPolygon', polygons };
}
