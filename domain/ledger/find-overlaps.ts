import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { intersectLand, uniteLand } from './clip-land.ts';
import type { LandPart } from './land-parts.ts';
import { boxOf, nearPairs } from './near-pairs.ts';
import { sharedWith } from './shared-area.ts';

/** Land with its area, which is exact even where the corners of its outline had to be rounded. */
export interface Region {
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres: number;
}

export interface Overlap extends Region {
  readonly parts: readonly [earlier: LandPart, later: LandPart];
}

/** Every pair of parts with land in common. */
export function findOverlaps(parts: readonly LandPart[]): Overlap[] {
  const overlaps: Overlap[] = [];
  let measured = -1;
  let shared: ReturnType<typeof sharedWith> = () => 0;
  for (const [earlier, later] of nearPairs(parts.map(({ polygons }) => boxOf(polygons)))) {
    const [a, b] = [parts[earlier]!, parts[later]!];
    if (measured !== earlier) shared = sharedWith(a.polygons);
    measured = earlier;
    const area = shared(b);
    if (area === 0) continue;
    const polygons = intersectLand(a.polygons, b.polygons);
    overlaps.push({ parts: [a, b], polygons, twiceAreaSquareMillimetres: area });
  }
  return overlaps;
}

/**
 * The land that is counted again, as often as it is: its areas add up to the sum of the parts minus the land they
 * cover, also where three or more lie over one another.
 */
export function countedAgain(overlaps: readonly Overlap[]): Region[] {
  const ofLater = new Map<LandPart, Overlap[]>();
  for (const overlap of overlaps) ofLater.set(overlap.parts[1], [...(ofLater.get(overlap.parts[1]) ?? []), overlap]);
  return [...ofLater.values()].flatMap((withEarlier): Region[] => {
    if (withEarlier.length === 1) return withEarlier;
    const polygons = uniteLand(withEarlier.map((overlap) => overlap.polygons));
    const drawn = twiceAreaSquareMillimetres(polygons);
    const separate = withEarlier.reduce((sum, one) => sum + twiceAreaSquareMillimetres(one.polygons), 0);
    return drawn === separate ? withEarlier : [{ polygons, twiceAreaSquareMillimetres: drawn }];
  });
}
