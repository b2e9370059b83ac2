import type { Line, MultiPolygon, Point } from '../shapes.ts';
import { directedEdges } from './cut-along.ts';
import { reachOfEdgeMillimetres } from './insert-corners.ts';
import { refuseSplit, type SplitRefusal } from './refuse-split.ts';

/** What a piece must at least have along its road front. */
export interface LeastFrontage {
  readonly front: Line;
  readonly frontageMillimetres?: number;
  readonly depthMillimetres?: number;
}

/**
 * Refuses the first piece with split.frontage-too-short or split.depth-too-short (its number from 1, wanted and actual
 * metres), or null when all of them have enough; a millimetre, which rounding may take, is not missed.
 */
export function checkFrontages(pieces: readonly MultiPolygon[], least: LeastFrontage): SplitRefusal | null {
  for (const [index, piece] of pieces.entries()) {
    const frontage = least.frontageMillimetres ?? 0;
    const depth = least.depthMillimetres ?? 0;
    const hasFrontage = frontage > 0 ? frontageMillimetres(piece, least.front) : 0;
    if (hasFrontage + reachOfEdgeMillimetres < frontage)
      return tooShort('split.frontage-too-short', index, frontage, hasFrontage);
    const hasDepth = depth > 0 ? depthMillimetres(piece, least.front) : 0;
    if (hasDepth + reachOfEdgeMillimetres < depth) return tooShort('split.depth-too-short', index, depth, hasDepth);
  }
  return null;
}

/** Length of a piece's boundary that lies on the front, within a millimetre. */
export function frontageMillimetres(piece: MultiPolygon, front: Line): number {
  let length = 0;
  for (const { from, to } of directedEdges(piece)) {
    for (let index = 1; index < front.length; index += 1) {
      length += commonMillimetres(front[index - 1]!, front[index]!, from, to);
    }
  }
  return length;
}

/** How far a piece reaches across the direction of the front (its first point to its last), from nearest to farthest. */
export function depthMillimetres(piece: MultiPolygon, front: Line): number {
  const [from, to] = [front[0], front.at(-1)];
  const corners = piece.flat(2);
  if (!from || !to || corners.length === 0) return 0;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  const offsets = corners.map(([x, y]) => ((y - from[1]) * dx - (x - from[0]) * dy) / length);
  return Math.max(...offsets) - Math.min(...offsets);
}

/** Length of a front's segment along which an edge runs beside it. */
function commonMillimetres(start: Point, end: Point, from: Point, to: Point): number {
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  if (length === 0) return 0;
  const [ux, uy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const along = (point: Point) => (point[0] - start[0]) * ux + (point[1] - start[1]) * uy;
  const aside = (point: Point) => (point[1] - start[1]) * ux - (point[0] - start[0]) * uy;
  const [first, last] = along(from) < along(to) ? [from, to] : [to, from];
  const low = Math.max(0, along(first));
  const high = Math.min(length, along(last));
  if (high <= low) return 0;
  const asideAt = (place: number) =>
    aside(first) + ((aside(last) - aside(first)) * (place - along(first))) / (along(last) - along(first));
  const isBeside = [low, high].every((place) => Math.abs(asideAt(place)) <= reachOfEdgeMillimetres);
  return isBeside ? high - low : 0;
}

function tooShort(
  code: 'split.frontage-too-short' | 'split.depth-too-short',
  index: number,
  wantedMillimetres: number,
  actualMillimetres: number,
): SplitRefusal {
  return refuseSplit(code, {
    piece: index + 1,
    wantedMetres: wantedMillimetres / 1000,
    actualMetres: Math.floor(actualMillimetres) / 1000,
  });
}
