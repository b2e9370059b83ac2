import type { MultiPolygon, Point } from '../../geometry/shapes.ts';
import { BoxIndex } from '../check/box-index.ts';
import { edgeBoxes } from '../check/edge-boxes.ts';

const mostPairsTried = 10_000;
const firstReachMillimetres = 16;
const farthestMillimetres = 2 ** 40;

/** The largest distance in millimetres of a corner of one shape from the boundary of the other, looked at from both. */
export function boundaryDistance(a: MultiPolygon, b: MultiPolygon): number {
  const [one, two] = [edgesOf(a), edgesOf(b)];
  const areFew = (one.length / 4) * (two.length / 4) <= mostPairsTried;
  const nearest = areFew ? nearestOfAll : nearestAround;
  return Math.sqrt(Math.max(farthestSquare(one, nearest(two)), farthestSquare(two, nearest(one))));
}

/** The square of the distance of a place from a boundary; any number up to `least` where it is not more than that. */
type Nearest = (x: number, y: number, least: number) => number;

function farthestSquare(edges: Float64Array, nearest: Nearest): number {
  let most = 0;
  for (let at = 0; at < edges.length; at += 4) most = Math.max(most, nearest(edges[at]!, edges[at + 1]!, most));
  return most;
}

/** Begins with the edge that was nearest before: corners follow one another. */
function nearestOfAll(edges: Float64Array): Nearest {
  let nearest = 0;
  return (x, y, least) => {
    let best = Infinity;
    const start = nearest;
    for (let step = 0; step < edges.length && best > least; step += 4) {
      const at = (start + step) % edges.length;
      const square = squareTo(edges, at, x, y);
      if (square < best) [best, nearest] = [square, at];
    }
    return best;
  };
}

/** Tries only edges near the corner, farther and farther around it. */
function nearestAround(edges: Float64Array): Nearest {
  const index = new BoxIndex(edgeBoxes(edges));
  const found: number[] = [];
  return (x, y, least) => {
    for (let reach = firstReachMillimetres; reach < farthestMillimetres; reach *= 2) {
      index.search(x - reach, y - reach, x + reach, y + reach, found);
      let best = Infinity;
      for (const edge of found) best = Math.min(best, squareTo(edges, edge * 4, x, y));
      if (best <= Math.max(reach * reach, least)) return best;
    }
    return Infinity;
  };
}

function squareTo(edges: Float64Array, at: number, x: number, y: number): number {
  const [px, py] = [x - edges[at]!, y - edges[at + 1]!];
  const [dx, dy] = [edges[at + 2]! - edges[at]!, edges[at + 3]! - edges[at + 1]!];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
  const [offX, offY] = [px - share * dx, py - share * dy];
  return offX * offX + offY * offY;
}

/** x0, y0, x1, y1 of every edge. */
function edgesOf(polygons: MultiPolygon): Float64Array {
  let corners = 0;
  for (const polygon of polygons) for (const ring of polygon) corners += ring.length;
  const edges = new Float64Array(corners * 4);
  let at = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      let before: Point | undefined = ring[ring.length - 1];
      for (const point of ring) {
        edges[at] = before![0];
        edges[at + 1] = before![1];
        edges[at + 2] = point[0];
        edges[at + 3] = point[1];
        before = point;
        at += 4;
      }
    }
  }
  return edges;
}
