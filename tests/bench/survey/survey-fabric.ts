import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import type { Point, Ring } from '../../../domain/geometry/shapes.ts';
import type { FindingCode, PlacedFeature } from '../../../domain/survey/check/finding.ts';
import { mulberry32 } from '../../support/survey-land.ts';
import { plantings, type PlantedBlock } from '../../support/survey-plantings.ts';

/** Parcels on the park's grid in millimetres, and the defects that were put into them. */
export interface SurveyFabric {
  readonly features: readonly PlacedFeature[];
  readonly planted: readonly { readonly code: FindingCode; readonly feature: number }[];
  /** A square around all parcels but those meant to lie outside. */
  readonly outline: Ring;
}

const cellsPerSide = 3;
const cellMetres = [30, 40] as const;
const roadMetres = 14;

/** Defects that numbers in a file cannot have, that need more than the file, or that lie across hundreds of others. */
const notInFile: readonly string[] = [
  'no-land',
  'corner-not-finite',
  'corner-out-of-range',
  'ring-unclosed',
  'code-unfit',
  'overlap-existing',
] satisfies FindingCode[];
const plantedKinds = Object.keys(plantings).filter((kind) => !notInFile.includes(kind)) as FindingCode[];

/**
 * At least `parcels` parcels from a seed: blocks of 3 × 3 irregular parcels of 6 to 12 corners, corners shared, turned
 * by the triangle 3-4-5, with roads between. Every kind of defect is planted `timesEach` times, in a block of its own.
 */
export function surveyFabric(parcels: number, seed: number, timesEach: number): SurveyFabric {
  const random = mulberry32(seed);
  const blocks = Math.ceil(parcels / cellsPerSide ** 2);
  const kinds = Array.from({ length: timesEach }, () => plantedKinds).flat();
  const step = Math.floor(blocks / (kinds.length + 1));
  if (step < 1) throw new Error(`${parcels} parcels are too few for ${kinds.length} defects`);
  // A defect may need its block for itself alone, so there are more blocks in the end.
  const perRow = Math.ceil(Math.sqrt(blocks + kinds.length));
  const features: PlacedFeature[] = [];
  const planted: SurveyFabric['planted'][number][] = [];
  for (let block = 0; features.length < parcels; block += 1) {
    const kind = block % step === step - 1 ? kinds[Math.floor(block / step)] : undefined;
    const rings = blockRings(block % perRow, Math.floor(block / perRow), {
      perRow,
      random,
      isPlain: kind !== undefined,
    });
    const first = features.length;
    const here: PlantedBlock = {
      features: rings.map((ring, cell) => parcelOf(ring, first, block, cell)),
      existing: [],
      notes: [],
      planted: [],
    };
    if (kind) plantings[kind]!(here);
    planted.push(...here.planted.map(([code, cell]) => ({ code, feature: first + cell })));
    features.push(...here.features);
  }
  const half = (perRow * 170_000) / 2 + 200_000;
  const outline = [turned(-half, -half), turned(half, -half), turned(half, half), turned(-half, half)];
  return { features, planted, outline };
}

/** The area it declares is right to half a hundredth of a square metre. */
function parcelOf(ring: Ring, first: number, block: number, cell: number): PlacedFeature {
  const polygons = [[ring]];
  const value = Math.round(twiceAreaSquareMillimetres(polygons) / 20_000) / 100;
  return {
    at: { line: null, record: first + cell + 1 },
    code: `A-${String(block * 10 + cell).padStart(6, '0')}`,
    declaredArea: { value, unit: 'square-metre' },
    polygons,
  };
}

interface Laying {
  readonly perRow: number;
  readonly random: () => number;
  /** Two corners between those of the lattice on a side to the east, one on a side to the north, as plantings expect. */
  readonly isPlain: boolean;
}

/** The rings of a block, counter-clockwise, row by row from the south-west; each begins with its south-western corner. */
function blockRings(column: number, row: number, { perRow, random, isPlain }: Laying): Ring[] {
  const [u0, v0] = [(column - perRow / 2) * pitch(0), (row - perRow / 2) * pitch(1)];
  const shift = () => 10 * Math.round((random() - 0.5) * 40);
  const tens = (value: number) => 10 * Math.round(value / 10);
  const at = (x: number, y: number): Point =>
    turned(u0 + tens(x * cellMetres[0] * 1000) + shift(), v0 + tens(y * cellMetres[1] * 1000) + shift());
  const known = new Map<string, Point[]>();
  // What two parcels share is drawn once: a corner of the lattice, or the corners between two of them.
  const once = (key: string, draw: () => Point[]) => {
    const points = known.get(key) ?? draw();
    known.set(key, points);
    return points;
  };
  const between = (least: number, plain: number) => (isPlain ? plain : least + Math.floor(random() * (3 - least)));
  const along = (count: number, place: (part: number) => Point) =>
    Array.from({ length: count }, (_, index) => place((index + 1) / (count + 1)));
  const node = (x: number, y: number) => once(`${x},${y}`, () => [at(x, y)]);
  const east = (x: number, y: number) => once(`${x},${y} east`, () => along(between(0, 2), (part) => at(x + part, y)));
  const north = (x: number, y: number) =>
    once(`${x},${y} north`, () => along(between(1, 1), (part) => at(x, y + part)));
  return Array.from({ length: cellsPerSide ** 2 }, (_, cell) => {
    const [x, y] = [cell % cellsPerSide, Math.floor(cell / cellsPerSide)];
    const southEast = [...node(x, y), ...east(x, y), ...node(x + 1, y), ...north(x + 1, y)];
    const fromNorth = [...east(x, y + 1).toReversed(), ...node(x, y + 1), ...north(x, y).toReversed()];
    return [...southEast, ...node(x + 1, y + 1), ...fromNorth];
  });
}

function pitch(axis: 0 | 1): number {
  return (cellMetres[axis] * cellsPerSide + roadMetres) * 1000;
}

/** Turned by the angle of 3-4-5: multiples of ten stay even. */
function turned(u: number, v: number): Point {
  return [Math.round((4 * u - 3 * v) / 5), Math.round((3 * u + 4 * v) / 5)];
}
