import { nearestOnLine } from '../nearest-on-line.ts';
import type { Line, MultiPolygon } from '../shapes.ts';
import { cutAlong, pieceOf, type CompletedLand, type LandPiece } from './cut-along.ts';
import { isSplitRefusal, type SplitRefusal } from './refuse-split.ts';

export interface LineCut extends CompletedLand {
  /** Pieces left and right of the line as it is drawn. A part of the land that it does not reach lies on its nearer side. */
  readonly left: readonly LandPiece[];
  readonly right: readonly LandPiece[];
}

/**
 * Cuts land along a line (millimetres) that crosses it once or more, beginning and ending outside or on its boundary; it
 * may run along edges and through corners. Refuses as `cutAlong` does.
 */
export function cutByLine(land: MultiPolygon, line: Line): LineCut | SplitRefusal {
  const cut = cutAlong(land, [{ line, isClosed: false }]);
  if (isSplitRefusal(cut)) return cut;
  const { completed, corners } = cut;
  const faces = cut.faces.map(({ polygon, side }) => ({
    piece: pieceOf(polygon),
    side: side ?? (nearestOnLine(line, polygon[0]![0]!).turn > 0 ? 'left' : 'right'),
  }));
  const piecesOn = (wanted: string) => faces.filter(({ side }) => side === wanted).map(({ piece }) => piece);
  return { completed, corners, left: piecesOn('left'), right: piecesOn('right') };
}
