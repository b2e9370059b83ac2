import type { CommonLand } from './common-land.ts';
import type { ImportLimits } from './import-limits.ts';
import type { IncomingOverlaps } from './incoming-overlaps.ts';
import { twiceTolerance, type FeaturesByCode } from './match-parcels.ts';
import type { Matching } from './matching.ts';
import type { FeatureLand, ParcelLand } from './measured-land.ts';
import { idOfFeature, idOfParcel } from './proposal.ts';

/** Everything measured and matched, before anything is said of it; features and parcels by their index here. */
export interface ImportLand {
  readonly features: readonly FeatureLand[];
  readonly parcels: readonly ParcelLand[];
  readonly byCode: FeaturesByCode;
  readonly matching: Matching;
  readonly ofFeature: readonly (readonly CommonLand[])[];
  readonly overlaps: IncomingOverlaps;
  readonly unmeasured: ReadonlySet<number>;
  /** By parcel; null where it is not removed. */
  readonly removals: readonly (Removal | null)[];
  readonly limits: ImportLimits;
}

export interface Removal {
  readonly takenTwiceSquareMillimetres: number;
  /** Features that take its land. */
  readonly heirs: readonly number[];
  /** Whether the heirs take so much of it that it is gone because of them. */
  readonly isSucceeded: boolean;
}

export function idOf({ features, parcels, matching }: ImportLand, feature: number): string {
  const parcel = matching.parcelOf[feature]!;
  return parcel === -1 ? idOfFeature(features[feature]!.feature) : idOfParcel(parcels[parcel]!.code);
}

/** Whether the parcel is reshaped or removed. */
export function isGivingWay({ matching, removals }: ImportLand, parcel: number): boolean {
  const feature = matching.featureOf[parcel]!;
  return feature === -1 ? removals[parcel] !== null : !matching.isSame(feature);
}

/** Land a feature covers of parcels that are not its own, above the tolerance. */
export function coveredLand({ ofFeature, matching, limits }: ImportLand, feature: number): readonly CommonLand[] {
  const tolerance = twiceTolerance(limits.toleranceSquareMetres);
  return ofFeature[feature]!.filter(
    ({ parcel, twiceSquareMillimetres }) => parcel !== matching.parcelOf[feature] && twiceSquareMillimetres > tolerance,
  );
}
