import type { MultiPolygon, Point } from '../geometry/shapes.ts';

type Edge = readonly [from: Point, to: Point];

const reachMillimetres = 1;

/** Whether two pieces of land meet along their borders, give or take the millimetre to which corners are rounded. */
export function touches(a: MultiPolygon, b: MultiPolygon): boolean {
  return cornersMeet(a, edgesOf(b)) || cornersMeet(b, edgesOf(a));
}

function cornersMeet(polygons: MultiPolygon, edges: readonly Edge[]): boolean {
  return polygons.flat(2).some((corner) => edges.some((edge) => isNear(corner as Point, edge)));
}

function isNear([x, y]: Point, [[fromX, fromY], [toX, toY]]: Edge): boolean {
  const reach = reachMillimetres;
  if (x < Math.min(fromX, toX) - reach || x > Math.max(fromX, toX) + reach) return false;
  if (y < Math.min(fromY, toY) - reach || y > Math.max(fromY, toY) + reach) return false;
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const square = alongX * alongX + alongY * alongY;
  const share = square === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / square;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY) <= reach;
}

function edgesOf(polygons: MultiPolygon): Edge[] {
  return polygons.flat().flatMap((ring) => ring.map((from, at): Edge => [from, ring[(at + 1) % ring.length]!]));
}
