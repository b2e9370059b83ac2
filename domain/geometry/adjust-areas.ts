/** Why areas cannot be adjusted to a control area. */
export type AdjustmentRefusal =
  | { readonly code: 'adjustment.empty' }
  | { readonly code: 'adjustment.not-positive'; readonly index: number | null; readonly value: number }
  | { readonly code: 'adjustment.off-tolerance'; readonly difference: number; readonly allowed: number };

export interface AdjustedArea {
  readonly measured: number;
  readonly adjusted: number;
}

export type Adjustment =
  | { readonly isAdjusted: true; readonly difference: number; readonly parts: readonly AdjustedArea[] }
  | { readonly isAdjusted: false; readonly refusal: AdjustmentRefusal };

/**
 * 平差: spreads control − Σ measured over the parts by area, so that they add up to the control area exactly. All areas
 * are whole numbers of one decimal unit (0.01 m², say). What does not divide goes one unit each to the largest
 * remainders, the larger part first. Refused when a value is no positive whole number, or when the difference exceeds
 * the tolerance (1/500 of the control area unless told otherwise).
 */
export function adjustAreas(control: number, measured: readonly number[], tolerance = 1 / 500): Adjustment {
  if (measured.length === 0) return refused({ code: 'adjustment.empty' });
  if (!isArea(control)) return refused({ code: 'adjustment.not-positive', index: null, value: control });
  const index = measured.findIndex((area) => !isArea(area));
  if (index >= 0) return refused({ code: 'adjustment.not-positive', index, value: measured[index]! });
  const sum = measured.reduce((total, area) => total + area, 0);
  const difference = control - sum;
  const allowed = control * tolerance;
  if (Math.abs(difference) > allowed) return refused({ code: 'adjustment.off-tolerance', difference, allowed });
  const shares = sharesOf(difference, measured, sum);
  const parts = measured.map((area, part) => ({ measured: area, adjusted: area + shares[part]! }));
  return { isAdjusted: true, difference, parts };
}

function sharesOf(difference: number, measured: readonly number[], sum: number): number[] {
  const sign = Math.sign(difference);
  const exact = measured.map((area) => BigInt(area) * BigInt(Math.abs(difference)));
  const shares = exact.map((share) => Number(share / BigInt(sum)));
  const rests = exact.map((share) => share % BigInt(sum));
  const left = Math.abs(difference) - shares.reduce((total, share) => total + share, 0);
  const byRest = measured.map((_, part) => part);
  byRest.sort((a, b) => compare(rests[b]!, rests[a]!) || measured[b]! - measured[a]! || a - b);
  for (const part of byRest.slice(0, left)) shares[part]! += 1;
  return shares.map((share) => share * sign + 0);
}

function isArea(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refused(refusal: AdjustmentRefusal): Adjustment {
  return { isAdjusted: false, refusal };
}
