import { parkGrid, type GridDefinition } from '../../../domain/geometry/grid.ts';
import type { RotationConvention } from '../../../domain/survey/system/shift/transformation.ts';

/** A point known before and after, as it is typed: north and east in metres. */
export interface ControlRow {
  name: string;
  oldNorth: string;
  oldEast: string;
  newNorth: string;
  newEast: string;
}

/** How an old datum is carried over, as far as a person has typed it. */
export interface ShiftDraft {
  way: 'points' | 'four' | 'seven';
  rows: ControlRow[];
  /** Parameters by name. */
  texts: Record<string, string>;
  convention: RotationConvention;
}

export function newShiftDraft(): ShiftDraft {
  return { way: 'points', rows: [emptyRow(1), emptyRow(2)], texts: {}, convention: 'coordinate-frame' };
}

export function emptyRow(number: number): ControlRow {
  return { name: String(number), oldNorth: '', oldEast: '', newNorth: '', newEast: '' };
}

/** A number as people type it; null for what is none. */
export function typedNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\s,，]/g, '')
    .replace(/[−–]/g, '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Where the control points lie by their new coordinates, as far as these are typed. */
export function placeControls(
  rows: readonly ControlRow[],
  definition: GridDefinition,
): { readonly name: string; readonly place: readonly [number, number] }[] {
  const grid = parkGrid(definition);
  return rows.flatMap(({ name, newNorth, newEast }) => {
    const [north, east] = [typedNumber(newNorth), typedNumber(newEast)];
    if (north === null || east === null) return [];
    const [lon, lat] = grid.metresToDegrees(east, north);
    const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
    return isPlace ? [{ name, place: [lon, lat] as const }] : [];
  });
}
