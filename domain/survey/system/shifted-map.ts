import { parkGrid, type GridDefinition } from '../../geometry/grid.ts';
import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { SurveyFile } from '../survey-file.ts';
import { isPlacingRefusal, makePlacer } from './make-placer.ts';
import type { NamedLand } from './match-shapes.ts';
import { placeFile } from './place-file.ts';
import { recogniseOffset } from './recognise-offset.ts';
import { countyMetres, type SystemCandidate } from './suggest-systems.ts';

export interface ShiftedMap {
  readonly code: 'system.gcj02' | 'system.bd09';
  readonly detail: {
    readonly metres: number;
    readonly eastMetres: number;
    readonly northMetres: number;
    readonly matches: number;
  };
}

type Park = GridDefinition & { readonly parcels: readonly NamedLand[] };

const mostCompared = 2000;
const mostSampled = 200;
const reachMillimetres = 20_000_000;
/** Without a code in common, equal plots of one estate could be taken for each other: only an exact shift counts. */
const unnamedMetres = 2;

/** The shifted web map that placed land was drawn on, by the parcels of the park; null where it lies on none. */
export function shiftedMapOf(land: readonly NamedLand[], park: Park): ShiftedMap | null {
  const given = land.filter(({ polygons }) => isMeasurable(polygons)).slice(0, mostCompared);
  const offset = recogniseOffset(given, park.parcels, parkGrid(park));
  const { kind, matches, eastMetres, northMetres, residualMetres } = offset;
  if (kind !== 'gcj02' && kind !== 'bd09') return null;
  const known = new Set(park.parcels.map(({ code }) => code));
  const isNamed = given.some(({ code }) => code !== null && known.has(code));
  if (!isNamed && residualMetres > unnamedMetres) return null;
  const metres = Math.round(Math.hypot(eastMetres, northMetres));
  return { code: `system.${kind}`, detail: { metres, eastMetres, northMetres, matches } };
}

/** Candidates with a warning where the file would lie as on a shifted web map; such a one is never certain. */
export function warnOfShiftedMaps(
  file: SurveyFile,
  candidates: readonly SystemCandidate[],
  park: Park,
): SystemCandidate[] {
  const sample = sampleOf(file);
  return candidates.map((candidate) => {
    const { system, isSwapped, droppedPrefix, distanceMetres } = candidate;
    const placing = { system, isSwapped, droppedPrefix, transformation: null };
    const isNear = distanceMetres !== null && distanceMetres <= countyMetres;
    if (!isNear || isPlacingRefusal(makePlacer(placing, park))) return candidate;
    const placed = placeFile(sample, placing, park);
    const land = 'refusal' in placed ? [] : placed.features.flatMap(landOf);
    const shifted = shiftedMapOf(land, park);
    if (!shifted) return candidate;
    const warnings = [...candidate.warnings, { ...shifted, isBlocking: true }];
    return { ...candidate, warnings, isCertain: false };
  });
}

function landOf({ feature, shape }: { feature: { code: string | null }; shape: PlacedShape | null }): NamedLand[] {
  return shape?.type === 'area' ? [{ code: feature.code, polygons: shape.polygons }] : [];
}

type PlacedShape = { readonly type: 'area'; readonly polygons: MultiPolygon } | { readonly type: 'line' | 'points' };

function sampleOf(file: SurveyFile): SurveyFile {
  let left = mostSampled;
  const layers = file.layers.map((layer) => {
    const features = layer.features.filter(({ shape }) => shape?.type === 'area').slice(0, left);
    left -= features.length;
    return { ...layer, features };
  });
  return { ...file, layers };
}

/** Whole rings near enough for exact areas. */
function isMeasurable(polygons: MultiPolygon): boolean {
  return polygons.every((polygon) =>
    polygon.every(
      (ring) => ring.length >= 3 && ring.every((point) => point.every((value) => Math.abs(value) < reachMillimetres)),
    ),
  );
}
