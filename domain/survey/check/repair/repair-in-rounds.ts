import type { CheckLimits } from '../limits.ts';
import type { SurveyCheck } from '../check-survey.ts';
import type { PlacedFeature } from '../finding.ts';
import { applyRepairs } from './apply-repairs.ts';
import type { Repair } from './repair.ts';

export interface RepairedSurvey {
  readonly features: readonly PlacedFeature[];
  /** The check of the features as they are now. */
  readonly check: SurveyCheck;
  /** In the order they were done. */
  readonly applied: readonly Repair[];
  readonly changes: readonly { readonly feature: number; readonly twiceBefore: number; readonly twiceAfter: number }[];
}

export const repairRounds = 3;

/**
 * Applies the repairs asked for, checks again, and applies those that only then became possible, in at most three
 * rounds. Yields before every round and with the checks.
 */
export function* repairInRounds<Progress>(
  given: { readonly features: readonly PlacedFeature[]; readonly check: SurveyCheck },
  isAsked: (repair: Repair) => boolean,
  checkAgain: (features: readonly PlacedFeature[]) => Generator<Progress, SurveyCheck>,
  limits: Partial<CheckLimits> = {},
): Generator<
  Progress | { readonly stage: 'repairing'; readonly done: number; readonly total: number },
  RepairedSurvey
> {
  let { features, check } = given;
  const applied: Repair[] = [];
  const changes = new Map<number, { feature: number; twiceBefore: number; twiceAfter: number }>();
  for (let round = 0; round < repairRounds; round += 1) {
    const asked = check.findings.flatMap(({ repair }) => (repair && isAsked(repair) ? [repair] : []));
    if (asked.length === 0) break;
    yield { stage: 'repairing', done: round, total: repairRounds };
    const repaired = applyRepairs(features, asked, { limits });
    if (repaired.applied.length === 0) break;
    applied.push(...repaired.applied);
    for (const change of repaired.changes) {
      const { twiceBefore } = changes.get(change.feature) ?? change;
      changes.set(change.feature, { ...change, twiceBefore });
    }
    features = repaired.features;
    check = yield* checkAgain(features);
  }
  return { features, check, applied, changes: [...changes.values()].sort((a, b) => a.feature - b.feature) };
}
