import { insideRing, type Point } from '../shape/curve.ts';
import { twiceSigned, type Area } from './read.ts';
import type { Vertex } from '../cover/node.ts';

/** Border edges that are left when every edge has been cancelled by its reverse; a whole covers its parts when none is left. */
export function coverFaults(whole: readonly Area[], parts: readonly Area[]): string[] {
  const open = new Map<string, number>();
  const count = (a: Vertex, b: Vertex, by: number): void => {
    const key = `${a.x},${a.y}>${b.x},${b.y}`;
    const back = `${b.x},${b.y}>${a.x},${a.y}`;
    const against = open.get(back) ?? 0;
    if (against > 0) {
      if (against === by) open.delete(back);
      else open.set(back, against - by);
    } else open.set(key, (open.get(key) ?? 0) + by);
  };
  for (const { polygons } of parts)
    for (const ring of polygons.flat()) ring.forEach((p, i) => count(p, ring[(i + 1) % ring.length]!, 1));
  for (const { polygons } of whole)
    for (const ring of polygons.flat()) ring.forEach((p, i) => count(ring[(i + 1) % ring.length]!, p, 1));
  const faults = [...open].slice(0, 5).map(([key, n]) => `edge ${key} ×${n}`);
  const sum = (areas: readonly Area[]): number => areas.reduce((s, a) => s + a.twiceArea, 0);
  if (sum(whole) !== sum(parts)) faults.push(`area differs by ${(sum(whole) - sum(parts)) / 2} mm²`);
  return faults;
}

/** Rings must be simple, wound the right way, and no two borders of a layer may cross. */
export function ringFaults(layer: readonly Area[]): string[] {
  const faults: string[] = [];
  for (const { properties, polygons } of layer) {
    for (const polygon of polygons) {
      polygon.forEach((ring, i) => {
        if (twiceSigned(ring) > 0 !== (i === 0)) faults.push(`${properties.code}: ring ${i} is wound the wrong way`);
        if (new Set(ring.map((v) => `${v.x},${v.y}`)).size !== ring.length)
          faults.push(`${properties.code}: a corner comes twice`);
      });
    }
  }
  return [...faults, ...crossingFaults(layer)];
}

function crossingFaults(layer: readonly Area[]): string[] {
  const edges = new Map<string, readonly [Vertex, Vertex, string]>();
  for (const { properties, polygons } of layer) {
    for (const ring of polygons.flat()) {
      ring.forEach((p, i) => {
        const q = ring[(i + 1) % ring.length]!;
        const [a, b] = p.x < q.x || (p.x === q.x && p.y < q.y) ? [p, q] : [q, p];
        edges.set(`${a.x},${a.y},${b.x},${b.y}`, [a, b, properties.code]);
      });
    }
  }
  const sorted = [...edges.values()].sort((e, f) => e[0].x - f[0].x);
  const faults: string[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const [a, b, code] = sorted[i]!;
    for (let j = i + 1; j < sorted.length && sorted[j]![0].x <= b.x; j++) {
      const [c, d, other] = sorted[j]!;
      if (Math.min(c.y, d.y) > Math.max(a.y, b.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) continue;
      if (meet(a, b, c, d)) faults.push(`${code} and ${other} cross near ${c.x},${c.y}`);
    }
  }
  return faults;
}

const turn = (a: Vertex, b: Vertex, p: Vertex): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
const same = (a: Vertex, b: Vertex): boolean => a.x === b.x && a.y === b.y;

/** True when two edges share more than an end point. */
function meet(a: Vertex, b: Vertex, c: Vertex, d: Vertex): boolean {
  const [t1, t2, t3, t4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (t1 * t2 < 0 && t3 * t4 < 0) return true;
  const on = (p: Vertex, q: Vertex, r: Vertex): boolean =>
    turn(p, q, r) === 0 &&
    !same(p, r) &&
    !same(q, r) &&
    r.x >= Math.min(p.x, q.x) &&
    r.x <= Math.max(p.x, q.x) &&
    r.y >= Math.min(p.y, q.y) &&
    r.y <= Math.max(p.y, q.y);
  return on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b);
}

/** Every corner of the inner area lies inside the outer, at least `metres` from its border. */
export function strictlyInside(inner: Area, outer: Area, metres: number): boolean {
  const ring = outer.polygons[0]![0]!.map((v): Point => [v.x, v.y]);
  return inner.polygons.flat(2).every((v) => {
    const p: Point = [v.x, v.y];
    return insideRing(p, ring) && ring.every((a, i) => gap(p, a, ring[(i + 1) % ring.length]!) > metres * 1000);
  });
}

function gap(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
