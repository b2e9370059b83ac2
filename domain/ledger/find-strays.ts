import type { MultiPolygon } from '../geometry/shapes.ts';
import { subtractLand } from './clip-land.ts';
import type { Region } from './find-overlaps.ts';
import type { LandPart } from './land-parts.ts';
import { sharedWith } from './shared-area.ts';

export interface Stray extends Region {
  readonly part: LandPart;
}

/** What of every part lies beyond the land it belongs to. */
export function findStrays(parts: readonly LandPart[], within: MultiPolygon): Stray[] {
  const shared = sharedWith(within);
  return parts.flatMap((part) => {
    const beyond = part.twiceAreaSquareMillimetres - shared(part);
    if (beyond === 0) return [];
    return [{ part, polygons: subtractLand(part.polygons, [within]), twiceAreaSquareMillimetres: beyond }];
  });
}
