import type { MultiPolygon, Point } from '../../../geometry/shapes.ts';
import { containsPoint } from '../../../geometry/contains-point.ts';
import { twiceAreaSquareMillimetres } from '../../../geometry/area.ts';
import { intersectLand, subtractLand, uniteLand } from '../../../ledger/clip-land.ts';
import { boxOf, type Box } from '../../../ledger/near-pairs.ts';
import { sharedWith } from '../../../ledger/shared-area.ts';
import type { SoundFeature } from '../feature/check-feature.ts';

/** Land ready to be compared with other land. */
export interface ComparedLand {
  readonly polygons: MultiPolygon;
  readonly twiceAreaSquareMillimetres: number;
  readonly corners: number;
  readonly box: Box;
}

const mostClippedCorners = 2000;
const mostEdgePairs = 4e9;

/** A feature's land; of an unsound one what its outer rings go around without its holes. Null when that is too much. */
export function comparedLand(sound: SoundFeature): ComparedLand | null {
  if (!sound.isUnsound) return landOf(sound.polygons, sound.twiceAreaSquareMillimetres);
  if (cornersOf(sound.polygons) > mostClippedCorners) return null;
  const polygons = uniteLand(
    sound.polygons.map(([shell, ...holes]) =>
      subtractLand(
        uniteLand([[[shell!]]]),
        holes.map((hole) => [[hole]]),
      ),
    ),
  );
  return landOf(polygons, twiceAreaSquareMillimetres(polygons));
}

export function landOf(polygons: MultiPolygon, twiceArea: number): ComparedLand {
  return { polygons, twiceAreaSquareMillimetres: twiceArea, corners: cornersOf(polygons), box: boxOf(polygons) };
}

/** Measures land in common; the larger of two is prepared, and kept when it is large. */
export class LandComparer {
  readonly #kept = new Map<ComparedLand, ReturnType<typeof sharedWith>>();
  #last: ComparedLand | null = null;
  #shared: ReturnType<typeof sharedWith> = () => 0;

  /** Twice square millimetres; null when the two have so many corners that nobody would wait for the answer. */
  twiceAreaInCommon(a: ComparedLand, b: ComparedLand): number | null {
    if (a.corners * b.corners > mostEdgePairs) return null;
    const [large, small] = a.corners >= b.corners ? [a, b] : [b, a];
    return this.#prepared(large)(small);
  }

  #prepared(land: ComparedLand): ReturnType<typeof sharedWith> {
    if (land === this.#last) return this.#shared;
    this.#last = land;
    this.#shared = this.#kept.get(land) ?? sharedWith(land.polygons);
    if (land.corners > 64) this.#kept.set(land, this.#shared);
    return this.#shared;
  }
}

/** A place in the land two have in common: the middle of its largest piece, or a corner of one inside the other. */
export function placeInCommon(a: ComparedLand, b: ComparedLand): Point | null {
  const [large, small] = a.corners >= b.corners ? [a, b] : [b, a];
  if (large.corners <= mostClippedCorners) {
    const pieces = intersectLand(a.polygons, b.polygons).map((piece) => [piece]);
    const areas = pieces.map(twiceAreaSquareMillimetres);
    const piece = pieces[areas.indexOf(Math.max(...areas))];
    if (piece) return middleOf(piece);
  }
  const corner = small.polygons.flat(2).find((point) => containsPoint(large.polygons, point as Point));
  return (corner as Point | undefined) ?? middleOf(small.polygons);
}

function middleOf(polygons: MultiPolygon): Point {
  const { west, south, east, north } = boxOf(polygons);
  return [Math.round((west + east) / 2), Math.round((south + north) / 2)];
}

function cornersOf(polygons: MultiPolygon): number {
  let corners = 0;
  for (const polygon of polygons) for (const ring of polygon) corners += ring.length;
  return corners;
}
