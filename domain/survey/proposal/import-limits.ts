import { usualLimits } from '../check/limits.ts';

/** When land counts as the same, as taken and as covered twice. */
export interface ImportLimits {
  /** Land two parcels may have in common. */
  readonly toleranceSquareMetres: number;
  /** A feature is a parcel without being called so when they share this much of both; a parcel this much taken is gone. */
  readonly matchShare: number;
  /** A code is believed when feature and parcel share this much of the smaller: neighbours that only drifted do not. */
  readonly codeShare: number;
  /** Land passes from one to another when they share this much of the smaller; less is a border that moved. */
  readonly lineageShare: number;
  /** A boundary that moved no farther and changed the area by less was only rounded otherwise. */
  readonly roundingMillimetres: number;
  readonly roundingSquareMetres: number;
}

export const usualImportLimits: ImportLimits = {
  toleranceSquareMetres: usualLimits.overlapSquareMetres,
  matchShare: 0.8,
  codeShare: 0.1,
  lineageShare: 0.01,
  roundingMillimetres: 2,
  roundingSquareMetres: 0.01,
};
