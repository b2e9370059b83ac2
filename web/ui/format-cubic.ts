import { formatNumber } from './format-number.ts';

/** Cubic metres as 万 m³ with two decimals: 136000 → `13.60`. */
export function formatWanCubic(cubicMetres: number): string {
  return formatNumber(cubicMetres / 10_000, 2);
}
