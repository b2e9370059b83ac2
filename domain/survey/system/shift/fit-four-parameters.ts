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
import { fourParameterStep } from './apply-four.ts';
import { radiansPerArcsecond, type FourParameters } from './transformation.ts';

export interface FourFitSystems {
  readonly from: FourParameters['from'];
  readonly to: number;
  readonly toleranceMetres?: number;
}

/** Two survey grids of one place differ by parts in 100,000; two points that differ by more are not both right. */
const plausibleScaleDeviation = 1e-4;
const largestRotationArcseconds = 3600;
const closestMetres = 1;

/**
 * The four parameters that carry control points (east, north in metres) from one plane to another with the smallest
 * squares. From 2 points, checked from 3; the axes of a national datum may not turn by more than a degree, a local
 * system may lie as it likes.
 */
export function fitFourParameters(
  pairs: readonly ControlPair[],
  systems: FourFitSystems,
): Fit<FourParameters> | FitRefusal {
  if (!areFinite(pairs)) return refuseFit('shift.not-finite');
  if (pairs.length < 2) return refuseFit('shift.too-few-points', { points: pairs.length, needed: 2 });
  const twins = coincident(pairs);
  if (twins) return refuseFit('shift.coincident-points', { point: twins[0].name, other: twins[1].name });
  const transformation = leastSquares(pairs, systems);
  const residuals = residualsOf(pairs, transformation);
  const rmsMetres = rootMeanSquare(residuals);
  const toleranceMetres = systems.toleranceMetres ?? usualToleranceMetres;
  const agree = (others: readonly ControlPair[]): boolean => {
    const fit = leastSquares(others, systems);
    return isPlausible(fit) && rootMeanSquare(residualsOf(others, fit)) <= toleranceMetres;
  };
  if (pairs.length > 2 && rmsMetres > toleranceMetres) {
    const mistyped = findMistyped(pairs, agree);
    if (mistyped) {
      const others = pairs.filter((pair) => pair !== mistyped);
      const [off] = residualsOf([mistyped], leastSquares(others, systems));
      return refuseFit('shift.point-mistyped', { point: mistyped.name, metres: off?.metres ?? null }, residuals);
    }
  }
  if (Math.abs(transformation.scale - 1) > largestScaleDeviation) {
    return refuseFit('shift.scale-off', { scale: transformation.scale }, residuals);
  }
  if (isTurned(transformation)) {
    return refuseFit('shift.rotation-off', { rotationArcseconds: transformation.rotationArcseconds }, residuals);
  }
  if (rmsMetres > toleranceMetres)
    return refuseFit('shift.residuals-too-large', { rmsMetres, toleranceMetres }, residuals);
  return { transformation, residuals, rmsMetres, isChecked: pairs.length > 2 };
}

/** Closed form about the two centres of gravity, so that millimetres survive beside millions of metres. */
function leastSquares(pairs: readonly ControlPair[], { from, to }: FourFitSystems): FourParameters {
  const mean = (pick: (pair: ControlPair) => number): number =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / pairs.length;
  const east = mean((pair) => pair.from[0]);
  const north = mean((pair) => pair.from[1]);
  const eastTo = mean((pair) => pair.to[0]);
  const northTo = mean((pair) => pair.to[1]);
  let square = 0;
  let along = 0;
  let across = 0;
  for (const pair of pairs) {
    const e = pair.from[0] - east;
    const n = pair.from[1] - north;
    const u = pair.to[0] - eastTo;
    const v = pair.to[1] - northTo;
    square += e * e + n * n;
    along += n * v + e * u;
    across += n * u - e * v;
  }
  const a = along / square;
  const b = across / square;
  return {
    kind: 'four',
    from,
    to,
    deltaNorthMetres: northTo - (a * north - b * east),
    deltaEastMetres: eastTo - (b * north + a * east),
    rotationArcseconds: Math.atan2(b, a) / radiansPerArcsecond,
    scale: Math.hypot(a, b),
  };
}

function residualsOf(pairs: readonly ControlPair[], transformation: FourParameters): Residual[] {
  const step = fourParameterStep(transformation);
  return pairs.map(({ name, from, to }) => {
    const point = { x: from[0], y: from[1] };
    step(point);
    return { name, metres: Math.hypot(to[0] - point.x, to[1] - point.y) };
  });
}

function isPlausible(fit: FourParameters): boolean {
  return Math.abs(fit.scale - 1) <= plausibleScaleDeviation && !isTurned(fit);
}

function isTurned({ from, rotationArcseconds }: FourParameters): boolean {
  return from !== 'local' && Math.abs(rotationArcseconds) > largestRotationArcseconds;
}

function coincident(pairs: readonly ControlPair[]): [ControlPair, ControlPair] | null {
  for (const [index, pair] of pairs.entries()) {
    for (const other of pairs.slice(index + 1)) {
      const isSame = (side: 'from' | 'to'): boolean =>
        Math.hypot(pair[side][0] - other[side][0], pair[side][1] - other[side][1]) < closestMetres;
      if (isSame('from') || isSame('to')) return [pair, other];
    }
  }
  return null;
}
