import { nearestOnLine } from '../geometry/nearest-on-line.ts';
import type { Line, MultiPolygon, Point } from '../geometry/shapes.ts';

/** Along the front no corner lies farther from the road than the nearest one by more than this. */
const frontMillimetres = 10_000;

/**
 * The front of land on a road: the longest run of its boundary beside the centreline, in the direction of rising chainage.
 * Where no edge runs beside the road, the edge whose farther end is nearest to it. Empty for land without a boundary.
 */
export function frontLine(land: MultiPolygon, centreline: Line): Line {
  const footOf = (corner: Point) => nearestOnLine(centreline, corner);
  const rings = land.flatMap(([outer]) => (outer ? [outer.map((corner) => ({ corner, ...footOf(corner) }))] : []));
  const nearest = Math.min(...rings.flat().map(({ distanceMillimetres }) => distanceMillimetres));
  const runs = rings.flatMap((ring) => {
    const isNear = ring.map(({ distanceMillimetres }) => distanceMillimetres <= nearest + frontMillimetres);
    const start = isNear.indexOf(false);
    // A ring that lies beside the road all around has no run that begins anywhere.
    if (start < 0) return [];
    const turned = [...ring.slice(start), ...ring.slice(0, start)];
    const found: (typeof ring)[] = [[]];
    for (const place of turned) {
      if (place.distanceMillimetres <= nearest + frontMillimetres) found.at(-1)!.push(place);
      else found.push([]);
    }
    return found.filter((run) => run.length > 1);
  });
  const edges = rings.flatMap((ring) => ring.map((place, at) => [place, ring[(at + 1) % ring.length]!]));
  const farther = (edge: (typeof edges)[number]) =>
    Math.max(...edge.map(({ distanceMillimetres }) => distanceMillimetres));
  const nearestEdge = edges.toSorted((a, b) => farther(a) - farther(b))[0] ?? [];
  const longest = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? nearestEdge;
  const [first, last] = [longest[0], longest.at(-1)];
  const isRising = !first || !last || first.alongMillimetres <= last.alongMillimetres;
  const line = longest.map(({ corner }) => corner);
  return isRising ? line : line.reverse();
}

function lengthOf(run: readonly { readonly corner: Point }[]): number {
  let length = 0;
  run.forEach(({ corner: [x, y] }, at) => {
    const before = run[at - 1];
    if (before) length += Math.hypot(x - before.corner[0], y - before.corner[1]);
  });
  return length;
}
