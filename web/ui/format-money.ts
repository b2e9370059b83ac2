import { divideHalfUp, formatScaled } from './format-number.ts';

/** Whole yuan as 万元 with two decimals: 4476700 → `447.67`. */
export function formatWanYuan(yuan: number): string {
  return formatScaled(divideHalfUp(yuan, 100), 2);
}
