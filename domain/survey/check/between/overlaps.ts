import { squareMetres } from '../../../geometry/area.ts';
import { boxIndexOf } from '../meeting-boxes.ts';
import type { Report } from '../finding.ts';
import type { CheckLimits } from '../limits.ts';
import { LandComparer, placeInCommon, type ComparedLand } from './compared-land.ts';

const featuresPerStep = 2000;
const mostOverlapsOfOne = 200;
const nowhere = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };

/** Land a feature must not share, and the finding it is when it does. */
export interface OtherLand {
  readonly lands: readonly (ComparedLand | null)[];
  readonly index: ReturnType<typeof boxIndexOf>;
}

export function otherLand(lands: readonly (ComparedLand | null)[]): OtherLand {
  return { lands, index: boxIndexOf(lands.map((land) => land?.box ?? nowhere)) };
}

/** Tells every pair of features with more land in common than the limit, but for `isKnown` ones. Yields features done. */
export function* checkOverlaps(
  { lands, index }: OtherLand,
  isKnown: (earlier: number, later: number) => boolean,
  limits: CheckLimits,
  report: Report,
): Generator<number, void> {
  const comparer = new LandComparer();
  const found: number[] = [];
  let places = 0;
  for (let feature = 0; feature < lands.length; feature += 1) {
    const land = lands[feature];
    if (feature % featuresPerStep === 0) yield feature;
    if (!land) continue;
    const { west, south, east, north } = land.box;
    let overlaps = 0;
    for (const other of index.search(west, south, east, north, found).sort((a, b) => a - b)) {
      const otherLand = lands[other];
      if (other <= feature || !otherLand || !shareMore(land, otherLand) || isKnown(feature, other)) continue;
      const twiceArea = comparer.twiceAreaInCommon(land, otherLand);
      if (twiceArea === null || overlaps >= mostOverlapsOfOne) {
        report({ code: 'check-incomplete', feature, other, detail: { corners: land.corners, overlaps } });
        break;
      }
      if (squareMetres(twiceArea) <= limits.overlapSquareMetres) continue;
      overlaps += 1;
      places += 1;
      const place = places <= limits.findingsPerCode ? placeInCommon(land, otherLand) : null;
      report({ code: 'overlap', feature, other, place, detail: { squareMetres: squareMetres(twiceArea) } });
    }
  }
}

/** Whether two boxes have more in common than a border. */
export function shareMore({ box: a }: ComparedLand, { box: b }: ComparedLand): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}
