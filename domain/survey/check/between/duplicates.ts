import type { Report } from '../finding.ts';
import type { SurveyLand } from './survey-land.ts';
import { hashOf } from './vertex-table.ts';

/**
 * Tells features that have the same edges as an earlier one, wherever their rings begin and whichever way they run.
 * Returns the earliest of the same features for every feature.
 */
export function findDuplicates(land: SurveyLand, report: Report): Int32Array {
  const firstOf = Int32Array.from(land.features, (_, feature) => feature);
  const edges = land.featureStarts;
  const known = new Map<number, number[]>();
  land.features.forEach((sound, feature) => {
    if (!sound) return;
    const [start, end] = [edges[feature]!, edges[feature + 1]!];
    let sum = 0;
    for (let corner = start; corner < end; corner += 1) sum = (sum + hashOf(...ends(land, corner))) | 0;
    const alike = known.get(sum);
    const twin = alike?.find((other) => haveSameEdges(land, edges, feature, other));
    if (twin === undefined) {
      if (alike) alike.push(feature);
      else known.set(sum, [feature]);
      return;
    }
    firstOf[feature] = twin;
    report({ code: 'duplicate-feature', feature, other: twin, place: land.pointOf(start) });
  });
  return firstOf;
}

function ends(land: SurveyLand, corner: number): [number, number] {
  const [a, b] = [land.vertices[corner]!, land.vertices[land.next(corner)]!];
  return a < b ? [a, b] : [b, a];
}

function haveSameEdges(land: SurveyLand, starts: Int32Array, one: number, two: number): boolean {
  const keys = [one, two].map((feature) => {
    const [start, end] = [starts[feature]!, starts[feature + 1]!];
    return Float64Array.from({ length: end - start }, (_, at) => {
      const [low, high] = ends(land, start + at);
      return low * 2 ** 26 + high;
    }).sort();
  });
  const [a, b] = [keys[0]!, keys[1]!];
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
