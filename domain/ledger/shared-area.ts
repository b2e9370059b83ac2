import { twiceAreaSquareMillimetres } from '../geometry/area.ts';
import { overlayArea } from '../geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';

/** What an overlay may be wrong by, as a share of the smaller piece: less than this is no land. */
const relativeError = 1e-9;

interface Land {
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres: number;
}

/** Measures how much land another piece has in common with `land`: twice square millimetres, 0 when they only touch. */
export function sharedWith(land: MultiPolygon): (other: Land) => number {
  const prepared = prepareOverlay(land);
  const area = twiceAreaSquareMillimetres(land);
  return (other) => {
    const shared = overlayArea(prepared, other.polygons);
    const least = relativeError * Math.min(area, other.twiceAreaSquareMillimetres);
    if (shared <= least) return 0;
    return other.twiceAreaSquareMillimetres - shared <= least ? other.twiceAreaSquareMillimetres : shared;
  };
}
