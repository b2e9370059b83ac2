import type { SurveyLand } from './survey-land.ts';

const mostCorners = 64;

/** `areApart` for two features by their indices, as far as they are small and cross themselves nowhere. */
export function areFeaturesApart(land: SurveyLand, one: number, two: number): boolean {
  const { features, featureStarts } = land;
  if (features[one]!.isUnsound || features[two]!.isUnsound) return false;
  const a = { start: featureStarts[one]!, end: featureStarts[one + 1]! };
  const b = { start: featureStarts[two]!, end: featureStarts[two + 1]! };
  return a.end - a.start <= mostCorners && b.end - b.start <= mostCorners && areApart(land, a, b);
}

/** Corners `start` up to `end` of the land: all rings of one feature. */
interface CornerRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Proves, for two features whose rings do not cross themselves, that they share no land: their edges meet only in
 * common corners or as opposite edges, and no other corner of one lies in the other. False when that is not proven.
 * Land in common has a border inside one of the two, or edges of both that run the same way.
 */
function areApart(land: SurveyLand, a: CornerRange, b: CornerRange): boolean {
  const { xs, ys, vertices } = land;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let corner = b.start; corner < b.end; corner += 1) {
    west = Math.min(west, xs[corner]!);
    south = Math.min(south, ys[corner]!);
    east = Math.max(east, xs[corner]!);
    north = Math.max(north, ys[corner]!);
  }
  for (let edge = a.start; edge < a.end; edge += 1) {
    const next = land.next(edge);
    const [ax, ay, bx, by] = [xs[edge]!, ys[edge]!, xs[next]!, ys[next]!];
    const [from, to] = [vertices[edge]!, vertices[next]!];
    if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
    if ((ay < south && by < south) || (ay > north && by > north)) continue;
    let commonEnds = 0;
    let isAnswered = false;
    for (let other = b.start; other < b.end; other += 1) {
      const otherNext = land.next(other);
      const [start, end] = [vertices[other]!, vertices[otherNext]!];
      if (start === from || start === to) commonEnds += 1;
      if ((start === to && end === from) || (start === from && end === to)) {
        const isOpposite = (start === to) === (isForward(land, edge) === isForward(land, other));
        if (!isOpposite || isAnswered) return false;
        isAnswered = true;
        continue;
      }
      const [cx, cy, ex, ey] = [xs[other]!, ys[other]!, xs[otherNext]!, ys[otherNext]!];
      if ((cx < ax && cx < bx && ex < ax && ex < bx) || (cx > ax && cx > bx && ex > ax && ex > bx)) continue;
      if ((cy < ay && cy < by && ey < ay && ey < by) || (cy > ay && cy > by && ey > ay && ey > by)) continue;
      const [dx, dy, fx, fy] = [bx - ax, by - ay, ex - cx, ey - cy];
      const c = dx * (cy - ay) - dy * (cx - ax);
      const e = dx * (ey - ay) - dy * (ex - ax);
      if ((c > 0 && e > 0) || (c < 0 && e < 0)) continue;
      const s = fx * (ay - cy) - fy * (ax - cx);
      const t = fx * (by - cy) - fy * (bx - cx);
      if ((s > 0 && t > 0) || (s < 0 && t < 0)) continue;
      const isAtCommonCorner = from === start || from === end || to === start || to === end;
      if (!isAtCommonCorner || (c === 0 && e === 0)) return false;
    }
    if (commonEnds >= 2 && !isAnswered) return false;
  }
  return !reaches(land, a, b) && !reaches(land, b, a);
}

function isForward({ isForward: forward, rings }: SurveyLand, edge: number): boolean {
  return forward[rings[edge]!] === 1;
}

/** Whether a corner of `a` that is none of `b` lies in `b`; corners of `b` on edges are not met with here. */
function reaches(land: SurveyLand, a: CornerRange, b: CornerRange): boolean {
  const { xs, ys, vertices } = land;
  for (let corner = a.start; corner < a.end; corner += 1) {
    const [x, y, vertex] = [xs[corner]!, ys[corner]!, vertices[corner]!];
    let isOdd = false;
    for (let edge = b.start; edge < b.end; edge += 1) {
      if (vertices[edge] === vertex) {
        isOdd = false;
        break;
      }
      const y0 = ys[edge]!;
      const next = land.next(edge);
      const y1 = ys[next]!;
      if (y0 > y === y1 > y) continue;
      const side = (xs[next]! - xs[edge]!) * (y - y0) - (x - xs[edge]!) * (y1 - y0);
      if (side > 0 === y1 > y0) isOdd = !isOdd;
    }
    if (isOdd) return true;
  }
  return false;
}
