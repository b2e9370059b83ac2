import type { Feature, Geometry, Position } from 'geojson';
import { isFeature } from 'geojson-validation';
import { checkRing, ringDefects } from './check-ring.ts';

export const findingCodes = [
  'not-a-collection',
  'structure',
  'null-geometry',
  'position-out-of-range',
  ...ringDefects,
] as const;

/** Defects of a ring that geojson-validation also sees, with less to say about them. */
const structural = new Set<string>(['position-not-finite', 'ring-unclosed']);

export interface Finding {
  readonly code: (typeof findingCodes)[number];
  /** Index of the feature in the collection; null for the collection itself. */
  readonly feature: number | null;
  /** Where, in degrees, when it has a place. */
  readonly place: readonly [number, number] | null;
  /** Number of the corner in its ring, from 1, when it is one corner. */
  readonly corner: number | null;
  /** The number behind the code: corners of a short ring, square metres of a small one. */
  readonly value: number | null;
  readonly message: string;
}

/**
 * Checks a parsed GeoJSON FeatureCollection in degrees: structure (geojson-validation), finite positions in range,
 * rings closed, with three different corners, none twice in a row, not crossing themselves and holding land.
 */
export function checkFeatureCollection(json: unknown): Finding[] {
  if (!isCollection(json)) return [finding('not-a-collection', null, 'a GeoJSON FeatureCollection is expected')];
  return json.features.flatMap((feature, index) => checkFeature(feature, index));
}

function isCollection(json: unknown): json is { features: unknown[] } {
  const collection = json as { type?: unknown; features?: unknown } | null;
  return typeof json === 'object' && collection?.type === 'FeatureCollection' && Array.isArray(collection.features);
}

function checkFeature(feature: unknown, index: number): Finding[] {
  const rings = readableRings((feature as { geometry?: unknown } | null)?.geometry);
  const flaws = rings.flatMap((ring) => checkRing(ring, roughSquareMetres) ?? []);
  const inRings = flaws.map((flaw): Finding => ({ ...flaw, feature: index }));
  if (rings.some(({ length }) => length === 0) || flaws.some(({ code }) => structural.has(code))) return inRings;
  const messages = structureOf(feature);
  if (messages.length) return messages.map((message) => finding('structure', index, message));
  const { geometry } = feature as Feature<Geometry | null>;
  if (geometry === null) return [finding('null-geometry', index, 'the feature has no geometry')];
  const positions = positionsOf(geometry);
  const wild = positions.find(([lon, lat]) => !Number.isFinite(lon) || !Number.isFinite(lat));
  if (wild) return [finding('position-not-finite', index, 'a position is no pair of finite numbers')];
  const far = positions.find((position) => !isInRange(position));
  if (far) {
    const message = `position ${far.slice(0, 2).join(', ')} is no longitude and latitude`;
    return [finding('position-out-of-range', index, message)];
  }
  return inRings;
}

function finding(code: Finding['code'], feature: number | null, message: string): Finding {
  return { code, feature, place: null, corner: null, value: null, message };
}

interface Unread {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

/** Rings of numbers, read before the structure is known to be sound: geojson-validation throws on an empty ring. */
function readableRings(geometry: unknown): number[][][] {
  const { type, coordinates, geometries } = (geometry ?? {}) as Unread;
  if (type === 'GeometryCollection') return Array.isArray(geometries) ? geometries.flatMap(readableRings) : [];
  if (!Array.isArray(coordinates) || (type !== 'Polygon' && type !== 'MultiPolygon')) return [];
  const rings: unknown[] = coordinates.flat(type === 'Polygon' ? 0 : 1);
  return rings.filter(isRingOfNumbers);
}

function isRingOfNumbers(ring: unknown): ring is number[][] {
  return (
    Array.isArray(ring) &&
    ring.every((position) => Array.isArray(position) && position.length >= 2 && position.every(isNumber))
  );
}

/** JSON writes NaN and Infinity as null. */
function isNumber(value: unknown): boolean {
  return typeof value === 'number' || value === null;
}

/** What geojson-validation says of a feature; it passes polygons without rings and throws on some broken ones. */
function structureOf(feature: unknown): readonly string[] {
  try {
    const messages = isFeature(feature, true);
    if (messages.length) return messages;
  } catch {
    return ['the coordinates cannot be read'];
  }
  const { geometry } = feature as Feature<Geometry | null>;
  return geometry && polygonsOf(geometry).some(({ length }) => length === 0) ? ['a polygon has no ring'] : [];
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.length ? geometry.coordinates : [[]];
  return [];
}

/** Within a per cent, for the decision whether a ring is land at all; far rings are as good as near ones here. */
function roughSquareMetres(corners: readonly (readonly [number, number])[]): number {
  const [lon0, lat0] = corners[0]!;
  const metresPerDegree = 111_320;
  const twice = corners.reduce((sum, [lon, lat], index) => {
    const [nextLon, nextLat] = corners[(index + 1) % corners.length]!;
    return sum + (lon - lon0) * (nextLat - lat0) - (nextLon - lon0) * (lat - lat0);
  }, 0);
  return (Math.abs(twice) / 2) * metresPerDegree ** 2 * Math.cos((lat0 * Math.PI) / 180);
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
