import { signedTwiceArea } from '../area.ts';
import { containsPoint } from '../contains-point.ts';
import type { MultiPolygon, Polygon } from '../shapes.ts';
import { cutAlong, pieceOf, type CompletedLand, type LandPiece } from './cut-along.ts';
import { isSplitRefusal, type SplitRefusal } from './refuse-split.ts';

export interface PolygonCut extends CompletedLand {
  readonly inside: readonly LandPiece[];
  readonly outside: readonly LandPiece[];
}

/**
 * Cuts land along the rings of a polygon (millimetres, wound either way): what lies inside it and what does not. Refuses
 * as `cutAlong` does; a polygon with no edge within the land is split.not-crossing, whether around it or beside it.
 */
export function cutByPolygon(land: MultiPolygon, polygon: Polygon): PolygonCut | SplitRefusal {
  const lines = polygon.map((ring, index) => {
    const isForward = signedTwiceArea(ring) > 0 === (index === 0);
    return { line: isForward ? ring : [...ring].reverse(), isClosed: true };
  });
  const cut = cutAlong(land, lines);
  if (isSplitRefusal(cut)) return cut;
  const { completed, corners } = cut;
  const faces = cut.faces.map((face) => ({
    piece: pieceOf(face.polygon),
    isInside: face.side ? face.side === 'left' : containsPoint([polygon], face.polygon[0]![0]!),
  }));
  return {
    completed,
    corners,
    inside: faces.filter(({ isInside }) => isInside).map(({ piece }) => piece),
    outside: faces.filter(({ isInside }) => !isInside).map(({ piece }) => piece),
  };
}
