import type { Line, MultiPolygon } from '../shapes.ts';
import type { StraightCut } from './cut-to-area.ts';

/** Across the front, the piece at its start or end; or along it, the piece at the front or behind. */
export type FrontCut =
  | { readonly cut: 'perpendicular'; readonly from: 'start' | 'end' }
  | { readonly cut: 'parallel'; readonly from: 'front' | 'back' };

/**
 * The straight cut that is meant by words of a road front (a line along the land's edge, its first point to its last):
 * `perpendicular` leaves every piece its frontage, `parallel` takes a strip along the front. A front without length gives
 * no direction, which `cutToArea` refuses.
 */
export function cutFromFront(land: MultiPolygon, front: Line, { cut, from }: FrontCut): StraightCut {
  const [first = [0, 0], last = first] = [front[0], front.at(-1)];
  const [east, north] = [last[0] - first[0], last[1] - first[1]];
  if (cut === 'perpendicular') return { direction: [0 - north, east], side: from === 'start' ? 'left' : 'right' };
  const turns = land.flat(2).map(([x, y]) => (y - first[1]) * east - (x - first[0]) * north);
  const isLandLeft = Math.max(...turns) > -Math.min(...turns);
  return { direction: [east, north], side: isLandLeft === (from === 'front') ? 'right' : 'left' };
}
