import { sideKey, signedArea, traceRings, type Plane, insideIds } from './faces.ts';
import type { Edge, Vertex } from './node.ts';

/** A labelled piece of the plane: polygons of vertex numbers, each an outer ring and its holes. */
export type Piece<L> = { label: L; polygons: number[][][]; area: number };

/** Merges neighbouring faces of one label; faces of no label are outside. Pieces that do not touch stay apart. */
export function dissolve<L>(
  plane: Plane,
  labelOf: (face: number) => L | null,
  keyOf: (label: L) => string,
): Piece<L>[] {
  const keys = plane.faces.map((_, i) => {
    const label = labelOf(i);
    return label === null ? null : keyOf(label);
  });
  const labels = new Map<string, L>();
  plane.faces.forEach((_, i) => {
    const label = labelOf(i);
    if (label !== null && !labels.has(keys[i]!)) labels.set(keys[i]!, label);
  });
  const borders = new Map<string, Edge[]>();
  for (const [side, face] of plane.sides) {
    if (face < 0 || keys[face] === null) continue;
    const [a, b] = [Math.floor(side / 67_108_864), side % 67_108_864];
    const other = plane.sides.get(sideKey(b, a))!;
    if (other >= 0 && keys[other] === keys[face]) continue;
    const list = borders.get(keys[face]!);
    if (list) list.push([a, b]);
    else borders.set(keys[face]!, [[a, b]]);
  }
  return [...borders].flatMap(([key, edges]) =>
    polygonsOf(plane.vertices, edges).map((polygon) => ({
      label: labels.get(key)!,
      polygons: [polygon],
      area: polygon.reduce((sum, ring) => sum + signedArea(plane.vertices, ring), 0),
    })),
  );
}

/** Rings of directed border edges (land on the left), split where they touch themselves, holes put into their shells. */
export function polygonsOf(vertices: readonly Vertex[], directed: readonly Edge[]): number[][][] {
  const present = new Set(directed.map(([a, b]) => sideKey(a, b)));
  const { rings } = traceRings(vertices, directed);
  const simple = rings
    .filter((ring) => present.has(sideKey(ring[0]!, ring[1]!)))
    .flatMap((ring) => splitAtRepeats(ring))
    .map((ring) => ({ ring, area: signedArea(vertices, ring) }));
  const shells = simple.filter(({ area }) => area > 0).map(({ ring, area }) => ({ area, rings: [ring] }));
  for (const { ring } of simple.filter(({ area }) => area < 0)) {
    const home = shells
      .filter(({ rings: [outer] }) => {
        const probe = ring.find((id) => !outer!.includes(id));
        return probe !== undefined && insideIds(vertices, outer!, vertices[probe]!);
      })
      .sort((p, q) => p.area - q.area)[0];
    if (!home) throw new Error('a hole without a polygon');
    home.rings.push(ring);
  }
  return shells.map(({ rings: list }) => list);
}

function splitAtRepeats(ring: readonly number[]): number[][] {
  const out: number[][] = [];
  const path: number[] = [];
  const place = new Map<number, number>();
  for (const id of ring) {
    const seen = place.get(id);
    if (seen !== undefined) {
      const loop = path.splice(seen);
      for (const v of loop) place.delete(v);
      out.push(loop);
    }
    place.set(id, path.length);
    path.push(id);
  }
  if (path.length) out.push(path);
  return out.filter((loop) => loop.length > 2);
}
