import type { MultiPolygon, Point, Ring } from './shapes.ts';

/** Whether `inner` lies inside `outer` without touching its boundary. Exact on millimetre coordinates. */
export function isStrictlyWithin(inner: MultiPolygon, outer: MultiPolygon): boolean {
  const edges = outer.flat().flatMap(edgesOf);
  const rings = inner.flat();
  if (rings.flatMap(edgesOf).some((edge) => edges.some((other) => meet(edge, other)))) return false;
  return rings.every(([corner]) => corner !== undefined && isInside(corner, edges));
}

type Edge = readonly [from: Point, to: Point];

function edgesOf(ring: Ring): Edge[] {
  return ring.map((from, index) => [from, ring[(index + 1) % ring.length]!]);
}

/** Even-odd rule: a ray to the east crosses the boundary an odd number of times. */
function isInside([east, north]: Point, edges: readonly Edge[]): boolean {
  let isOdd = false;
  for (const [a, b] of edges) {
    if (a[1] > north === b[1] > north) continue;
    const side = (b[0] - a[0]) * (north - a[1]) - (east - a[0]) * (b[1] - a[1]);
    if (side > 0 === b[1] > a[1]) isOdd = !isOdd;
  }
  return isOdd;
}

function meet([a, b]: Edge, [c, d]: Edge): boolean {
  const isApart =
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
    Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
    Math.max(c[1], d[1]) < Math.min(a[1], b[1]);
  if (isApart) return false;
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
