import type { Position } from '../survey-file.ts';

/** Area of a ring in squares of its own unit, positive when counter-clockwise with the first number to the right. */
export function signedRingArea(ring: readonly Position[]): number {
  const first = ring[0];
  if (!first) return 0;
  let twice = 0;
  for (let index = 1; index + 1 < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[index + 1]!;
    twice += (a[0] - first[0]) * (b[1] - first[1]) - (b[0] - first[0]) * (a[1] - first[1]);
  }
  return twice / 2;
}
