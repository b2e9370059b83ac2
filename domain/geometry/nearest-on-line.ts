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
  // Squares and one root a segment: Math.hypot takes ten times as long, and millimetres of a county need no care for overflow.
  let nearest = (east - first[0]) ** 2 + (north - first[1]) ** 2;
  let best = { alongMillimetres: 0, turn: 0 };
  let before = 0;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1]!;
    const [dx, dy] = [line[index]![0] - from[0], line[index]![1] - from[1]];
    const [px, py] = [east - from[0], north - from[1]];
    const square = dx * dx + dy * dy;
    const length = Math.sqrt(square);
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
    const away = (px - dx * share) ** 2 + (py - dy * share) ** 2;
    if (index === 1 || away < nearest) {
      nearest = away;
      best = { alongMillimetres: before + length * share, turn: dx * py - dy * px };
    }
    before += length;
  }
  return { ...best, distanceMillimetres: Math.sqrt(nearest) };
}
