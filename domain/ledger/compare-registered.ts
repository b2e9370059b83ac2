import { excessSquareMetres, type Area } from './area-kind.ts';

/** How far a registered area may lie from the computed one: the larger of the two counts. */
export interface AreaTolerance {
  readonly squareMetres: number;
  readonly perMille: number;
}

/** What surveyors' checks of coordinate files allow. */
export const usualTolerance: AreaTolerance = { squareMetres: 0.01, perMille: 1 };

export interface RegisteredDifference {
  /** Registered minus plane area. */
  readonly squareMetres: number;
  readonly perMille: number;
  readonly allowedSquareMetres: number;
  readonly isWithin: boolean;
}

/** The registered area against the plane area of the boundary, which is the legal one. */
export function compareRegistered(
  registered: Area<'registered'>,
  plane: Area<'plane'>,
  tolerance: AreaTolerance = usualTolerance,
): RegisteredDifference {
  const squareMetres = excessSquareMetres(registered, plane);
  const planeSquareMetres = plane.twiceSquareMillimetres / 2_000_000;
  const allowedSquareMetres = Math.max(tolerance.squareMetres, (planeSquareMetres * tolerance.perMille) / 1000);
  return {
    squareMetres,
    perMille: (squareMetres / planeSquareMetres) * 1000,
    allowedSquareMetres,
    isWithin: Math.abs(squareMetres) <= allowedSquareMetres,
  };
}
