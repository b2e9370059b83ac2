import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { ReadingNote } from '../survey-file.ts';
import { areFeaturesApart } from './between/are-apart.ts';
import { comparedLand } from './between/compared-land.ts';
import { findDuplicates } from './between/duplicates.ts';
import { checkGaps } from './between/gaps.ts';
import { checkNeighbourCorners } from './between/neighbour-corners.ts';
import { checkOverlaps, otherLand } from './between/overlaps.ts';
import { checkExisting, checkOutline, type ExistingParcel } from './between/park-land.ts';
import { SurveyLand } from './between/survey-land.ts';
import { checkFeature, type SoundFeature } from './feature/check-feature.ts';
import { checkCodes } from './feature/codes.ts';
import { checkDeclaredArea } from './feature/declared-area.ts';
import { unclosedRings } from './feature/unclosed-rings.ts';
import type { FindingCode, PlacedFeature, SurveyFinding } from './finding.ts';
import { Findings } from './findings.ts';
import { usualLimits, type CheckLimits } from './limits.ts';

export interface CheckOptions {
  readonly limits?: Partial<CheckLimits>;
  /** What the reader had to say: open rings become findings. */
  readonly notes?: readonly ReadingNote[];
  /** The park's outline in millimetres; null leaves that check out. */
  readonly outline?: MultiPolygon | null;
  readonly existing?: readonly ExistingParcel[];
  readonly fitsCode?: (code: string) => boolean;
}

export const checkStages = ['features', 'corners', 'overlaps', 'gaps', 'outline', 'existing'] as const;

export interface CheckProgress {
  readonly stage: (typeof checkStages)[number];
  readonly done: number;
  readonly total: number;
}

export interface SurveyCheck {
  /** By feature; of every code no more than the limit. */
  readonly findings: readonly SurveyFinding[];
  /** How many there were of every code, also of those not kept. */
  readonly counts: Readonly<Partial<Record<FindingCode, number>>>;
}

const featuresPerStep = 1000;

/**
 * Checks features on the park's grid (whole millimetres) by themselves, against each other, the park's outline and its
 * parcels. A defect of one feature stops no check of another. Yields some hundred times, so that a caller can show how
 * far it is, give way to others, or stop by not going on. Memory: about 300 bytes a corner.
 */
export function* checkSurvey(
  features: readonly PlacedFeature[],
  { limits: given, notes = [], outline = null, existing = [], fitsCode = () => true }: CheckOptions = {},
): Generator<CheckProgress, SurveyCheck> {
  const limits = { ...usualLimits, ...given };
  const all = new Findings(features, limits.findingsPerCode);
  const { report } = all;
  const total = features.length;
  const sound: (SoundFeature | null)[] = [];
  checkCodes(features, fitsCode, report);
  unclosedRings(features, notes, report);
  for (const [index, feature] of features.entries()) {
    if (index % featuresPerStep === 0) yield { stage: 'features', done: index, total };
    const state = checkFeature(feature, index, limits, report);
    sound.push(state);
    if (state) checkDeclaredArea(feature, state, index, limits, report);
  }
  const land = new SurveyLand(sound);
  const firstOf = findDuplicates(land, report);
  yield* staged('corners', land.xs.length, checkNeighbourCorners(land, limits, report));
  const lands = sound.map((state) => (state ? comparedLand(state) : null));
  sound.forEach((state, feature) => {
    if (state && !lands[feature]) report({ code: 'check-incomplete', feature });
  });
  const others = otherLand(lands);
  const isSettled = (earlier: number, later: number) =>
    firstOf[earlier] === firstOf[later] || areFeaturesApart(land, earlier, later);
  yield* staged('overlaps', total, checkOverlaps(others, isSettled, limits, report));
  const isLeftOut = (feature: number) => firstOf[feature] !== feature || sound[feature]!.isUnsound;
  yield* staged('gaps', 0, checkGaps(land, others, isLeftOut, limits, report));
  if (outline) yield* staged('outline', total, checkOutline(lands, outline, limits, report));
  if (existing.length) yield* staged('existing', total, checkExisting(features, lands, existing, limits, report));
  return { findings: all.sorted, counts: Object.fromEntries(all.counts) };
}

/**
 * Runs a check to its end, or until `goOn` says no (then null). For tests, servers and workers that need no pauses.
 */
export function finishCheck<Progress, Result>(steps: Generator<Progress, Result>): Result;
export function finishCheck<Progress, Result>(
  steps: Generator<Progress, Result>,
  goOn: (progress: Progress) => boolean,
): Result | null;
export function finishCheck<Progress, Result>(
  steps: Generator<Progress, Result>,
  goOn: (progress: Progress) => boolean = () => true,
): Result | null {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!goOn(step.value)) return null;
  }
}

function* staged(
  stage: CheckProgress['stage'],
  total: number,
  steps: Generator<number, void>,
): Generator<CheckProgress, void> {
  yield { stage, done: 0, total };
  for (const done of steps) yield { stage, done, total };
}
