import { barNeeds } from './bar-needs.ts';
import { findCommonLand } from './common-land.ts';
import { findRemovals } from './find-removals.ts';
import type { ImportLand } from './import-land.ts';
import { usualImportLimits, type ImportLimits } from './import-limits.ts';
import { findIncomingOverlaps } from './incoming-overlaps.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { listEntries } from './list-entries.ts';
import { matchByCode, matchByOverlap, matchSame, twiceTolerance } from './match-parcels.ts';
import { Matching } from './matching.ts';
import { measureLand, type FeatureLand } from './measured-land.ts';
import type { ImportProposal, ImportScope, IncomingParcel, PresentParcel } from './proposal.ts';

export interface ImportOptions {
  readonly scope: ImportScope;
  /** Codes of parcels there were once: they are never used again. */
  readonly usedCodes: ReadonlySet<string>;
  readonly limits?: Partial<ImportLimits>;
}

export const importStages = ['lands', 'same', 'common', 'neighbours', 'joints', 'entries'] as const;

export interface ImportProgress {
  readonly stage: (typeof importStages)[number];
  readonly done: number;
  readonly total: number;
}

/**
 * What a file would add, remove and reshape among the parcels of a park, in exact twice square millimetres. Nothing is
 * decided: a person's choice is weighed by `judgeChoice`. The answer does not depend on the order of either list. Yields
 * some hundred times, as `checkSurvey` does; a feature whose shape is at fault stops nothing but itself.
 */
export function* proposeImport(
  present: readonly PresentParcel[],
  incoming: readonly IncomingParcel[],
  { scope, usedCodes, limits: given }: ImportOptions,
): Generator<ImportProgress, ImportProposal> {
  const limits = { ...usualImportLimits, ...given };
  const total = present.length + incoming.length;
  const { parcels, features } = yield* staged('lands', total, measureLand(present, incoming));
  const byCode = groupByCode(features);
  const matching = new Matching(features.length, parcels.length);
  yield* staged('same', features.length, matchSame(features, parcels, matching));
  const isKnown = (feature: number) => matching.isSame(feature);
  const common = yield* staged('common', features.length, findCommonLand(features, parcels, isKnown));
  const { ofFeature, unmeasured } = common;
  matchByCode(features, parcels, { byCode, ofFeature }, limits, matching);
  matchByOverlap(features, parcels, ofFeature, limits, matching);
  const overlaps = yield* staged(
    'neighbours',
    features.length,
    findIncomingOverlaps(features, (feature) => !isKnown(feature), twiceTolerance(limits.toleranceSquareMetres)),
  );
  const removals = findRemovals(features, parcels, ofFeature, matching, scope, limits);
  const land: ImportLand = {
    features,
    parcels,
    byCode,
    matching,
    ofFeature,
    overlaps,
    unmeasured,
    removals,
    limits,
  };
  const joined = yield* staged('joints', features.length, joinNeighbours(land));
  const entries = yield* staged('entries', total, listEntries(joined, usedCodes));
  return { scope, entries: barNeeds(entries) };
}

function groupByCode(features: readonly FeatureLand[]): Map<string, number[]> {
  const byCode = new Map<string, number[]>();
  features.forEach(({ code }, feature) => {
    if (code === null) return;
    const known = byCode.get(code);
    if (known) known.push(feature);
    else byCode.set(code, [feature]);
  });
  return byCode;
}

function* staged<Result>(
  stage: ImportProgress['stage'],
  total: number,
  steps: Generator<number, Result>,
): Generator<ImportProgress, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { stage, done: step.value, total };
  }
}
