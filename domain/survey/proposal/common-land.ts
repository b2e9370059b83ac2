import { LandComparer } from '../check/between/compared-land.ts';
import { shareMore } from '../check/between/overlaps.ts';
import { boxIndexOf } from '../check/meeting-boxes.ts';
import { areSeparated } from './are-separated.ts';
import type { FeatureLand, ParcelLand } from './measured-land.ts';

const featuresPerStep = 1000;

/** Land a feature has in common with a parcel, both by their index. */
export interface CommonLand {
  readonly feature: number;
  readonly parcel: number;
  readonly twiceSquareMillimetres: number;
}

export interface CommonLands {
  /** By feature; its parcels in their order. */
  readonly ofFeature: readonly (readonly CommonLand[])[];
  /** Features with so many corners that something was not measured. */
  readonly unmeasured: ReadonlySet<number>;
}

/** Measures every feature but those `isKnown` against the parcels of the park. Yields features done. */
export function* findCommonLand(
  features: readonly FeatureLand[],
  parcels: readonly ParcelLand[],
  isKnown: (feature: number) => boolean,
): Generator<number, CommonLands> {
  const index = boxIndexOf(parcels.map(({ land }) => land.box));
  const comparer = new LandComparer();
  const unmeasured = new Set<number>();
  const ofFeature: CommonLand[][] = [];
  const found: number[] = [];
  for (let feature = 0; feature < features.length; feature += 1) {
    if (feature % featuresPerStep === 0) yield feature;
    const lands: CommonLand[] = [];
    ofFeature.push(lands);
    const { land } = features[feature]!;
    if (!land || isKnown(feature)) continue;
    const { west, south, east, north } = land.box;
    for (const parcel of index.search(west, south, east, north, found).sort((a, b) => a - b)) {
      const other = parcels[parcel]!.land;
      if (!shareMore(land, other) || areSeparated(land, other)) continue;
      const twiceSquareMillimetres = comparer.twiceAreaInCommon(land, other);
      if (twiceSquareMillimetres === null) unmeasured.add(feature);
      else if (twiceSquareMillimetres > 0) lands.push({ feature, parcel, twiceSquareMillimetres });
    }
  }
  return { ofFeature, unmeasured };
}
