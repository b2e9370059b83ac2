import { geocentricStep, unprojectStep } from '../project-step.ts';
import { degreeSystem, systemOf, type CoordinateSystem } from '../systems.ts';
import type { Position } from '../../survey-file.ts';
import { sevenParameterStep, type SpacePoint } from './apply-seven.ts';
import {
  areFinite,
  findMistyped,
  largestScaleDeviation,
  refuseFit,
  rootMeanSquare,
  usualToleranceMetres,
  type ControlPair,
  type Fit,
  type FitRefusal,
  type Residual,
} from './control-points.ts';
import { solveLinear } from './solve-linear.ts';
import { radiansPerArcsecond, type RotationConvention, type SevenParameters } from './transformation.ts';

export interface SevenFitSystems {
  /** EPSG number of the plane or degrees the control points have on the old datum. */
  readonly from: number;
  /** EPSG number of their CGCS2000 system. */
  readonly to: number;
  readonly convention: RotationConvention;
  readonly toleranceMetres?: number;
}

interface SpacePair {
  readonly pair: ControlPair;
  readonly from: SpacePoint;
  readonly to: SpacePoint;
}

/**
 * The seven parameters that carry control points to CGCS2000 with the smallest squares in space. From 3 points that do
 * not stand in a line; a missing height counts as 0 on both sides.
 */
export function fitSevenParameters(
  pairs: readonly ControlPair[],
  systems: SevenFitSystems,
): Fit<SevenParameters> | FitRefusal {
  const from = systemOf(systems.from);
  const to = systemOf(systems.to);
  const fromDatum = from?.datum;
  if (!from || to?.datum !== 'cgcs2000' || !fromDatum || fromDatum === 'cgcs2000' || fromDatum === 'wgs84') {
    return refuseFit('shift.unknown-system', { from: systems.from, to: systems.to });
  }
  if (!areFinite(pairs)) return refuseFit('shift.not-finite');
  if (pairs.length < 3) return refuseFit('shift.too-few-points', { points: pairs.length, needed: 3 });
  const spaced: SpacePair[] = pairs.map((pair) => ({
    pair,
    from: inSpace(from, pair.from, pair.fromHeightMetres),
    to: inSpace(to, pair.to, pair.toHeightMetres),
  }));
  const solve = (some: readonly SpacePair[]): SevenParameters | null =>
    leastSquares(some, fromDatum, systems.convention);
  const transformation = solve(spaced);
  if (!transformation) return refuseFit('shift.collinear-points', { points: pairs.length });
  const residuals = residualsOf(spaced, transformation);
  const rmsMetres = rootMeanSquare(residuals);
  const toleranceMetres = systems.toleranceMetres ?? usualToleranceMetres;
  if (rmsMetres > toleranceMetres && pairs.length > 3) {
    const among = (some: readonly ControlPair[]): SpacePair[] => spaced.filter(({ pair }) => some.includes(pair));
    const mistyped = findMistyped(pairs, (others) => {
      const fit = solve(among(others));
      return fit !== null && rootMeanSquare(residualsOf(among(others), fit)) <= toleranceMetres;
    });
    if (mistyped) {
      const fit = solve(spaced.filter(({ pair }) => pair !== mistyped));
      const [off] = fit ? residualsOf(among([mistyped]), fit) : [];
      return refuseFit('shift.point-mistyped', { point: mistyped.name, metres: off?.metres ?? null }, residuals);
    }
  }
  const scale = 1 + transformation.scalePartsPerMillion * 1e-6;
  if (Math.abs(scale - 1) > largestScaleDeviation) return refuseFit('shift.scale-off', { scale }, residuals);
  if (rmsMetres > toleranceMetres)
    return refuseFit('shift.residuals-too-large', { rmsMetres, toleranceMetres }, residuals);
  return { transformation, residuals, rmsMetres, isChecked: pairs.length > 3 };
}

function inSpace(system: CoordinateSystem, [x, y]: Position, heightMetres = 0): SpacePoint {
  const point = { x, y, z: 0 };
  unprojectStep(system)(point);
  point.z = heightMetres;
  geocentricStep(degreeSystem(system.datum).datum)(point);
  return point;
}

/** X' = T + M·X is linear in T and in the four numbers of M; about the centres of gravity T falls out. */
function leastSquares(
  pairs: readonly SpacePair[],
  fromDatum: SevenParameters['fromDatum'],
  convention: RotationConvention,
): SevenParameters | null {
  const from = centreOf(pairs.map((pair) => pair.from));
  const to = centreOf(pairs.map((pair) => pair.to));
  const normal = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  const right = [0, 0, 0, 0];
  for (const pair of pairs) {
    const x = pair.from.x - from.x;
    const y = pair.from.y - from.y;
    const z = pair.from.z - from.z;
    const rows = [
      { row: [x, 0, z, -y], value: pair.to.x - to.x },
      { row: [y, -z, 0, x], value: pair.to.y - to.y },
      { row: [z, y, -x, 0], value: pair.to.z - to.z },
    ];
    for (const { row, value } of rows) {
      row.forEach((one, i) => {
        right[i]! += one * value;
        row.forEach((other, j) => {
          normal[i]![j]! += one * other;
        });
      });
    }
  }
  const solution = solveLinear(normal, right);
  if (!solution) return null;
  const [scale, a, b, c] = solution as [number, number, number, number];
  const perArcsecond = (convention === 'position-vector' ? 1 : -1) / (scale * radiansPerArcsecond);
  return {
    kind: 'seven',
    fromDatum,
    convention,
    deltaXMetres: to.x - (scale * from.x - c * from.y + b * from.z),
    deltaYMetres: to.y - (c * from.x + scale * from.y - a * from.z),
    deltaZMetres: to.z - (-b * from.x + a * from.y + scale * from.z),
    rotationXArcseconds: a * perArcsecond,
    rotationYArcseconds: b * perArcsecond,
    rotationZArcseconds: c * perArcsecond,
    scalePartsPerMillion: (scale - 1) * 1e6,
  };
}

function residualsOf(pairs: readonly SpacePair[], transformation: SevenParameters): Residual[] {
  const step = sevenParameterStep(transformation);
  return pairs.map(({ pair, from, to }) => {
    const point = { ...from };
    step(point);
    return { name: pair.name, metres: Math.hypot(to.x - point.x, to.y - point.y, to.z - point.z) };
  });
}

function centreOf(points: readonly SpacePoint[]): SpacePoint {
  const mean = (axis: keyof SpacePoint): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { x: mean('x'), y: mean('y'), z: mean('z') };
}
