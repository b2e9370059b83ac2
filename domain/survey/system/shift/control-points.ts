import type { Position } from '../../survey-file.ts';

/** A point known in both systems: east and north, or longitude and latitude; heights above the ellipsoids where known. */
export interface ControlPair {
  readonly name: string;
  readonly from: Position;
  readonly to: Position;
  readonly fromHeightMetres?: number;
  readonly toHeightMetres?: number;
}

/** What is left at a control point: given minus transformed. */
export interface Residual {
  readonly name: string;
  readonly metres: number;
}

export interface Fit<T> {
  readonly transformation: T;
  readonly residuals: readonly Residual[];
  readonly rmsMetres: number;
  /** False where there are no more points than the parameters need: the residuals are 0 and prove nothing. */
  readonly isChecked: boolean;
}

export type FitRefusalCode =
  | 'shift.unknown-system'
  | 'shift.not-finite'
  | 'shift.too-few-points'
  | 'shift.coincident-points'
  | 'shift.collinear-points'
  | 'shift.scale-off'
  | 'shift.rotation-off'
  | 'shift.point-mistyped'
  | 'shift.residuals-too-large';

export interface FitRefusal {
  readonly refusal: FitRefusalCode;
  readonly detail: Readonly<Record<string, string | number | null>>;
  readonly residuals: readonly Residual[];
}

export const largestScaleDeviation = 1e-3;
/** Beyond this no survey control agrees with a map of 1:1000; the caller may ask for less. */
export const usualToleranceMetres = 0.2;

export function refuseFit(
  refusal: FitRefusalCode,
  detail: FitRefusal['detail'] = {},
  residuals: readonly Residual[] = [],
): FitRefusal {
  return { refusal, detail, residuals };
}

export function rootMeanSquare(residuals: readonly Residual[]): number {
  return Math.sqrt(residuals.reduce((sum, { metres }) => sum + metres * metres, 0) / Math.max(1, residuals.length));
}

export function areFinite(pairs: readonly ControlPair[]): boolean {
  return pairs.every(({ from, to, fromHeightMetres = 0, toHeightMetres = 0 }) =>
    [...from, ...to, fromHeightMetres, toHeightMetres].every(Number.isFinite),
  );
}

/** The pair without which, and only without which, the others agree; null when no pair or several could be the one. */
export function findMistyped(
  pairs: readonly ControlPair[],
  agree: (others: readonly ControlPair[]) => boolean,
): ControlPair | null {
  const suspects = pairs.filter((pair) => agree(pairs.filter((other) => other !== pair)));
  return suspects.length === 1 ? suspects[0]! : null;
}
