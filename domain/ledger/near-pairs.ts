import type { MultiPolygon } from '../geometry/shapes.ts';

/** A box in millimetres. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(polygons: MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    const outer = polygon[0] ?? [];
    for (let at = 0; at < outer.length; at += 1) {
      const corner = outer[at]!;
      west = Math.min(west, corner[0]);
      south = Math.min(south, corner[1]);
      east = Math.max(east, corner[0]);
      north = Math.max(north, corner[1]);
    }
  }
  return { west, south, east, north };
}

/** Whether two boxes share a point, or come as near as `withinMillimetres`. */
export function boxesMeet(a: Box, b: Box, withinMillimetres = 0): boolean {
  return (
    a.west <= b.east + withinMillimetres &&
    b.west <= a.east + withinMillimetres &&
    a.south <= b.north + withinMillimetres &&
    b.south <= a.north + withinMillimetres
  );
}

/** The pairs [earlier, later] of indices whose boxes meet: a sweep from west to east. */
export function nearPairs(boxes: readonly Box[]): [number, number][] {
  const fromWest = boxes.map((_, index) => index).sort((a, b) => boxes[a]!.west - boxes[b]!.west);
  const pairs: [number, number][] = [];
  let open: number[] = [];
  for (const index of fromWest) {
    const box = boxes[index]!;
    open = open.filter((other) => boxes[other]!.east >= box.west);
    for (const other of open) {
      if (boxesMeet(boxes[other]!, box)) pairs.push([Math.min(index, other), Math.max(index, other)]);
    }
    open.push(index);
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}
