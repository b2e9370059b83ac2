import type { MultiPolygon } from '../../../geometry/shapes.ts';
import { boxOf } from '../../../ledger/near-pairs.ts';
import { checkSurvey, finishCheck, type CheckOptions } from '../check-survey.ts';
import type { PlacedFeature } from '../finding.ts';
import { boxIndexOf } from '../meeting-boxes.ts';
import { twiceAreaOrNull } from '../ring/ring-area.ts';
import { repairFeature } from './repair-feature.ts';
import type { Repair } from './repair.ts';

export interface RefusedRepair {
  readonly repair: Repair;
  /** stale: the feature is not as it was. conflict: another repair changes the same. harm: it would lead to an error. */
  readonly reason: 'stale' | 'conflict' | 'harm';
}

export interface RepairedFeatures {
  readonly features: readonly PlacedFeature[];
  /** Every feature that is different now, with twice its area in square millimetres before and after. */
  readonly changes: readonly { readonly feature: number; readonly twiceBefore: number; readonly twiceAfter: number }[];
  readonly applied: readonly Repair[];
  readonly refused: readonly RefusedRepair[];
}

const neighbourReach = 100;
const mostRounds = 20;

/**
 * Applies repairs to features on the park's grid and gives back new ones; what is not touched stays the same object. All
 * repairs of a feature are left out when they would lead to an error that was not there before (checked among the
 * changed features and their neighbours). Applied again, the same repairs change nothing.
 */
export function applyRepairs(
  features: readonly PlacedFeature[],
  repairs: readonly Repair[],
  options: Pick<CheckOptions, 'limits' | 'existing'> = {},
): RepairedFeatures {
  const byFeature = new Map<number, Repair[]>();
  for (const repair of repairs) byFeature.set(repair.feature, [...(byFeature.get(repair.feature) ?? []), repair]);
  const refused: RefusedRepair[] = [];
  const tried = new Map<number, { polygons: MultiPolygon; applied: readonly Repair[] }>();
  for (const [feature, ofFeature] of byFeature) {
    const before = features[feature];
    if (!before) {
      refused.push(...ofFeature.map((repair) => ({ repair, reason: 'stale' as const })));
      continue;
    }
    const result = repairFeature(before.polygons, ofFeature);
    refused.push(...result.refused);
    if (result.applied.length) tried.set(feature, result);
  }
  const near = neighboursOf(features, [...tried.keys()]);
  const before = errorsAmong(features, near, options);
  for (let round = 0; tried.size > 0; round += 1) {
    const after = features.map((feature, index) => {
      const polygons = tried.get(index)?.polygons;
      return polygons ? { ...feature, polygons } : feature;
    });
    const harmed = harmedFeatures(before, errorsAmong(after, near, options));
    if (harmed.size === 0) return { features: after, ...tally(features, after, tried), refused };
    const guilty = [...tried.keys()].filter((feature) => harmed.has(feature));
    for (const feature of guilty.length && round < mostRounds ? guilty : [...tried.keys()]) {
      refused.push(...tried.get(feature)!.applied.map((repair) => ({ repair, reason: 'harm' as const })));
      tried.delete(feature);
    }
  }
  return { features, changes: [], applied: [], refused };
}

function tally(
  features: readonly PlacedFeature[],
  after: readonly PlacedFeature[],
  tried: ReadonlyMap<number, { readonly applied: readonly Repair[] }>,
): Pick<RepairedFeatures, 'changes' | 'applied'> {
  const changes = [...tried.keys()].map((feature) => ({
    feature,
    twiceBefore: twiceArea(features[feature]!.polygons),
    twiceAfter: twiceArea(after[feature]!.polygons),
  }));
  return { changes, applied: [...tried.values()].flatMap(({ applied }) => applied) };
}

/** The changed features and all whose boxes come near them, in order. */
function neighboursOf(features: readonly PlacedFeature[], changed: readonly number[]): number[] {
  const index = boxIndexOf(features.map(({ polygons }) => finiteBox(polygons)));
  const near = new Set<number>();
  for (const feature of changed) {
    const { west, south, east, north } = finiteBox(features[feature]!.polygons);
    const [reach, found] = [neighbourReach, [] as number[]];
    for (const other of index.search(west - reach, south - reach, east + reach, north + reach, found)) near.add(other);
    near.add(feature);
  }
  return [...near].sort((a, b) => a - b);
}

function finiteBox(polygons: MultiPolygon) {
  const box = boxOf(polygons);
  const isFinite = Object.values(box).every(Number.isFinite);
  return isFinite ? box : { west: 0, south: 0, east: 0, north: 0 };
}

type Errors = ReadonlyMap<string, { readonly count: number; readonly features: readonly number[] }>;

function errorsAmong(
  features: readonly PlacedFeature[],
  near: readonly number[],
  { limits, existing = [] }: Pick<CheckOptions, 'limits' | 'existing'>,
): Errors {
  const some = near.map((feature) => ({ ...features[feature]!, code: null, declaredArea: null }));
  const all = { ...limits, findingsPerCode: Infinity };
  const errors = new Map<string, { count: number; features: readonly number[] }>();
  for (const finding of finishCheck(checkSurvey(some, { limits: all, existing }))?.findings ?? []) {
    if (finding.severity !== 'error') continue;
    const involved = [finding.feature, finding.other].flatMap((index) => (index === null ? [] : [near[index]!]));
    const key = `${finding.code} ${involved.join()}`;
    errors.set(key, { count: (errors.get(key)?.count ?? 0) + 1, features: involved });
  }
  return errors;
}

/** The features of errors that were not there before, or not as often. */
function harmedFeatures(before: Errors, after: Errors): Set<number> {
  const harmed = new Set<number>();
  for (const [key, { count, features }] of after) {
    if (count > (before.get(key)?.count ?? 0)) features.forEach((feature) => harmed.add(feature));
  }
  return harmed;
}

/** Of any rings, also broken ones: 0 where they have no area. */
function twiceArea(polygons: MultiPolygon): number {
  let twice = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const area = Math.abs((ring.length > 2 ? twiceAreaOrNull(ring) : 0) ?? 0);
      twice += index === 0 ? area : -area;
    });
  }
  return twice;
}
