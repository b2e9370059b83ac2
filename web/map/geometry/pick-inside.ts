export interface PickPoint {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

export type Corner = readonly [x: number, y: number];

/**
 * The codes of the points a drawn line goes round. The line is closed from its end to its beginning; where it crosses
 * itself or runs round twice, what it goes round stays inside (winding number, as the outline is filled on the screen).
 */
export function pickInside(points: readonly PickPoint[], line: readonly Corner[]): string[] {
  if (line.length < 3) return [];
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  const [west, east] = extentOf(xs);
  const [north, south] = extentOf(ys);
  return points
    .filter(({ x, y }) => x >= west && x <= east && y >= north && y <= south && windingNumber(line, x, y) !== 0)
    .map(({ code }) => code);
}

function windingNumber(line: readonly Corner[], x: number, y: number): number {
  let winding = 0;
  let [ax, ay] = line[line.length - 1]!;
  for (const [bx, by] of line) {
    const isLeft = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && isLeft > 0) winding += 1;
    else if (ay > y && by <= y && isLeft < 0) winding -= 1;
    [ax, ay] = [bx, by];
  }
  return winding;
}

function extentOf(values: readonly number[]): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
