import { signedTwiceArea } from '../area.ts';
import type { Point, Polygon, Ring } from '../shapes.ts';
import { cross, isSamePoint } from './edges-meet.ts';

/** An edge with the land it bounds on its left. */
export interface DirectedEdge {
  readonly from: Point;
  readonly to: Point;
  /** Handed through to the face left of the edge. */
  readonly mark: number;
}

export interface Face {
  /** Outer ring counter-clockwise, holes clockwise. */
  readonly polygon: Polygon;
  /** The marks of its edges, each once. */
  readonly marks: ReadonlySet<number>;
}

export interface TracedFaces {
  readonly faces: readonly Face[];
  /** An edge with the same face on both sides (it parts nothing), if there is one. */
  readonly bridge: DirectedEdge | null;
}

/**
 * The pieces of land that directed edges bound; edges meet in common corners only. Pieces that touch in a corner are
 * pieces of their own, rings never touch themselves. Throws when the edges bound no land.
 */
export function traceFaces(edges: readonly DirectedEdge[]): TracedFaces {
  const leaving = new Map<string, DirectedEdge[]>();
  for (const edge of edges) {
    const key = keyOf(edge.from);
    const others = leaving.get(key);
    if (others) others.push(edge);
    else leaving.set(key, [edge]);
  }
  const waiting = new Set(edges);
  const loops: DirectedEdge[][] = [];
  for (const start of edges) {
    if (!waiting.has(start)) continue;
    const walk: DirectedEdge[] = [];
    for (let edge = start; waiting.delete(edge); edge = nextOf(edge, leaving.get(keyOf(edge.to)) ?? []))
      walk.push(edge);
    loops.push(...simpleLoops(walk));
  }
  const bridge = loops.find(({ length }) => length === 2)?.[0] ?? null;
  return { faces: assignHoles(loops.filter(({ length }) => length > 2)), bridge };
}

/** The edge that bounds the same face: the first one clockwise from the way back. */
function nextOf({ from, to }: DirectedEdge, leaving: readonly DirectedEdge[]): DirectedEdge {
  let best: DirectedEdge | null = null;
  for (const edge of leaving) {
    if (best === null || isSoonerClockwise(to, from, edge.to, best.to)) best = edge;
  }
  if (best === null) throw new Error(`the boundary ends at ${to.join()}`);
  return best;
}

/** Whether a comes before b when a hand turns clockwise from `back`; the way back itself comes last. */
function isSoonerClockwise(centre: Point, back: Point, a: Point, b: Point): boolean {
  const [sectorA, sectorB] = [sectorOf(centre, back, a), sectorOf(centre, back, b)];
  return sectorA !== sectorB ? sectorA < sectorB : cross(centre, a, b) < 0;
}

function sectorOf(centre: Point, back: Point, point: Point): number {
  const turn = cross(centre, back, point);
  if (turn !== 0) return turn < 0 ? 0 : 2;
  const isAhead = (back[0] - centre[0]) * (point[0] - centre[0]) + (back[1] - centre[1]) * (point[1] - centre[1]) < 0;
  return isAhead ? 1 : 3;
}

/** A walk taken apart where it passes a corner twice. */
function simpleLoops(walk: readonly DirectedEdge[]): DirectedEdge[][] {
  const loops: DirectedEdge[][] = [];
  const path: DirectedEdge[] = [];
  const placeOf = new Map<string, number>();
  for (const edge of walk) {
    placeOf.set(keyOf(edge.from), path.length);
    path.push(edge);
    const place = placeOf.get(keyOf(edge.to));
    if (place === undefined) continue;
    const loop = path.splice(place);
    for (const { from } of loop) placeOf.delete(keyOf(from));
    loops.push(loop);
  }
  return loops;
}

interface Loop {
  readonly edges: readonly DirectedEdge[];
  readonly ring: Ring;
  readonly twiceArea: number;
}

/** Every hole goes to the smallest outer ring around it. */
function assignHoles(loops: readonly DirectedEdge[][]): Face[] {
  const sized = loops.map((edges): Loop => {
    const ring = edges.map(({ from }) => from);
    return { edges, ring, twiceArea: signedTwiceArea(ring) };
  });
  const outers = sized.filter(({ twiceArea }) => twiceArea > 0);
  const faces = outers.map(({ edges, ring }) => ({ rings: [ring], marks: marksOf(edges) }));
  for (const hole of sized) {
    if (hole.twiceArea > 0) continue;
    let best = -1;
    outers.forEach((outer, index) => {
      if (best >= 0 && outer.twiceArea >= outers[best]!.twiceArea) return;
      if (outer.twiceArea > -hole.twiceArea && isAround(outer, hole)) best = index;
    });
    if (best < 0) throw new Error(`a hole at ${hole.ring[0]!.join()} lies in no land`);
    faces[best]!.rings.push(hole.ring);
    for (const { mark } of hole.edges) faces[best]!.marks.add(mark);
  }
  return faces.map(({ rings, marks }) => ({ polygon: rings, marks }));
}

function marksOf(edges: readonly DirectedEdge[]): Set<number> {
  return new Set(edges.map(({ mark }) => mark));
}

/** Whether the middle of the hole's first edge lies in the ring; on it, when the ring is the hole's own island. */
function isAround({ ring }: Loop, hole: Loop): boolean {
  const { from, to } = hole.edges[0]!;
  const [x, y] = [from[0] + to[0], from[1] + to[1]];
  let isOdd = false;
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    if (isSamePoint(a, to) && isSamePoint(b, from)) return false;
    if (2 * a[1] > y === 2 * b[1] > y) continue;
    const turn = (b[0] - a[0]) * (y - 2 * a[1]) - (x - 2 * a[0]) * (b[1] - a[1]);
    if (turn > 0 === b[1] > a[1]) isOdd = !isOdd;
  }
  return isOdd;
}

function keyOf([east, north]: Point): string {
  return `${east},${north}`;
}
