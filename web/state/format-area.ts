import {
  areaDecimals,
  lastPlaces,
  twiceSquareMillimetresOf,
  type AreaUnit as LandUnit,
} from '../../domain/geometry/area-units.ts';
import { formatScaled } from '../ui/format-number.ts';

/** The units a reader can choose. */
export const areaUnits = ['mu', 'm2', 'ha'] as const satisfies readonly LandUnit[];
export type AreaUnit = (typeof areaUnits)[number];

/** An area in a unit, rounded half up exactly, with the unit's decimals and thousands marks. */
export function formatArea(squareMetres: number, unit: AreaUnit): string {
  return formatScaled(lastPlaces(twiceSquareMillimetresOf(squareMetres), unit), areaDecimals(unit));
}

/** `+` for growth, a true minus sign for shrinking, no sign for what rounds to nothing. */
export function formatAreaChange(squareMetres: number, unit: AreaUnit): string {
  const text = formatArea(Math.abs(squareMetres), unit);
  if (!/[1-9]/.test(text)) return text;
  return squareMetres < 0 ? `−${text}` : `+${text}`;
}
