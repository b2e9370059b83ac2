import type { Position } from '../../../domain/survey/survey-file.ts';

/** Parts of the height of the land that are tried; none is likely to pass exactly through a corner. */
const heights = [0.4987, 0.3713, 0.6291, 0.2237, 0.7719, 0.1171, 0.8847];

/** A place for a text: the middle of the widest stretch of land, holes left out, on one of a few level lines. */
export function labelPlace(rings: readonly (readonly Position[])[]): Position | null {
  const norths = (rings[0] ?? []).map(([, north]) => north);
  const south = norths.reduce((least, north) => Math.min(least, north), Infinity);
  const north = norths.reduce((most, value) => Math.max(most, value), -Infinity);
  let best: Position | null = null;
  let widest = 0;
  for (const part of heights) {
    const height = south + (north - south) * part;
    const crossings = rings.flatMap((ring) => crossingsOf(ring, height)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index]!, crossings[index + 1]!];
      if (to - from <= widest) continue;
      widest = to - from;
      best = [from + widest / 2, height];
    }
  }
  return best;
}

function crossingsOf(ring: readonly Position[], height: number): number[] {
  return ring.flatMap((a, index) => {
    const b = ring[(index + 1) % ring.length]!;
    return a[1] > height === b[1] > height ? [] : [a[0] + ((height - a[1]) / (b[1] - a[1])) * (b[0] - a[0])];
  });
}
