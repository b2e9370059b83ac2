import { LandComparer } from '../check/between/compared-land.ts';
import { shareMore } from '../check/between/overlaps.ts';
import { boxIndexOf } from '../check/meeting-boxes.ts';
import { areSeparated } from './are-separated.ts';
import type { FeatureLand } from './measured-land.ts';

const featuresPerStep = 1000;
const mostOverlapsOfOne = 200;

export interface IncomingOverlaps {
  /** By feature: the features it has more land in common with than the tolerance, and how much. */
  readonly ofFeature: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Features with so many corners or overlaps that not all were measured. */
  readonly unmeasured: ReadonlySet<number>;
}

/** Measures changed features against one another. Yields features done. */
export function* findIncomingOverlaps(
  features: readonly FeatureLand[],
  isChanged: (feature: number) => boolean,
  toleranceTwiceSquareMillimetres: number,
): Generator<number, IncomingOverlaps> {
  const changed = [...features.keys()].filter((feature) => features[feature]!.land && isChanged(feature));
  const lands = changed.map((feature) => features[feature]!.land!);
  const index = boxIndexOf(lands.map(({ box }) => box));
  const comparer = new LandComparer();
  const unmeasured = new Set<number>();
  const ofFeature = new Map<number, Map<number, number>>();
  const found: number[] = [];
  for (const [at, feature] of changed.entries()) {
    if (at % featuresPerStep === 0) yield at;
    const land = lands[at]!;
    const { west, south, east, north } = land.box;
    for (const place of index.search(west, south, east, north, found).sort((a, b) => a - b)) {
      const [other, otherLand] = [changed[place]!, lands[place]!];
      if (place <= at || !shareMore(land, otherLand) || areSeparated(land, otherLand)) continue;
      if (unmeasured.has(other)) continue;
      const twice = comparer.twiceAreaInCommon(land, otherLand);
      if (twice !== null && twice <= toleranceTwiceSquareMillimetres) continue;
      const isTooMany = (ofFeature.get(feature)?.size ?? 0) >= mostOverlapsOfOne;
      if (twice === null || isTooMany) {
        unmeasured.add(feature);
        break;
      }
      overlapsOf(feature).set(other, twice);
      overlapsOf(other).set(feature, twice);
    }
  }
  return { ofFeature, unmeasured };

  function overlapsOf(feature: number): Map<number, number> {
    const known = ofFeature.get(feature) ?? new Map<number, number>();
    ofFeature.set(feature, known);
    return known;
  }
}
