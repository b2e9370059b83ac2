import type { Edge, Network, Vertex } from './node.ts';

/** A face of the plane: rings of vertex numbers, the outer counter-clockwise first, then holes clockwise. */
export type Face = { rings: number[][]; area: number };
export type Plane = { vertices: Vertex[]; faces: Face[]; sides: Map<number, number> };

/** Key of the directed edge a→b. */
export const sideKey = (a: number, b: number): number => a * 67_108_864 + b;

/** Faces of a noded network. `sides` says which face lies left of each directed edge (-1 = outside). */
export function polygonise({ vertices, edges }: Network): Plane {
  let kept = dropDangles(edges);
  for (;;) {
    const { rings, left } = traceRings(vertices, kept);
    const solid = kept.filter(([a, b]) => left.get(sideKey(a, b)) !== left.get(sideKey(b, a)));
    if (solid.length === kept.length) return assemble(vertices, rings, left);
    kept = dropDangles(solid);
  }
}

function dropDangles(edges: readonly Edge[]): Edge[] {
  let kept = [...edges];
  for (;;) {
    const degree = new Map<number, number>();
    for (const edge of kept) for (const v of edge) degree.set(v, (degree.get(v) ?? 0) + 1);
    const next = kept.filter(([a, b]) => degree.get(a)! > 1 && degree.get(b)! > 1);
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Every directed edge belongs to one ring; at a vertex the ring takes the next edge clockwise from where it came. */
export function traceRings(
  vertices: readonly Vertex[],
  edges: readonly Edge[],
): { rings: number[][]; left: Map<number, number> } {
  const around = new Map<number, number[]>();
  for (const [a, b] of edges) {
    around.set(a, [...(around.get(a) ?? []), b]);
    around.set(b, [...(around.get(b) ?? []), a]);
  }
  for (const [v, list] of around) {
    const o = vertices[v]!;
    const angle = (id: number): number => Math.atan2(vertices[id]!.y - o.y, vertices[id]!.x - o.x);
    list.sort((p, q) => angle(p) - angle(q));
  }
  const rings: number[][] = [];
  const left = new Map<number, number>();
  for (const [a, b] of edges.flatMap(([p, q]): Edge[] => [
    [p, q],
    [q, p],
  ])) {
    if (left.has(sideKey(a, b))) continue;
    const ring: number[] = [];
    let [from, to] = [a, b];
    while (!left.has(sideKey(from, to))) {
      left.set(sideKey(from, to), rings.length);
      ring.push(from);
      const list = around.get(to)!;
      const next = list[(list.indexOf(from) - 1 + list.length) % list.length]!;
      [from, to] = [to, next];
    }
    rings.push(ring);
  }
  return { rings, left };
}

function assemble(vertices: Vertex[], rings: number[][], left: Map<number, number>): Plane {
  const areas = rings.map((ring) => signedArea(vertices, ring));
  const faces: Face[] = [];
  const faceOfRing = new Map<number, number>();
  const shells = rings.map((_, i) => i).filter((i) => areas[i]! > 0);
  for (const i of shells) faceOfRing.set(i, faces.push({ rings: [rings[i]!], area: areas[i]! }) - 1);
  const bounds = new Map(shells.map((i) => [i, boundsOf(vertices, rings[i]!)]));
  rings.forEach((ring, i) => {
    if (areas[i]! > 0) return;
    const v = vertices[ring[0]!]!;
    const own = new Set(ring);
    let best = -1;
    for (const s of shells) {
      const box = bounds.get(s)!;
      if (v.x < box[0] || v.x > box[2] || v.y < box[1] || v.y > box[3]) continue;
      if (rings[s]!.some((id) => own.has(id))) continue;
      if (insideIds(vertices, rings[s]!, v) && (best < 0 || areas[s]! < areas[best]!)) best = s;
    }
    if (best < 0) return;
    const face = faceOfRing.get(best)!;
    faces[face]!.rings.push(ring);
    faces[face]!.area += areas[i]!;
    faceOfRing.set(i, face);
  });
  const sides = new Map<number, number>();
  for (const [key, ring] of left) sides.set(key, faceOfRing.get(ring) ?? -1);
  return { vertices, faces, sides };
}

/** Twice-integer-exact signed area in square millimetres. */
export function signedArea(vertices: readonly Vertex[], ring: readonly number[]): number {
  const o = vertices[ring[0]!]!;
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [p, q] = [vertices[ring[i]!]!, vertices[ring[(i + 1) % ring.length]!]!];
    sum += (p.x - o.x) * (q.y - o.y) - (q.x - o.x) * (p.y - o.y);
  }
  return sum / 2;
}

function boundsOf(vertices: readonly Vertex[], ring: readonly number[]): readonly [number, number, number, number] {
  const xs = ring.map((id) => vertices[id]!.x);
  const ys = ring.map((id) => vertices[id]!.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function insideIds(vertices: readonly Vertex[], ring: readonly number[], p: Vertex): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [vertices[ring[i]!]!, vertices[ring[j]!]!];
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** A point well inside the face: the middle of the widest chord among nine level lines. */
export function pointInside(vertices: readonly Vertex[], face: Face): Vertex {
  const box = boundsOf(vertices, face.rings[0]!);
  let best = { width: -1, x: 0, y: 0 };
  for (let k = 1; k < 20; k++) {
    const y = box[1] + ((box[3] - box[1]) * (k + 0.137)) / 20.3;
    const cuts = face.rings.flatMap((ring) => levelCuts(vertices, ring, y)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1]! - cuts[i]!;
      if (width > best.width * 1.0001) best = { width, x: (cuts[i]! + cuts[i + 1]!) / 2, y };
    }
  }
  return { x: best.x, y: best.y };
}

function levelCuts(vertices: readonly Vertex[], ring: readonly number[], y: number): number[] {
  return ring.flatMap((id, i) => {
    const [a, b] = [vertices[id]!, vertices[ring[(i + 1) % ring.length]!]!];
    return a.y > y === b.y > y ? [] : [a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)];
  });
}
