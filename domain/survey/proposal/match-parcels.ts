import type { CommonLand } from './common-land.ts';
import type { ImportLimits } from './import-limits.ts';
import type { Matching } from './matching.ts';
import type { FeatureLand, ParcelLand } from './measured-land.ts';
import { compareText } from './proposal.ts';
import { isSameShape, shapeKey } from './shape-key.ts';

const featuresPerStep = 1000;

/** Features of the file by their code. */
export type FeaturesByCode = ReadonlyMap<string, readonly number[]>;

/** First: features with a parcel's code and its rings, which need no measuring. Yields features done. */
export function* matchSame(
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  matching: Matching,
): Generator<number, void> {
  const places = new Map(parcels.map(({ code }, parcel) => [code, parcel]));
  for (const [feature, { code, polygons }] of features.entries()) {
    if (feature % featuresPerStep === 0) yield feature;
    const parcel = code === null ? undefined : places.get(code);
    if (parcel === undefined || !matching.isFree(feature, parcel)) continue;
    if (isSameShape(parcels[parcel]!.polygons, polygons)) matching.match(feature, parcel, 'code', true);
  }
}

/** Second: of the features with a parcel's code the one with most of its land, if that is enough to believe the code. */
export function matchByCode(
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  { byCode, ofFeature }: { byCode: FeaturesByCode; ofFeature: readonly (readonly CommonLand[])[] },
  limits: ImportLimits,
  matching: Matching,
): void {
  parcels.forEach(({ code, land }, parcel) => {
    if (matching.featureOf[parcel] !== -1) return;
    const candidates = (byCode.get(code) ?? [])
      .map((feature) => ({ feature, twice: commonWith(ofFeature[feature]!, parcel) }))
      .filter(({ feature, twice }) =>
        isCodeBelieved(features[feature]!, land.twiceAreaSquareMillimetres, twice, limits),
      )
      .sort((a, b) => b.twice - a.twice || byShape(features, a.feature, b.feature));
    if (candidates[0]) matching.match(candidates[0].feature, parcel, 'code', false);
  });
}

/** A shape that cannot be measured says nothing against its code. */
export function isCodeBelieved(
  { land }: FeatureLand,
  parcelTwice: number,
  commonTwice: number,
  { codeShare, toleranceSquareMetres }: ImportLimits,
): boolean {
  if (!land) return true;
  const least = codeShare * Math.min(land.twiceAreaSquareMillimetres, parcelTwice);
  return commonTwice >= least && commonTwice > twiceTolerance(toleranceSquareMetres);
}

export function commonWith(lands: readonly CommonLand[], parcel: number): number {
  return lands.find((one) => one.parcel === parcel)?.twiceSquareMillimetres ?? 0;
}

export function twiceTolerance(toleranceSquareMetres: number): number {
  return toleranceSquareMetres * 2_000_000;
}

interface Likeness {
  readonly feature: number;
  readonly parcel: number;
  readonly isSame: boolean;
  /** Land in common as a share of the larger. */
  readonly share: number;
}

/** Last: what is left, by land in common; the same rings before all others, then the most alike. */
export function matchByOverlap(
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  ofFeature: readonly (readonly CommonLand[])[],
  { matchShare }: ImportLimits,
  matching: Matching,
): void {
  const likenesses: Likeness[] = [];
  for (const lands of ofFeature) {
    for (const { feature, parcel, twiceSquareMillimetres } of lands) {
      if (!matching.isFree(feature, parcel)) continue;
      const [own, other] = [features[feature]!.land!, parcels[parcel]!.land];
      const larger = Math.max(own.twiceAreaSquareMillimetres, other.twiceAreaSquareMillimetres);
      const share = twiceSquareMillimetres / larger;
      if (share < matchShare) continue;
      const isSame = share === 1 && isSameShape(features[feature]!.polygons, parcels[parcel]!.polygons);
      likenesses.push({ feature, parcel, isSame, share });
    }
  }
  likenesses.sort(
    (a, b) =>
      Number(b.isSame) - Number(a.isSame) ||
      b.share - a.share ||
      a.parcel - b.parcel ||
      byShape(features, a.feature, b.feature),
  );
  for (const { feature, parcel, isSame } of likenesses) {
    if (matching.isFree(feature, parcel)) matching.match(feature, parcel, 'overlap', isSame);
  }
}

/** An order that does not ask where the file has them: by outline, then by code. */
function byShape(features: readonly FeatureLand[], one: number, two: number): number {
  const [a, b] = [features[one]!, features[two]!];
  return (
    compareText(shapeKey(a.polygons), shapeKey(b.polygons)) || compareText(a.code ?? '', b.code ?? '') || one - two
  );
}
