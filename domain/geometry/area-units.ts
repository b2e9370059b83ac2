import { divideHalfUp } from './round-half-up.ts';

export const areaUnits = ['mu', 'm2', 'ha', 'km2'] as const;
export type AreaUnit = (typeof areaUnits)[number];

interface UnitSize {
  /** One unit is this many twice-square-millimetres divided by `parts`: 1 亩 = 2000/3 m². */
  readonly twiceSquareMillimetres: number;
  readonly parts: number;
  /** Decimals on a screen, and in exports and stored tables (standards of county practice). */
  readonly shownDecimals: number;
  readonly exportedDecimals: number;
}

const sizes: Readonly<Record<AreaUnit, UnitSize>> = {
  mu: { twiceSquareMillimetres: 4_000_000_000, parts: 3, shownDecimals: 2, exportedDecimals: 4 },
  m2: { twiceSquareMillimetres: 2_000_000, parts: 1, shownDecimals: 2, exportedDecimals: 2 },
  ha: { twiceSquareMillimetres: 20_000_000_000, parts: 1, shownDecimals: 4, exportedDecimals: 4 },
  km2: { twiceSquareMillimetres: 2_000_000_000_000, parts: 1, shownDecimals: 4, exportedDecimals: 6 },
};

export type AreaUse = 'shown' | 'exported';

/** Decimals an area is rounded to in a unit. */
export function areaDecimals(unit: AreaUnit, use: AreaUse = 'shown'): number {
  return use === 'shown' ? sizes[unit].shownDecimals : sizes[unit].exportedDecimals;
}

const written: Readonly<Record<string, AreaUnit>> = { mu: 'mu', 亩: 'mu', 'm²': 'm2', ha: 'ha', 'km²': 'km2' };

/** The unit that is written so, or null. */
export function areaUnitWritten(text: string): AreaUnit | null {
  return written[text] ?? null;
}

/** Square metres of one unit. */
export const squareMetresPer: Readonly<Record<AreaUnit, number>> = {
  mu: squareMetresOf('mu'),
  m2: squareMetresOf('m2'),
  ha: squareMetresOf('ha'),
  km2: squareMetresOf('km2'),
};

function squareMetresOf(unit: AreaUnit): number {
  return sizes[unit].twiceSquareMillimetres / sizes[unit].parts / sizes.m2.twiceSquareMillimetres;
}

/** An area in a unit, not rounded; `twiceSquareMillimetres` is twice the area in square millimetres. */
export function inUnit(twiceSquareMillimetres: number, unit: AreaUnit): number {
  const { twiceSquareMillimetres: size, parts } = sizes[unit];
  return (twiceSquareMillimetres * parts) / size;
}

/** An area as a whole number of the unit's last decimal, half-up and exact: 77.86 亩 is 7786. */
export function lastPlaces(twiceSquareMillimetres: number, unit: AreaUnit, use: AreaUse = 'shown'): number {
  const { twiceSquareMillimetres: size, parts } = sizes[unit];
  return divideHalfUp(twiceSquareMillimetres * parts, size / 10 ** areaDecimals(unit, use));
}

/** An area in a unit, rounded half-up to the decimals of its use. */
export function roundedInUnit(twiceSquareMillimetres: number, unit: AreaUnit, use: AreaUse = 'shown'): number {
  return Number(`${lastPlaces(twiceSquareMillimetres, unit, use)}e-${areaDecimals(unit, use)}`);
}

/** Square metres to twice-square-millimetres, for areas that come as square metres (answers, registers). */
export function twiceSquareMillimetresOf(squareMetres: number): number {
  return Math.round(squareMetres * sizes.m2.twiceSquareMillimetres);
}
