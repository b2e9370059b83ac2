import { lengthMetres } from '../geometry/line.ts';
import { nearestOnLine, type Foot } from '../geometry/nearest-on-line.ts';
import type { Line, MultiPolygon, Point } from '../geometry/shapes.ts';
import { frontageMillimetres } from './road-fronts.ts';

/**
 * The front of land on a road: the longest run of its boundary beside the centreline, in the direction of rising chainage.
 * Where no edge runs beside the road, the edge whose farther end is nearest to it. Empty for land without a boundary.
 */
export function frontLine(land: MultiPolygon, centreline: Line): Line {
  const footOf = (corner: Point) => nearestOnLine(centreline, corner);
  const rings = land.flatMap(([outer]) => (outer ? [outer.map((corner) => ({ corner, ...footOf(corner) }))] : []));
  const nearest = Math.min(...rings.flat().map(({ distanceMillimetres }) => distanceMillimetres));
  const runs = rings.flatMap((ring) => {
    const isNear = ({ distanceMillimetres }: Foot) => distanceMillimetres <= nearest + frontageMillimetres;
    const start = ring.findIndex((place) => !isNear(place));
    // A ring that lies beside the road all around has no run that begins anywhere.
    if (start < 0) return [];
    const turned = [...ring.slice(start), ...ring.slice(0, start)];
    const found: (typeof ring)[] = [[]];
    for (const place of turned) {
      if (isNear(place)) found.at(-1)!.push(place);
      else found.push([]);
    }
    return found.filter((run) => run.length > 1);
  });
  const edges = rings.flatMap((ring) => ring.map((place, at) => [place, ring[(at + 1) % ring.length]!]));
  const farther = (edge: (typeof edges)[number]) =>
    Math.max(...edge.map(({ distanceMillimetres }) => distanceMillimetres));
  const nearestEdge = edges.toSorted((a, b) => farther(a) - farther(b))[0] ?? [];
  const lengthOf = (run: (typeof runs)[number]) => lengthMetres(run.map(({ corner }) => corner));
  const longest = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? nearestEdge;
  const [first, last] = [longest[0], longest.at(-1)];
  const isRising = !first || !last || first.alongMillimetres <= last.alongMillimetres;
  const line = longest.map(({ corner }) => corner);
  return isRising ? line : line.reverse();
}
