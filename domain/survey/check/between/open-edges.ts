import type { SurveyLand } from './survey-land.ts';
import { hashOf } from './vertex-table.ts';

/** Directed edges, land on their left, that no neighbour answers with the opposite one. */
export interface OpenEdges {
  /** The open edges, by the corner they begin with in the ring as it is written. */
  readonly edges: readonly number[];
  from(edge: number): number;
  to(edge: number): number;
}

/** As `openEdges` of domain/geometry/coverage.ts, on typed arrays: a million edges in about a second. `isLeftOut` by feature. */
export function openEdgesOf(land: SurveyLand, isLeftOut: (feature: number) => boolean): OpenEdges {
  const { vertices, isForward, rings } = land;
  const count = vertices.length;
  const from = (edge: number) => vertices[isForward[rings[edge]!]! ? edge : land.next(edge)]!;
  const to = (edge: number) => vertices[isForward[rings[edge]!]! ? land.next(edge) : edge]!;
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, count)))).fill(-1);
  const chain = new Int32Array(count).fill(-1);
  const isOpen = new Uint8Array(count);
  const mask = heads.length - 1;
  for (let edge = 0; edge < count; edge += 1) {
    if (isLeftOut(land.featureOf(edge))) continue;
    const [a, b] = [from(edge), to(edge)];
    const slot = hashOf(Math.min(a, b), Math.max(a, b)) & mask;
    let before = -1;
    let other = heads[slot]!;
    while (other >= 0 && (from(other) !== b || to(other) !== a)) {
      before = other;
      other = chain[other]!;
    }
    if (other >= 0) {
      isOpen[other] = 0;
      if (before < 0) heads[slot] = chain[other]!;
      else chain[before] = chain[other]!;
      continue;
    }
    isOpen[edge] = 1;
    chain[edge] = heads[slot]!;
    heads[slot] = edge;
  }
  const edges: number[] = [];
  isOpen.forEach((open, edge) => {
    if (open) edges.push(edge);
  });
  return { edges, from, to };
}
