import type { Point } from '../shapes.ts';

export type Edge = readonly [from: Point, to: Point];

/** Whether two edges have a point in common besides one corner in which both end. Exact on millimetre coordinates. */
export function edgesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  if (
    (a[0] < c[0] && a[0] < d[0] && b[0] < c[0] && b[0] < d[0]) ||
    (a[1] < c[1] && a[1] < d[1] && b[1] < c[1] && b[1] < d[1])
  )
    return false;
  if (
    (a[0] > c[0] && a[0] > d[0] && b[0] > c[0] && b[0] > d[0]) ||
    (a[1] > c[1] && a[1] > d[1] && b[1] > c[1] && b[1] > d[1])
  )
    return false;
  const startsIn = isSamePoint(a, c) ? d : isSamePoint(a, d) ? c : null;
  const endsIn = isSamePoint(b, c) ? d : isSamePoint(b, d) ? c : null;
  if (startsIn && endsIn) return true;
  if (startsIn) return foldsBack(a, b, startsIn);
  if (endsIn) return foldsBack(b, a, endsIn);
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/** The first two edges found that meet, or null. Swept by their lowest east, so natural outlines cost about n log n. */
export function findMeeting(edges: readonly Edge[]): readonly [Edge, Edge] | null {
  const sorted = edges.map((edge) => ({
    edge,
    west: Math.min(edge[0][0], edge[1][0]),
    east: Math.max(edge[0][0], edge[1][0]),
  }));
  sorted.sort((a, b) => a.west - b.west);
  const active: typeof sorted = [];
  for (const one of sorted) {
    let kept = 0;
    for (const other of active) {
      if (other.east < one.west) continue;
      active[kept++] = other;
      if (edgesMeet(one.edge[0], one.edge[1], other.edge[0], other.edge[1])) return [other.edge, one.edge];
    }
    active.length = kept;
    active.push(one);
  }
  return null;
}

export function isSamePoint(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Twice the signed area of a triangle: positive when c lies left of a → b. Exact up to 20 km across. */
export function cross(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign(cross(a, b, c));
}

function foldsBack(shared: Point, one: Point, other: Point): boolean {
  if (cross(shared, one, other) !== 0) return false;
  return (one[0] - shared[0]) * (other[0] - shared[0]) + (one[1] - shared[1]) * (other[1] - shared[1]) > 0;
}
