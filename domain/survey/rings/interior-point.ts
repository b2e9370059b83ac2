import type { Position } from '../survey-file.ts';

/**
 * A point well inside a ring: in the middle of the widest stretch of land on a line that passes between two corners'
 * heights near half height. The first corner when the ring encloses nothing.
 */
export function interiorPoint(ring: readonly Position[]): Position {
  const first = ring[0] ?? [0, 0];
  const height = heightBetweenCorners(ring);
  if (height === null) return first;
  const crossings: number[] = [];
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    if (a[1] > height === b[1] > height) continue;
    crossings.push(a[0] + ((height - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
  }
  crossings.sort((a, b) => a - b);
  let best: Position = first;
  let widest = 0;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from, to] = [crossings[index]!, crossings[index + 1]!];
    if (to - from > widest) {
      widest = to - from;
      best = [from + widest / 2, height];
    }
  }
  return best;
}

/** Halfway between the corners next below and next above half height; null when all lie at one height. */
function heightBetweenCorners(ring: readonly Position[]): number | null {
  let [south, north] = [Infinity, -Infinity];
  for (const [, y] of ring) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (!(north > south)) return null;
  const middle = south + (north - south) / 2;
  let [below, above] = [south, north];
  for (const [, y] of ring) {
    if (y <= middle && y > below) below = y;
    if (y > middle && y < above) above = y;
  }
  return below + (above - below) / 2;
}
