import { divideHalfUp, formatScaled } from './format-number.ts';

export const areaUnits = ['mu', 'm2', 'ha'] as const;
export type AreaUnit = (typeof areaUnits)[number];

export const areaDecimals: Readonly<Record<AreaUnit, number>> = { mu: 2, m2: 2, ha: 4 };

/** 1 亩 = 2000/3 m²; rounding is done on whole half square millimetres, so ties go up exactly. */
export function formatArea(squareMetres: number, unit: AreaUnit): string {
  const twiceSquareMillimetres = Math.round(squareMetres * 2_000_000);
  switch (unit) {
    case 'mu':
      return formatScaled(divideHalfUp(twiceSquareMillimetres * 3, 40_000_000), areaDecimals.mu);
    case 'm2':
      return formatScaled(divideHalfUp(twiceSquareMillimetres, 20_000), areaDecimals.m2);
    case 'ha':
      return formatScaled(divideHalfUp(twiceSquareMillimetres, 2_000_000), areaDecimals.ha);
  }
}

/** `+` for growth, a true minus sign for shrinking. */
export function formatAreaChange(squareMetres: number, unit: AreaUnit): string {
  const text = formatArea(Math.abs(squareMetres), unit);
  return squareMetres < 0 ? `−${text}` : `+${text}`;
}
