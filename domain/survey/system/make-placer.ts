import type { GridDefinition } from '../../geometry/grid.ts';
import type { Point } from '../../geometry/shapes.ts';
import { geocentricStep, geodeticStep, projectStep, unprojectStep, type Step } from './project-step.ts';
import { fourParameterStep } from './shift/apply-four.ts';
import { sevenParameterStep, type SpacePoint } from './shift/apply-seven.ts';
import type { Transformation } from './shift/transformation.ts';
import { falseEastingMetres, needsShift, systemOf, type CoordinateSystem, type PlaneSystem } from './systems.ts';

/** How the numbers of a file are to be understood, as a person has confirmed it. */
export interface Placing {
  readonly system: number | 'local';
  /** The file has north or latitude first. */
  readonly isSwapped: boolean;
  /** A wrong zone before the eastings (38 of 38 532 610) that is taken off before anything else. */
  readonly droppedPrefix: number | null;
  readonly transformation: Transformation | null;
}

export type PlacingRefusalCode = 'place.unknown-system' | 'place.needs-shift' | 'place.shift-does-not-fit';

export interface PlacingRefusal {
  readonly refusal: PlacingRefusalCode;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export type UnplacedCode = 'place.not-finite' | 'place.out-of-range';

/** The two numbers of a position to the park's grid; a code where they have no place. */
export type Placer = (first: number, second: number) => Point | UnplacedCode;

/** The Krüger series of order 6 is good to nanometres this far from the meridian (Karney 2011). */
const farthestMetres = 3_900_000;
const quarterMeridianMetres = 10_002_000;
const halfWorldMetres = 20_037_509;

/**
 * A function from the numbers of a file to whole millimetres from the park's origin. On the park's own meridian only
 * metres are subtracted, so three decimals come out as they were written. Xian 1980, Beijing 1954 and local numbers
 * are refused without the transformation that fits them: nobody may draw them as if they were CGCS2000 (standards §2.2).
 */
export function makePlacer(placing: Placing, park: GridDefinition): Placer | PlacingRefusal {
  const system = placing.system === 'local' ? 'local' : systemOf(placing.system);
  const grid = systemOf(park.epsg);
  if (!system || grid?.kind !== 'plane' || needsShift(grid.datum)) {
    return { refusal: 'place.unknown-system', detail: { system: placing.system, park: park.epsg } };
  }
  const steps = stepsTo(grid, system, placing.transformation);
  if (!Array.isArray(steps)) return steps;
  const droppedMetres = (placing.droppedPrefix ?? 0) * 1_000_000;
  const isInside = limitsOf(system);
  const isOnGrid = limitsOf(grid);
  const point: SpacePoint = { x: 0, y: 0, z: 0 };
  return (first, second) => {
    if (!Number.isFinite(first) || !Number.isFinite(second)) return 'place.not-finite';
    point.x = (placing.isSwapped ? second : first) - droppedMetres;
    point.y = placing.isSwapped ? first : second;
    point.z = 0;
    if (!isInside(point)) return 'place.out-of-range';
    for (const step of steps) step(point);
    if (!isOnGrid(point)) return 'place.out-of-range';
    return [wholeMillimetres(point.x - park.originEast), wholeMillimetres(point.y - park.originNorth)];
  };
}

export function isPlacingRefusal(value: Placer | PlacingRefusal): value is PlacingRefusal {
  return typeof value !== 'function';
}

function stepsTo(
  grid: PlaneSystem,
  system: CoordinateSystem | 'local',
  transformation: Transformation | null,
): Step[] | PlacingRefusal {
  const datum = system === 'local' ? 'local' : system.datum;
  const name = system === 'local' ? 'local' : system.epsg;
  const misfit: PlacingRefusal = { refusal: 'place.shift-does-not-fit', detail: { system: name } };
  if (system !== 'local' && !needsShift(system.datum)) {
    return transformation ? misfit : between(system, grid);
  }
  if (!transformation) return { refusal: 'place.needs-shift', detail: { system: name, datum } };
  if (transformation.kind === 'seven') {
    if (system === 'local' || transformation.fromDatum !== system.datum) return misfit;
    const shift = sevenParameterStep(transformation);
    return [unprojectStep(system), geocentricStep(system.datum), shift, geodeticStep(grid.datum), projectStep(grid)];
  }
  const to = systemOf(transformation.to);
  if (to?.kind !== 'plane' || needsShift(to.datum)) return misfit;
  const shift = fourParameterStep(transformation);
  if (transformation.from === 'local' || system === 'local') {
    return transformation.from === system ? [shift, ...between(to, grid)] : misfit;
  }
  const from = systemOf(transformation.from);
  if (from?.kind !== 'plane' || from.datum !== system.datum) return misfit;
  return [...between(system, from), shift, ...between(to, grid)];
}

/** Beyond these the numbers of a system are no place, or no longer a sharp one; the answer is false for NaN too. */
function limitsOf(system: CoordinateSystem | 'local'): (point: SpacePoint) => boolean {
  if (system === 'local') return () => true;
  const within =
    (centre: number, x: number, y: number) =>
    (point: SpacePoint): boolean =>
      Math.abs(point.x - centre) <= x && Math.abs(point.y) <= y;
  switch (system.kind) {
    case 'degrees':
      return within(0, 180, 90);
    case 'web-mercator':
      return within(0, halfWorldMetres, halfWorldMetres);
    case 'plane':
      return within(falseEastingMetres(system), farthestMetres, quarterMeridianMetres);
  }
}

/** Steps between two systems of one ellipsoid; planes on one meridian differ by their false eastings only. */
function between(from: CoordinateSystem, to: PlaneSystem): Step[] {
  if (from.kind !== 'plane' || from.centralMeridian !== to.centralMeridian) {
    return [unprojectStep(from), projectStep(to)];
  }
  const offset = falseEastingMetres(to) - falseEastingMetres(from);
  if (offset === 0) return [];
  return [
    (point) => {
      point.x += offset;
    },
  ];
}

/** The rounding of domain/geometry/grid.ts; adding zero turns -0 into 0. */
function wholeMillimetres(metres: number): number {
  return Math.round(metres * 1000) + 0;
}
