import type { AreaUnit } from './survey-file.ts';

const squareMetres: Readonly<Record<AreaUnit, number>> = {
  'square-metre': 1,
  hectare: 1e4,
  mu: 2000 / 3,
  'square-kilometre': 1e6,
};
const tolerance = 0.01;

/**
 * The unit in which a declared area would be the computed one to 1 % (standards.md §1.3, row 7), or null when there is
 * none or either area is not above zero.
 */
export function inferAreaUnit(declared: number, computedSquareMetres: number): AreaUnit | null {
  if (!(declared > 0) || !(computedSquareMetres > 0)) return null;
  const ratio = computedSquareMetres / declared;
  const units = Object.keys(squareMetres) as AreaUnit[];
  return units.find((unit) => Math.abs(ratio / squareMetres[unit] - 1) <= tolerance) ?? null;
}
