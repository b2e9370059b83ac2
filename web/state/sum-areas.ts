import { squareMetres } from '../../domain/geometry/area.ts';
import { twiceSquareMillimetresOf } from '../../domain/geometry/area-units.ts';

/** The exact sum of plane areas in square metres: added as whole square millimetres, so that it equals the account's. */
export function sumAreas(areasSquareMetres: Iterable<number>): number {
  let twice = 0;
  for (const area of areasSquareMetres) twice += twiceSquareMillimetresOf(area);
  return squareMetres(twice);
}
