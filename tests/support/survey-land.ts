import type { Point, Polygon, Ring } from '../../domain/geometry/shapes.ts';
import type { ExistingParcel } from '../../domain/survey/check/between/park-land.ts';
import type { FindingCode, PlacedFeature } from '../../domain/survey/check/finding.ts';
import type { ReadingNote } from '../../domain/survey/survey-file.ts';
import { plantings, type PlantedBlock } from './survey-plantings.ts';

export interface SurveyLandOfTest {
  readonly features: PlacedFeature[];
  readonly outline: Polygon[];
  readonly existing: ExistingParcel[];
  readonly notes: ReadingNote[];
  /** Every finding that must be there, as `code feature`. */
  readonly planted: string[];
}

const cellsPerSide = 3;
const cellMetres = [30, 40] as const;
const roadMetres = 14;

/**
 * Land of about `parcels` parcels from a seed: blocks of 3 × 3 parcels of ten corners and more, corners shared, blocks
 * turned by the triangle 3-4-5, roads between that nobody claims, even millimetres. Every kind of defect is planted
 * `timesEach` times, in a block of its own.
 */
export function surveyLand(parcels: number, seed: number, timesEach: number): SurveyLandOfTest {
  const random = mulberry32(seed);
  const land: SurveyLandOfTest = { features: [], outline: [], existing: [], notes: [], planted: [] };
  const blocks = Math.ceil(parcels / cellsPerSide ** 2);
  const perRow = Math.ceil(Math.sqrt(blocks));
  const kinds = Object.keys(plantings).flatMap((kind) => Array.from({ length: timesEach }, () => kind as FindingCode));
  const step = Math.max(1, Math.floor(blocks / (kinds.length + 1)));
  for (let block = 0; block < blocks; block += 1) {
    const cells = blockCells(block % perRow, Math.floor(block / perRow), perRow, random);
    const first = land.features.length;
    const features = cells.map((ring, cell): PlacedFeature => {
      const record = first + cell + 1;
      const code = `A-${String(block * 10 + cell).padStart(6, '0')}`;
      return { at: { line: null, record }, code, declaredArea: null, polygons: [[ring]] };
    });
    const kind = block % step === step - 1 ? kinds[Math.floor(block / step)] : undefined;
    const planted: PlantedBlock = { features, existing: land.existing, notes: land.notes, planted: [] };
    if (kind) plantings[kind]!(planted);
    land.planted.push(...planted.planted.map(([code, cell]) => `${code} ${first + cell}`));
    land.features.push(...planted.features);
  }
  if (kinds.length > Math.floor(blocks / step)) throw new Error('too few blocks for so many defects');
  const half = (perRow * 170_000) / 2 + 200_000;
  const corners: Ring = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ].map(([u, v]) => turned(u!, v!));
  land.outline.push([corners]);
  return land;
}

/** The rings of a block, counter-clockwise, row by row; the first corner of a ring is its south-western one. */
function blockCells(column: number, row: number, perRow: number, random: () => number): Point[][] {
  const pitch = cellMetres.map((metres) => (metres * cellsPerSide + roadMetres) * 1000);
  const [u0, v0] = [(column - perRow / 2) * pitch[0]!, (row - perRow / 2) * pitch[1]!];
  const known = new Map<string, Point>();
  // Places of the lattice in sixths of a cell; what lies between corners is moved a little, the same for all.
  const at = (u: number, v: number): Point => {
    const key = `${u},${v}`;
    const shift = () => 10 * Math.round((random() - 0.5) * 40);
    const [width, height] = cellMetres.map((metres) => (metres * 1000) / 6) as [number, number];
    const place =
      known.get(key) ??
      turned(u0 + 10 * Math.round((u * width) / 10) + shift(), v0 + 10 * Math.round((v * height) / 10) + shift());
    known.set(key, place);
    return place;
  };
  const cells: Point[][] = [];
  for (let y = 0; y < cellsPerSide * 6; y += 6) {
    for (let x = 0; x < cellsPerSide * 6; x += 6) {
      const south = [0, 2, 4].map((u) => at(x + u, y));
      const east = [0, 3].map((v) => at(x + 6, y + v));
      const north = [6, 4, 2].map((u) => at(x + u, y + 6));
      const west = [6, 3].map((v) => at(x, y + v));
      cells.push([...south, ...east, ...north, ...west]);
    }
  }
  return cells;
}

/** Turned by the angle of 3-4-5: multiples of ten stay even. */
function turned(u: number, v: number): Point {
  return [Math.round((4 * u - 3 * v) / 5), Math.round((3 * u + 4 * v) / 5)];
}

export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
