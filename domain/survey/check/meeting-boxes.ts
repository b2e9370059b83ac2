import type { Box } from '../../ledger/near-pairs.ts';
import { BoxIndex } from './box-index.ts';

/** The pairs of boxes that share more than a border, earlier index first; null when there are more than `most`. */
export function meetingBoxes(boxes: readonly Box[], most: number): [number, number][] | null {
  const index = boxIndexOf(boxes);
  const pairs: [number, number][] = [];
  const found: number[] = [];
  for (let one = 0; one < boxes.length; one += 1) {
    const { west, south, east, north } = boxes[one]!;
    for (const two of index.search(west, south, east, north, found)) {
      if (two <= one) continue;
      const other = boxes[two]!;
      if (other.west >= east || other.east <= west || other.south >= north || other.north <= south) continue;
      pairs.push([one, two]);
      if (pairs.length > most / 50) return null;
    }
  }
  return pairs;
}

export function boxIndexOf(boxes: readonly Box[]): BoxIndex {
  const flat = new Float64Array(boxes.length * 4);
  boxes.forEach(({ west, south, east, north }, item) => {
    flat[item * 4] = west;
    flat[item * 4 + 1] = south;
    flat[item * 4 + 2] = east;
    flat[item * 4 + 3] = north;
  });
  return new BoxIndex(flat);
}
