import { readFileSync } from 'node:fs';
import { fromDegrees, toDegrees, type Origin } from '../geojson.ts';
import type { Vertex } from '../cover/node.ts';

/** The files as they are on disk; the check knows nothing of how they were made. */
type Position = [number, number];
type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };
export type Properties = Record<string, unknown> & { code: string };
export type Area = { properties: Properties; polygons: Vertex[][][]; twiceArea: number };
export type ParkFolder = {
  path: string;
  origin: Origin;
  areas: (file: string) => Area[];
  lines: (file: string) => { properties: Properties; line: Vertex[] }[];
  rows: <T>(file: string) => T[];
  /** Positions that do not come back as the text that was read. */
  unstable: string[];
};

export function openPark(path: string): ParkFolder {
  const park = JSON.parse(readFileSync(`${path}park.json`, 'utf8')) as { originEast: number; originNorth: number };
  const origin = { east: park.originEast, north: park.originNorth };
  const unstable: string[] = [];
  const vertex = ([lon, lat]: Position, file: string): Vertex => {
    const v = fromDegrees(lon, lat, origin);
    const back = toDegrees(v, origin);
    if (back[0].toFixed(10) !== lon.toFixed(10) || back[1].toFixed(10) !== lat.toFixed(10))
      unstable.push(`${file} ${lon} ${lat}`);
    if (v.x < 0 || v.y < 0) unstable.push(`${file} west or south of the origin: ${v.x} ${v.y}`);
    return v;
  };
  const features = (file: string): { properties: Properties; geometry: Geometry }[] =>
    (
      JSON.parse(readFileSync(`${path}${file}`, 'utf8')) as {
        features: { properties: Properties; geometry: Geometry }[];
      }
    ).features;
  const areas = (file: string): Area[] =>
    features(file).flatMap(({ properties, geometry }) => {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
      const raw = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const polygons = raw.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map((p) => vertex(p, file))));
      return [{ properties, polygons, twiceArea: polygons.flat().reduce((sum, ring) => sum + twiceSigned(ring), 0) }];
    });
  const lines: ParkFolder['lines'] = (file) =>
    features(file).flatMap(({ properties, geometry }) =>
      geometry.type === 'LineString' ? [{ properties, line: geometry.coordinates.map((p) => vertex(p, file)) }] : [],
    );
  return {
    path,
    origin,
    areas,
    lines,
    rows: <T>(file: string) => JSON.parse(readFileSync(`${path}${file}`, 'utf8')) as T[],
    unstable,
  };
}

/** Twice the signed area in square millimetres: an exact integer, taken from the ring's first corner. */
export function twiceSigned(ring: readonly Vertex[]): number {
  const o = ring[0]!;
  let sum = 0;
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    sum += (p.x - o.x) * (q.y - o.y) - (q.x - o.x) * (p.y - o.y);
  });
  return sum;
}

export const squareMetres = (area: Area): number => area.twiceArea / 2e6;
export const inMu = (area: Area): number => squareMetres(area) / (2000 / 3);
