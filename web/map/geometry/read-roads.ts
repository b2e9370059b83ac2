import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { MarkedRoad } from '../../../domain/road/marks.ts';

export interface RoadLine {
  readonly code: string;
  readonly name: string;
  readonly roadClass: string;
  readonly designWidthMetres: number;
  /** The centreline measure of every vertex. */
  readonly chainages: readonly number[];
  readonly equations: MarkedRoad['equations'];
  readonly coordinates: LineString['coordinates'];
}

/** The roads of a feature collection that have a centreline with a chainage for every vertex. */
export function readRoads(roads: FeatureCollection): RoadLine[] {
  return roads.features.flatMap((feature) => (isLine(feature) ? [readRoad(feature)] : [])).filter(isComplete);
}

function isLine(feature: Feature): feature is Feature<LineString> {
  return feature.geometry?.type === 'LineString';
}

function readRoad({ properties, geometry }: Feature<LineString>): RoadLine {
  const chainages: unknown = properties?.['chainages'];
  return {
    code: String(properties?.['code'] ?? ''),
    name: String(properties?.['name'] ?? ''),
    roadClass: String(properties?.['class'] ?? 'local'),
    designWidthMetres: Number(properties?.['designWidthMetres']) || 12,
    chainages: Array.isArray(chainages) ? chainages.map(Number) : [],
    equations: Array.isArray(properties?.['equations']) ? (properties['equations'] as MarkedRoad['equations']) : [],
    coordinates: geometry.coordinates,
  };
}

function isComplete({ coordinates, chainages }: RoadLine): boolean {
  return coordinates.length >= 2 && chainages.length === coordinates.length;
}
