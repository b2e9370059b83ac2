import type { OpenEdges } from './open-edges.ts';
import type { SurveyLand } from './survey-land.ts';

/**
 * Open edges joined to simple loops. Where several go on from a corner the sharpest turn to the right is taken, so that
 * a loop runs closely around the land on its right, which nobody has when the loop runs clockwise.
 */
export function* openLoops(land: SurveyLand, open: OpenEdges): Generator<readonly number[]> {
  const heads = new Int32Array(land.vertexCount).fill(-1);
  const chain = new Int32Array(land.vertices.length).fill(-1);
  for (const edge of open.edges) {
    chain[edge] = heads[open.from(edge)]!;
    heads[open.from(edge)] = edge;
  }
  const take = (vertex: number, arrived: number | null): number => {
    let [best, beforeBest, before] = [-1, -1, -1];
    for (let edge = heads[vertex]!; edge >= 0; before = edge, edge = chain[edge]!) {
      if (best >= 0 && (arrived === null || !isMoreRight(land, open, arrived, edge, best))) continue;
      [best, beforeBest] = [edge, before];
    }
    if (best < 0) return -1;
    if (beforeBest < 0) heads[vertex] = chain[best]!;
    else chain[beforeBest] = chain[best]!;
    return best;
  };
  const placeOnPath = new Int32Array(land.vertexCount).fill(-1);
  for (const start of open.edges) {
    const path: number[] = [];
    let vertex = open.from(start);
    for (let edge = take(vertex, null); edge >= 0; edge = take(vertex, edge)) {
      placeOnPath[vertex] = path.length;
      path.push(edge);
      vertex = open.to(edge);
      if (placeOnPath[vertex]! < 0) continue;
      const loop = path.splice(placeOnPath[vertex]!);
      for (const gone of loop) placeOnPath[open.from(gone)] = -1;
      yield loop;
    }
    for (const gone of path) placeOnPath[open.from(gone)] = -1;
  }
}

/** Whether `edge` turns further to the right than `other`, coming from `arrived`. */
function isMoreRight(land: SurveyLand, open: OpenEdges, arrived: number, edge: number, other: number): boolean {
  const [backX, backY] = direction(land, open, arrived);
  const [ax, ay] = direction(land, open, edge);
  const [bx, by] = direction(land, open, other);
  const sides = [
    [ax, ay],
    [bx, by],
  ].map(([x, y]) => {
    const cross = backX * y! - backY * x!;
    return cross < 0 ? 0 : cross > 0 ? 2 : backX * x! + backY * y! > 0 ? 1 : 3;
  });
  if (sides[0] !== sides[1]) return sides[0]! < sides[1]!;
  return bx * ay - by * ax < 0;
}

function direction(land: SurveyLand, open: OpenEdges, edge: number): [number, number] {
  const next = land.next(edge);
  const sign = open.from(edge) === land.vertices[edge]! ? 1 : -1;
  return [sign * (land.xs[next]! - land.xs[edge]!), sign * (land.ys[next]! - land.ys[edge]!)];
}
