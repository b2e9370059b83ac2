import type { Line, Point } from './shapes.ts';

/** The place of a line that is nearest to a point. */
export interface Foot {
  /** From the start of the line, along it. */
  readonly alongMillimetres: number;
  readonly distanceMillimetres: number;
  /** Positive when the point lies left of the line, negative right of it, 0 on it. */
  readonly turn: number;
}

/** Where the line comes equally near more than once, the earliest place. An empty line is infinitely far. */
export function nearestOnLine(line: Line, [east, north]: Point): Foot {
  const [first] = line;
  if (!first) return { alongMillimetres: 0, distanceMillimetres: Infinity, turn: 0 };
  let best: Foot = { alongMillimetres: 0, distanceMillimetres: Math.hypot(east - first[0], north - first[1]), turn: 0 };
  let before = 0;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1]!;
    const [dx, dy] = [line[index]![0] - from[0], line[index]![1] - from[1]];
    const [px, py] = [east - from[0], north - from[1]];
    const length = Math.hypot(dx, dy);
    const along = length === 0 ? 0 : Math.min(length, Math.max(0, (px * dx + py * dy) / length));
    const share = length === 0 ? 0 : along / length;
    const distance = Math.hypot(px - dx * share, py - dy * share);
    if (index === 1 || distance < best.distanceMillimetres) {
      best = { alongMillimetres: before + along, distanceMillimetres: distance, turn: dx * py - dy * px };
    }
    before += length;
  }
  return best;
}
