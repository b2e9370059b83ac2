import type { MultiPolygon, Point, Polygon, Ring } from '../../domain/geometry/shapes.ts';

/** Land as two lists of numbers, which go from one thread to another without being copied. */
export interface PackedLand {
  /** Of every land: its parts; of every part: its rings; of every ring: its corners. */
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly corners: Float64Array<ArrayBuffer>;
}

export function packLand(lands: readonly MultiPolygon[]): PackedLand {
  const counts: number[] = [];
  let size = 0;
  for (const polygons of lands) {
    counts.push(polygons.length);
    for (const rings of polygons) {
      counts.push(rings.length);
      for (const ring of rings) {
        counts.push(ring.length);
        size += ring.length * 2;
      }
    }
  }
  const corners = new Float64Array(size);
  let at = 0;
  for (const polygons of lands) {
    for (const ring of polygons.flat()) {
      for (const [east, north] of ring) {
        corners[at] = east;
        corners[at + 1] = north;
        at += 2;
      }
    }
  }
  return { counts: Uint32Array.from(counts), corners };
}

export function unpackLand({ counts, corners }: PackedLand): MultiPolygon[] {
  let [count, at] = [0, 0];
  const several = <Item>(item: () => Item): Item[] => {
    const items: Item[] = [];
    for (let left = counts[count++]!; left > 0; left -= 1) items.push(item());
    return items;
  };
  const point = (): Point => [corners[at++]!, corners[at++]!];
  const lands: MultiPolygon[] = [];
  while (count < counts.length) lands.push(several((): Polygon => several((): Ring => several(point))));
  return lands;
}

/** The memory behind packed land, to be given away with it. */
export function memoryOf({ counts, corners }: PackedLand): ArrayBuffer[] {
  return [counts.buffer, corners.buffer];
}
