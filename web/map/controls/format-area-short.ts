import { inUnit, squareMetresPer, twiceSquareMillimetresOf } from '../../../domain/geometry/area-units.ts';
import type { AreaUnit } from '../plan.ts';

export const perSquareMetre: Readonly<Record<AreaUnit, number>> = {
  mu: 1 / squareMetresPer.mu,
  m2: 1,
  ha: 1 / squareMetresPer.ha,
};
export const shortDecimals: Readonly<Record<AreaUnit, number>> = { mu: 1, m2: 0, ha: 2 };

/** An area as the map letters it: one decimal of a 亩, whole m², two decimals of a hectare. */
export function formatAreaShort(squareMetres: number, unit: AreaUnit, locale: string): string {
  const digits = shortDecimals[unit];
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    inUnit(twiceSquareMillimetresOf(squareMetres), unit),
  );
}
