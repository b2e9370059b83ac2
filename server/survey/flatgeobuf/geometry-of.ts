import type { FlatTable } from './flat-table.ts';

type Coordinates = readonly (readonly number[])[];

const deepest = 4;
/** A part is at least its table and its place in the list of parts. */
const partBytes = 8;

/** Bytes of the feature that have not been read: parts may point at the same bytes, but not a million times. */
export interface Budget {
  bytes: number;
}

/** A geometry as GeoJSON, heights left out; null where there is none, undefined for curves and surfaces. */
export function geometryOf(geometry: FlatTable | null, layerType: number, budget: Budget, depth = 0): unknown {
  if (!geometry) return null;
  if (depth > deepest) throw new RangeError('geometries within geometries');
  const type = geometry.byte(6, 0) || layerType;
  spend(budget, partBytes);
  const parts = (partType: number) => geometry.tables(7).map((part) => geometryOf(part, partType, budget, depth + 1));
  switch (type) {
    case 1:
      return { type: 'Point', coordinates: pairsOf(geometry, budget)[0] ?? [] };
    case 2:
      return { type: 'LineString', coordinates: pairsOf(geometry, budget) };
    case 3:
      return { type: 'Polygon', coordinates: ringsOf(geometry, budget) };
    case 4:
      return { type: 'MultiPoint', coordinates: pairsOf(geometry, budget) };
    case 5:
      return { type: 'MultiLineString', coordinates: ringsOf(geometry, budget) };
    case 6:
      return { type: 'GeometryCollection', geometries: parts(3) };
    case 7:
      return { type: 'GeometryCollection', geometries: parts(0) };
    default:
      return undefined;
  }
}

function pairsOf(geometry: FlatTable, budget: Budget): Coordinates {
  const xy = geometry.doubles(1);
  spend(budget, xy.length * 8);
  return Array.from({ length: xy.length >> 1 }, (_, index) => [xy[index * 2]!, xy[index * 2 + 1]!]);
}

/** Where several lines or rings share one list, `ends` says where each ends. */
function ringsOf(geometry: FlatTable, budget: Budget): Coordinates[] {
  const pairs = pairsOf(geometry, budget);
  const ends = geometry.integers(0);
  if (ends.length === 0) return pairs.length > 0 ? [pairs] : [];
  if (ends.some((end, index) => end < (ends[index - 1] ?? 0) || end > pairs.length)) {
    throw new RangeError('rings end before they begin');
  }
  return ends.map((end, index) => pairs.slice(ends[index - 1] ?? 0, end));
}

function spend(budget: Budget, bytes: number): void {
  budget.bytes -= bytes;
  if (budget.bytes < 0) throw new RangeError('a geometry larger than its feature');
}
