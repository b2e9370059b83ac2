import type { Feature, Geometry, Position } from 'geojson';
import { isFeature } from 'geojson-validation';
import { firstSelfCrossing } from './self-crossing.ts';

export const findingCodes = [
  'not-a-collection',
  'structure',
  'null-geometry',
  'position-out-of-range',
  'ring-too-short',
  'duplicate-corner',
  'self-crossing',
] as const;

export interface Finding {
  readonly code: (typeof findingCodes)[number];
  /** Index of the feature in the collection; null for the collection itself. */
  readonly feature: number | null;
  /** Where, in degrees, when it has a place. */
  readonly place: readonly [number, number] | null;
  readonly message: string;
}

/**
 * Checks a parsed GeoJSON FeatureCollection in degrees: structure (geojson-validation), finite positions in range,
 * rings with three different corners, no corner twice in a row, no ring that crosses itself.
 */
export function checkFeatureCollection(json: unknown): Finding[] {
  if (!isCollection(json)) {
    return [
      { code: 'not-a-collection', feature: null, place: null, message: 'a GeoJSON FeatureCollection is expected' },
    ];
  }
  return json.features.flatMap((feature, index) => checkFeature(feature, index));
}

function isCollection(json: unknown): json is { features: unknown[] } {
  const collection = json as { type?: unknown; features?: unknown } | null;
  return typeof json === 'object' && collection?.type === 'FeatureCollection' && Array.isArray(collection.features);
}

function checkFeature(feature: unknown, index: number): Finding[] {
  const messages = isFeature(feature, true);
  if (messages.length) return messages.map((message) => ({ code: 'structure', feature: index, place: null, message }));
  const { geometry } = feature as Feature<Geometry | null>;
  if (geometry === null) {
    return [{ code: 'null-geometry', feature: index, place: null, message: 'the feature has no geometry' }];
  }
  const far = positionsOf(geometry).find((position) => !isInRange(position));
  if (far) {
    const message = `position ${far.slice(0, 2).join(', ')} is no longitude and latitude`;
    return [{ code: 'position-out-of-range', feature: index, place: null, message }];
  }
  return ringsOf(geometry).flatMap((ring) => checkRing(ring, index));
}

function checkRing(ring: Position[], feature: number): Finding[] {
  const corners = ring.slice(0, -1).map(([lon, lat]) => [lon!, lat!] as const);
  if (new Set(corners.map((corner) => corner.join())).size < 3) {
    return [{ code: 'ring-too-short', feature, place: corners[0] ?? null, message: 'a ring needs three corners' }];
  }
  const twice = corners.find((corner, at) => corner.join() === corners[(at + 1) % corners.length]!.join());
  if (twice) return [{ code: 'duplicate-corner', feature, place: twice, message: 'a corner stands twice in a row' }];
  const crossing = firstSelfCrossing(corners);
  return crossing ? [{ code: 'self-crossing', feature, place: crossing, message: 'the ring crosses itself' }] : [];
}

function isInRange([lon, lat]: Position): boolean {
  return Math.abs(lon ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90;
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function ringsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(ringsOf);
    default:
      return [];
  }
}
