import type { Feature, Polygon } from 'geojson';

/** Cuts a convex parcel from the middle of one edge to the middle of the one across, into parts as alike as can be. */
export function cutInTwo({ geometry }: Feature<Polygon>, codes: readonly [string, string]): Feature<Polygon>[] {
  const ring = geometry.coordinates[0]!.slice(0, -1);
  const half = Math.floor(ring.length / 2);
  const cuts = ring.map((_, start) => {
    const turned = [...ring.slice(start), ...ring.slice(0, start)];
    const middle = (at: number) => {
      const [a, b] = [turned[at]!, turned[(at + 1) % turned.length]!];
      return [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
    };
    const [first, second] = [middle(0), middle(half)];
    return [
      [first, ...turned.slice(1, half + 1), second],
      [second, ...turned.slice(half + 1), turned[0]!, first],
    ] as const;
  });
  const unlike = ([a, b]: (typeof cuts)[number]) => Math.abs(sizeOf(a) - sizeOf(b));
  const parts = cuts.reduce((best, cut) => (unlike(cut) < unlike(best) ? cut : best));
  return parts.map((part, at) => ({
    type: 'Feature',
    properties: { DKBH: codes[at] },
    geometry: { type: 'Polygon', coordinates: [[...part, part[0]!]] },
  }));
}

/** Twice the area, in whatever the corners are in. */
function sizeOf(ring: readonly number[][]): number {
  const [west, south] = ring[0]!;
  return Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length]!;
      return sum + (x! - west!) * (nextY! - south!) - (nextX! - west!) * (y! - south!);
    }, 0),
  );
}
