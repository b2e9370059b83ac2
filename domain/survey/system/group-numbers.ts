import type { FilePlace, Position, SurveyFile, SurveyShape } from '../survey-file.ts';

export type NumberKind = 'metres-with-prefix' | 'metres' | 'degrees' | 'unknown';

/** Positions of one file whose numbers are of one kind, as a box in the order east, north (or longitude, latitude). */
export interface NumberGroup {
  readonly kind: NumberKind;
  /** North or latitude stands first in the file. */
  readonly isSwapped: boolean;
  readonly prefix: number | null;
  readonly count: number;
  readonly firstAt: FilePlace;
  readonly minEast: number;
  readonly maxEast: number;
  readonly minNorth: number;
  readonly maxNorth: number;
}

type Sort = Pick<NumberGroup, 'kind' | 'isSwapped' | 'prefix'>;
type Growing = { -readonly [Key in keyof NumberGroup]: NumberGroup[Key] };

/** The positions of a file by the kind of their numbers, the largest group first; numbers that are not finite in none. */
export function groupNumbers(file: SurveyFile): NumberGroup[] {
  const groups = new Map<string, Growing>();
  let last: { key: string; sort: Sort; group: Growing } | null = null;
  for (const layer of file.layers) {
    for (const { shape, at } of layer.features) {
      for (const [first, second] of positionsOf(shape)) {
        if (!Number.isFinite(first) || !Number.isFinite(second)) continue;
        const sort = sortOf(first, second);
        const isSame: boolean = last !== null && isSort(last.sort, sort);
        const key: string = isSame && last ? last.key : `${sort.kind} ${sort.isSwapped} ${sort.prefix}`;
        const group: Growing = (isSame && last ? last.group : groups.get(key)) ?? emptyGroup(sort, at);
        grow(group, sort.isSwapped ? second : first, sort.isSwapped ? first : second);
        groups.set(key, group);
        last = { key, sort, group };
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** Which kind two numbers are by their size alone (standards §2.4, rules 1 and 2). */
export function sortOf(first: number, second: number): Sort {
  return (
    inOrder(first, second, false) ?? inOrder(second, first, true) ?? { kind: 'unknown', isSwapped: false, prefix: null }
  );
}

function inOrder(east: number, north: number, isSwapped: boolean): Sort | null {
  if (east >= 73 && east <= 136 && north >= 3 && north <= 54) return { kind: 'degrees', isSwapped, prefix: null };
  if (north < 1_900_000 || north >= 6_100_000) return null;
  if (east >= 13_000_000 && east < 47_000_000) {
    return { kind: 'metres-with-prefix', isSwapped, prefix: Math.floor(east / 1_000_000) };
  }
  // Wider than the 50–1000 km of §2.4: beyond the zone's edge an easting passes a million (row 16).
  return east > 50_000 && east < 1_500_000 ? { kind: 'metres', isSwapped, prefix: null } : null;
}

function* positionsOf(shape: SurveyShape | null): Generator<Position> {
  switch (shape?.type) {
    case 'area':
      for (const polygon of shape.polygons) for (const ring of polygon) yield* ring;
      return;
    case 'line':
      for (const line of shape.lines) yield* line;
      return;
    case 'points':
      yield* shape.points;
  }
}

function isSort(a: Sort, b: Sort): boolean {
  return a.kind === b.kind && a.isSwapped === b.isSwapped && a.prefix === b.prefix;
}

function emptyGroup(sort: Sort, firstAt: FilePlace): Growing {
  return {
    ...sort,
    count: 0,
    firstAt,
    minEast: Infinity,
    maxEast: -Infinity,
    minNorth: Infinity,
    maxNorth: -Infinity,
  };
}

function grow(group: Growing, east: number, north: number): void {
  group.count += 1;
  if (east < group.minEast) group.minEast = east;
  if (east > group.maxEast) group.maxEast = east;
  if (north < group.minNorth) group.minNorth = north;
  if (north > group.maxNorth) group.maxNorth = north;
}
