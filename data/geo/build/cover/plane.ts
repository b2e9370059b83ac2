import { insideRing, type Point } from '../shape/curve.ts';
import { dissolve, type Piece } from './dissolve.ts';
import { pointInside, polygonise, sideKey, type Plane } from './faces.ts';
import { Noder, type Vertex } from './node.ts';

export type Mask<L> = { ring: readonly Point[]; label: L };

export const toMillimetres = (p: Point): Vertex => ({ x: Math.round(p[0] * 1000), y: Math.round(p[1] * 1000) });

/** Nodes all the linework and returns the faces inside the outline. */
export function partition(
  outline: readonly Point[],
  rings: readonly (readonly Point[])[],
  lines: readonly (readonly Point[])[],
): Plane {
  const noder = new Noder(25);
  const closed = (ring: readonly Point[]): Vertex[] => [...ring, ring[0]!].map(toMillimetres);
  noder.addLine(closed(outline));
  for (const ring of rings) noder.addLine(closed(ring));
  for (const line of lines) noder.addLine(line.map(toMillimetres));
  return polygonise(noder.node());
}

/** The middle of each face in metres. */
export function middles(plane: Plane): Point[] {
  return plane.faces.map((face) => {
    const at = pointInside(plane.vertices, face);
    return [at.x / 1000, at.y / 1000];
  });
}

export const firstMask = <L>(masks: readonly Mask<L>[], at: Point): L | null =>
  masks.find(({ ring }) => insideRing(at, ring))?.label ?? null;

type Shape = { area: number; thickness: number };

/** Faces too small or too thin to be drawn take the label of the neighbour they share the longest border with. */
export function absorbSlivers<L>(
  plane: Plane,
  labels: (L | null)[],
  isSliver: (label: L, shape: Shape) => boolean,
  mayJoin: (label: L, neighbour: L) => boolean,
  keyOf: (label: L) => string,
): void {
  for (let round = 0; round < 400; round++) {
    const shapes = shapesByKey(plane, labels, keyOf);
    const worst = [...shapes.values()]
      .filter(({ label, shape }) => isSliver(label, shape))
      .sort((a, b) => a.shape.area - b.shape.area);
    let joined = false;
    for (const sliver of worst) {
      const best = longestNeighbour(
        plane,
        labels,
        sliver.faces,
        (label) => mayJoin(sliver.label, label) && keyOf(label) !== keyOf(sliver.label),
        keyOf,
      );
      if (best === null) continue;
      for (const face of sliver.faces) labels[face] = best;
      joined = true;
      break;
    }
    if (!joined) return;
  }
}

function shapesByKey<L>(plane: Plane, labels: readonly (L | null)[], keyOf: (label: L) => string) {
  const parent = plane.faces.map((_, i) => i);
  const find = (i: number): number => (parent[i] === i ? i : (parent[i] = find(parent[i]!)));
  const same = (i: number, j: number): boolean => {
    const [a, b] = [labels[i] ?? null, labels[j] ?? null];
    return a !== null && b !== null && keyOf(a) === keyOf(b);
  };
  for (const [side, face] of plane.sides) {
    const other = plane.sides.get(sideKey(side % 67_108_864, Math.floor(side / 67_108_864)))!;
    if (face >= 0 && other >= 0 && face < other && same(face, other)) parent[find(face)] = find(other);
  }
  const groups = new Map<number, { label: L; faces: number[]; perimeter: number; shape: Shape }>();
  plane.faces.forEach(({ area }, i) => {
    const label = labels[i] ?? null;
    if (label === null) return;
    const group = groups.get(find(i)) ?? { label, faces: [], perimeter: 0, shape: { area: 0, thickness: 0 } };
    group.faces.push(i);
    group.shape.area += area / 1e6;
    groups.set(find(i), group);
  });
  for (const [side, face] of plane.sides) {
    if (face < 0 || (labels[face] ?? null) === null) continue;
    const [a, b] = [Math.floor(side / 67_108_864), side % 67_108_864];
    const other = plane.sides.get(sideKey(b, a))!;
    if (other >= 0 && find(other) === find(face)) continue;
    groups.get(find(face))!.perimeter += edgeLength(plane, a, b);
  }
  for (const group of groups.values()) group.shape.thickness = (2 * group.shape.area) / group.perimeter;
  return groups;
}

function longestNeighbour<L>(
  plane: Plane,
  labels: readonly (L | null)[],
  faces: readonly number[],
  ok: (label: L) => boolean,
  keyOf: (label: L) => string,
): L | null {
  const own = new Set(faces);
  const shared = new Map<string, { label: L; length: number }>();
  for (const [side, face] of plane.sides) {
    if (!own.has(face)) continue;
    const [a, b] = [Math.floor(side / 67_108_864), side % 67_108_864];
    const label = labels[plane.sides.get(sideKey(b, a))!] ?? null;
    if (label === null || !ok(label)) continue;
    const entry = shared.get(keyOf(label)) ?? { label, length: 0 };
    entry.length += edgeLength(plane, a, b);
    shared.set(keyOf(label), entry);
  }
  return [...shared.values()].sort((p, q) => q.length - p.length)[0]?.label ?? null;
}

const edgeLength = (plane: Plane, a: number, b: number): number =>
  Math.hypot(plane.vertices[a]!.x - plane.vertices[b]!.x, plane.vertices[a]!.y - plane.vertices[b]!.y) / 1000;

/** Vertices that carry no shape: on a straight run of a border (within 4 mm) and no meeting of three pieces. */
export function idleVertices<L>(plane: Plane, labels: readonly (L | null)[], keyOf: (label: L) => string): Set<number> {
  const neighbours = new Map<number, number[]>();
  const key = (face: number): string => (face < 0 || (labels[face] ?? null) === null ? '' : keyOf(labels[face]!));
  for (const [side, face] of plane.sides) {
    const [a, b] = [Math.floor(side / 67_108_864), side % 67_108_864];
    if (a > b || key(face) === key(plane.sides.get(sideKey(b, a))!)) continue;
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const idle = new Set<number>();
  for (const v of [...neighbours.keys()].sort((a, b) => a - b)) {
    const ends = neighbours.get(v)!;
    if (ends.length !== 2) continue;
    const [a, b] = ends as [number, number];
    if (neighbours.get(a)!.includes(b) || offLine(plane, v, a, b) > 4) continue;
    idle.add(v);
    neighbours.set(
      a,
      neighbours.get(a)!.map((n) => (n === v ? b : n)),
    );
    neighbours.set(
      b,
      neighbours.get(b)!.map((n) => (n === v ? a : n)),
    );
  }
  return idle;
}

function offLine(plane: Plane, v: number, a: number, b: number): number {
  const [p, q, o] = [plane.vertices[a]!, plane.vertices[b]!, plane.vertices[v]!];
  const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
  return Math.abs((q.x - p.x) * (o.y - p.y) - (o.x - p.x) * (q.y - p.y)) / length;
}

/** Dissolved pieces as rings of vertices, the idle ones left out. */
export function piecesOf<L>(
  plane: Plane,
  labels: readonly (L | null)[],
  keyOf: (label: L) => string,
  idle: ReadonlySet<number>,
): Piece<L>[] {
  return dissolve(plane, (i) => labels[i] ?? null, keyOf).map((piece) => ({
    ...piece,
    polygons: piece.polygons.map((polygon) => polygon.map((ring) => ring.filter((id) => !idle.has(id)))),
  }));
}
