import type { Ring } from '../../../geometry/shapes.ts';
import type { Report } from '../finding.ts';
import { isSame, placeOf, turn, type RingUnderCheck } from './ring-under-check.ts';

/**
 * Tells corners where the ring goes out and comes back: an angle below the limit and, at the end of the shorter arm, a
 * width below the limit. The width is the distance of that end from the other arm.
 */
export function findSpikes(ring: RingUnderCheck, report: Report): void {
  const { points, limits, feature, part, ring: number } = ring;
  const slope = Math.tan((limits.spikeDegrees * Math.PI) / 180);
  points.forEach((from, corner) => {
    const before = points[(corner + points.length - 1) % points.length]!;
    const after = points[(corner + 1) % points.length]!;
    const dot = (before[0] - from[0]) * (after[0] - from[0]) + (before[1] - from[1]) * (after[1] - from[1]);
    if (dot <= 0) return;
    const twiceArea = Math.abs(turn(before, from, after));
    if (twiceArea > slope * dot) return;
    const arms = [before, after].map((end) => Math.hypot(end[0] - from[0], end[1] - from[1]));
    const widthMillimetres = twiceArea / Math.max(...arms);
    if (widthMillimetres > limits.spikeWidth) return;
    const angleDegrees = (Math.atan2(twiceArea, dot) * 180) / Math.PI;
    const detail = { angleDegrees, widthMillimetres, lengthMillimetres: Math.min(...arms) };
    const at = placeOf(ring, corner);
    const drop = {
      kind: 'drop-corner',
      feature,
      part,
      ring: number,
      from,
      before,
      twiceAreaChange: twiceArea,
    } as const;
    const repair = points.length > 3 ? { ...drop, corner: at.where.corner! } : null;
    report({ code: 'spike', ...at, detail, repair });
  });
}

/** The ring without corners where it turns back along the very line it came; these hold no land. */
export function withoutFolds(ring: RingUnderCheck): RingUnderCheck {
  const { points } = ring;
  if (!hasFold(points)) return ring;
  const kept: number[] = [];
  const at = (place: number) => points[kept[place]!]!;
  const isFold = (a: number, b: number, c: number) => {
    const [before, from, after] = [at(a), at(b), at(c)];
    const dot = (before[0] - from[0]) * (after[0] - from[0]) + (before[1] - from[1]) * (after[1] - from[1]);
    return dot > 0 && turn(before, from, after) === 0;
  };
  const settle = () => {
    for (;;) {
      const end = kept.length - 1;
      if (end >= 1 && isSame(at(end), at(end - 1))) kept.pop();
      else if (end >= 2 && isFold(end - 2, end - 1, end)) kept.splice(end - 1, 1);
      else return;
    }
  };
  for (let corner = 0; corner < points.length; corner += 1) {
    kept.push(corner);
    settle();
  }
  for (let start = 0; kept.length - start >= 3;) {
    const end = kept.length - 1;
    if (isSame(at(end), at(start)) || isFold(end - 1, end, start)) kept.pop();
    else if (isFold(end, start, start + 1)) start += 1;
    else if (start === 0) return kept.length === points.length ? ring : keeping(ring, kept);
    else return keeping(ring, kept.slice(start));
  }
  return keeping(ring, []);
}

function hasFold(points: Ring): boolean {
  let before = points[points.length - 2]!;
  let from = points[points.length - 1]!;
  for (const after of points) {
    const dot = (before[0] - from[0]) * (after[0] - from[0]) + (before[1] - from[1]) * (after[1] - from[1]);
    if (dot > 0 && turn(before, from, after) === 0) return true;
    before = from;
    from = after;
  }
  return points.length < 3;
}

function keeping(ring: RingUnderCheck, kept: readonly number[]): RingUnderCheck {
  const numbers = kept.map((corner) => ring.numbers?.[corner] ?? corner);
  return { ...ring, points: kept.map((corner) => ring.points[corner]!), numbers };
}
