/** A point in metres of the plane grid, counted from the park's origin (x east, y north). */
export type Point = readonly [number, number];

/** A point of intersection of an alignment: where two tangents meet, and the radius of the arc between them. */
export type Bend = { at: Point; radiusMetres?: number };

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Tangents and circular arcs, as a road designer sets them out. The arcs are cut into chords. */
export function alignment(bends: readonly Bend[], chordErrorMetres = 0.03): Point[] {
  const out: Point[] = [];
  assertRoom(bends);
  bends.forEach((bend, i) => {
    const before = bends[i - 1]?.at;
    const after = bends[i + 1]?.at;
    if (!before || !after || !bend.radiusMetres) {
      out.push(bend.at);
      return;
    }
    out.push(...arcBetween(before, bend.at, after, bend.radiusMetres, chordErrorMetres));
  });
  return out;
}

/** Two arcs may not overlap on the tangent between them. */
function assertRoom(bends: readonly Bend[]): void {
  const tangents = bends.map(({ at, radiusMetres }, i) => {
    const [before, after] = [bends[i - 1]?.at, bends[i + 1]?.at];
    if (!before || !after || !radiusMetres) return 0;
    const [inward, outward] = [direction(before, at), direction(at, after)];
    const turn = Math.acos(Math.min(1, Math.max(-1, inward[0] * outward[0] + inward[1] * outward[1])));
    return radiusMetres * Math.tan(turn / 2);
  });
  tangents.slice(1).forEach((tangent, i) => {
    const room = distance(bends[i]!.at, bends[i + 1]!.at);
    if (tangent + tangents[i]! > room)
      throw new Error(
        `bends ${i} and ${i + 1} overlap: ${tangents[i]!.toFixed(0)} + ${tangent.toFixed(0)} > ${room.toFixed(0)} m`,
      );
  });
}

function arcBetween(a: Point, b: Point, c: Point, radius: number, chordError: number): Point[] {
  const inward = direction(a, b);
  const outward = direction(b, c);
  const cross = inward[0] * outward[1] - inward[1] * outward[0];
  const dot = inward[0] * outward[0] + inward[1] * outward[1];
  const turn = Math.atan2(cross, dot);
  const [r, t] = [radius, radius * Math.tan(Math.abs(turn) / 2)];
  const start: Point = [b[0] - inward[0] * t, b[1] - inward[1] * t];
  const side = Math.sign(turn);
  const centre: Point = [start[0] - inward[1] * r * side, start[1] + inward[0] * r * side];
  const steps = Math.max(2, Math.ceil(Math.abs(turn) / Math.sqrt((8 * chordError) / r)));
  const from = Math.atan2(start[1] - centre[1], start[0] - centre[0]);
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = from + (turn * k) / steps;
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)] as Point;
  });
}

/** The arc about `centre` from `from` to `to` the short way round, both ends included. */
export function shortArc(centre: Point, from: Point, to: Point, chordError = 0.03): Point[] {
  const r = distance(centre, from);
  const a0 = Math.atan2(from[1] - centre[1], from[0] - centre[0]);
  let turn = Math.atan2(to[1] - centre[1], to[0] - centre[0]) - a0;
  if (turn > Math.PI) turn -= 2 * Math.PI;
  if (turn < -Math.PI) turn += 2 * Math.PI;
  const steps = Math.max(2, Math.ceil(Math.abs(turn) / Math.sqrt((8 * chordError) / r)));
  return Array.from({ length: steps + 1 }, (_, k) =>
    k === 0
      ? from
      : k === steps
        ? to
        : ([
            centre[0] + r * Math.cos(a0 + (turn * k) / steps),
            centre[1] + r * Math.sin(a0 + (turn * k) / steps),
          ] as Point),
  );
}

/** A smooth line through the given points (centripetal Catmull-Rom), thinned to the tolerance. */
export function spline(points: readonly Point[], toleranceMetres = 0.2, closed = false): Point[] {
  const n = points.length;
  const get = (i: number): Point => {
    if (closed) return points[(i + n) % n]!;
    if (i < 0) return mirror(points[0]!, points[1]!);
    if (i >= n) return mirror(points[n - 1]!, points[n - 2]!);
    return points[i]!;
  };
  const out: Point[] = [];
  const last = closed ? n : n - 1;
  for (let i = 0; i < last; i++) {
    const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    const steps = Math.max(4, Math.ceil(distance(b, c) / 4));
    for (let k = 0; k < steps; k++) out.push(catmullRom(a, b, c, d, k / steps));
  }
  out.push(get(last));
  return thin(out, toleranceMetres);
}

function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const knot = (p: Point, q: Point): number => Math.sqrt(Math.max(distance(p, q), 1e-9));
  const t1 = knot(a, b);
  const t2 = t1 + knot(b, c);
  const t3 = t2 + knot(c, d);
  const at = t1 + (t2 - t1) * t;
  const blend = (p: Point, q: Point, from: number, to: number): Point => {
    const w = (at - from) / (to - from);
    return [p[0] + (q[0] - p[0]) * w, p[1] + (q[1] - p[1]) * w];
  };
  const ab = blend(a, b, 0, t1);
  const bc = blend(b, c, t1, t2);
  const cd = blend(c, d, t2, t3);
  return blend(blend(ab, bc, 0, t2), blend(bc, cd, t1, t3), t1, t2);
}

/** Douglas-Peucker; the end points stay. */
export function thin(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack: [number, number][] = [[0, points.length - 1]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [from, to] = top;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const off = distanceToSegment(points[i]!, points[from]!, points[to]!);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep[i]);
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const t = length2 ? Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2)) : 0;
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** Where segments a–b and c–d cross, with the share of each, or null. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { at: Point; t: number; s: number } | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const det = rx * sy - ry * sx;
  if (Math.abs(det) < 1e-12) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / det;
  const s = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / det;
  if (t < 0 || t > 1 || s < 0 || s > 1) return null;
  return { at: [a[0] + rx * t, a[1] + ry * t], t, s };
}

export function direction(a: Point, b: Point): Point {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

function mirror(a: Point, b: Point): Point {
  return [2 * a[0] - b[0], 2 * a[1] - b[1]];
}

export function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    sum += p[0] * q[1] - q[0] * p[1];
  });
  return sum / 2;
}

export function insideRing(p: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
