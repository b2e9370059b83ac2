import { twiceAreaSquareMillimetres } from '../area.ts';
import type { MultiPolygon, Point, Polygon } from '../shapes.ts';

export interface LandPiece {
  readonly polygon: Polygon;
  /** Twice its plane area in square millimetres, exact. */
  readonly twiceAreaSquareMillimetres: number;
}

/** What every cut of land tells beside its pieces. */
export interface CompletedLand {
  /** The land with the new corners: the pieces add up to it exactly. */
  readonly completed: MultiPolygon;
  /** New corners on the edges of the land: what lies on their other side needs them too (`insertCorners`). */
  readonly corners: readonly Point[];
}

export function pieceOf(polygon: Polygon): LandPiece {
  return { polygon, twiceAreaSquareMillimetres: twiceAreaSquareMillimetres([polygon]) };
}
