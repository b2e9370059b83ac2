import type { TargetAnswer } from '../../answers.ts';
import { formatNumber } from '../../ui/format-number.ts';

/** A quantity with two decimals where it is not whole. */
export const formatQuantity = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2);

/** How much of a target is there, from 0 to 1; roads by their metres. Null when nobody can compute it. */
export function shareOf({ quantity, actual }: Pick<TargetAnswer, 'quantity' | 'actual'>): number | null {
  if (actual === null) return null;
  if (actual.metres) return actual.metres.wanted === 0 ? 0 : actual.metres.done / actual.metres.wanted;
  if (actual.quantity === null || quantity === null || quantity === 0) return null;
  return Math.min(1, Math.max(0, actual.quantity / quantity));
}

/** What the codes of a target are codes of, where there can be several; surveys cannot be opened. */
export function kindOf({ measure }: Pick<TargetAnswer, 'measure'>): 'parcel' | 'road' | null {
  switch (measure?.kind) {
    case 'land':
      return 'parcel';
    case 'roads-finished':
      return 'road';
    default:
      return null;
  }
}
