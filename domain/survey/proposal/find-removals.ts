import type { CommonLand } from './common-land.ts';
import type { ImportLimits } from './import-limits.ts';
import type { Removal } from './import-land.ts';
import { twiceTolerance } from './match-parcels.ts';
import type { Matching } from './matching.ts';
import type { FeatureLand, ParcelLand } from './measured-land.ts';
import type { ImportScope } from './proposal.ts';

/** Parcels no feature is: gone when features take most of their land or, in a file of the whole park, anyway. */
export function findRemovals(
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  ofFeature: readonly (readonly CommonLand[])[],
  matching: Matching,
  scope: ImportScope,
  limits: ImportLimits,
): (Removal | null)[] {
  const takers = parcels.map((): CommonLand[] => []);
  ofFeature.forEach((lands, feature) => {
    if (matching.isSame(feature)) return;
    for (const common of lands) if (matching.featureOf[common.parcel] === -1) takers[common.parcel]!.push(common);
  });
  return parcels.map(({ land }, parcel) => {
    if (matching.featureOf[parcel] !== -1) return null;
    const own = land.twiceAreaSquareMillimetres;
    const taken = takers[parcel]!.reduce((sum, { twiceSquareMillimetres }) => sum + twiceSquareMillimetres, 0);
    const takenTwiceSquareMillimetres = Math.min(own, taken);
    const isSucceeded = takenTwiceSquareMillimetres >= limits.matchShare * own;
    if (scope === 'held' && !isSucceeded) return null;
    const heirs = takers[parcel]!.filter((common) => isHeir(common, features, parcels, limits));
    return { takenTwiceSquareMillimetres, heirs: heirs.map(({ feature }) => feature), isSucceeded };
  });
}

/** Whether so much land passes that the feature descends from the parcel. */
export function isHeir(
  { feature, parcel, twiceSquareMillimetres }: CommonLand,
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  { lineageShare, toleranceSquareMetres }: ImportLimits,
): boolean {
  const [own, other] = [features[feature]!.land!, parcels[parcel]!.land];
  const smaller = Math.min(own.twiceAreaSquareMillimetres, other.twiceAreaSquareMillimetres);
  return (
    twiceSquareMillimetres > twiceTolerance(toleranceSquareMetres) && twiceSquareMillimetres >= lineageShare * smaller
  );
}
