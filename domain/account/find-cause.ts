import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { gates, type Gate } from '../parcel/schema.ts';
import type { ClaimKind, ProjectStage } from '../project/schema.ts';
import { columnsOf } from './columns-of.ts';
import type { ParcelColumn } from './columns.ts';
import type { CourseStep, ParcelCourse } from './parcel-course.ts';

/**
 * What moved a parcel into or out of a column, and on which day: a gate that counts from then (`forecast`: a plan
 * taken as done), a claim that began or ended, a stage of the project under contract, a new plan version, or the land
 * itself: a boundary that begins or ends to hold.
 * `knowledge`: nothing happened between the two days; the later known day tells otherwise about them.
 */
export type Cause =
  | { readonly kind: 'gate'; readonly gate: Gate; readonly on: Day; readonly forecast: boolean }
  | {
      readonly kind: 'claim';
      readonly project: string;
      readonly claimKind: ClaimKind;
      readonly on: Day;
      readonly isEnd: boolean;
    }
  | { readonly kind: 'stage'; readonly project: string; readonly stage: ProjectStage | null; readonly on: Day }
  | { readonly kind: 'plan-version'; readonly planVersion: string; readonly on: Day }
  | { readonly kind: 'boundary'; readonly on: Day }
  | { readonly kind: 'knowledge'; readonly on: Day };

/**
 * The last day after `after` and up to `to` on which a parcel came into a column or left it, and what did it; null
 * when nothing did.
 */
export function findCause(
  facts: Pick<ParkFacts, 'park'>,
  course: ParcelCourse,
  column: ParcelColumn,
  { after, to }: { readonly after: Day; readonly to: Day },
): Cause | null {
  const isIn = (step: CourseStep) => columnsOf(facts, step).includes(column);
  for (let index = course.steps.length - 1; index > 0; index -= 1) {
    const step = course.steps[index]!;
    const before = course.steps[index - 1]!;
    if (step.from <= after) return null;
    if (step.from <= to && isIn(step) !== isIn(before)) return causeOf(course, { before, step, isIn });
  }
  return null;
}

interface Turn {
  readonly before: CourseStep;
  readonly step: CourseStep;
  readonly isIn: (step: CourseStep) => boolean;
}

/** The one part of the standing whose change alone explains the turn; a claim where only several do together. */
function causeOf({ parcel, knownOn }: ParcelCourse, turn: Turn): Cause {
  const { before, step, isIn } = turn;
  const on = step.from;
  const project = (step.claim ?? before.claim)?.project;
  if (isIn({ ...before, reached: step.reached }) === isIn(step)) {
    return { kind: 'gate', gate: decisiveGate(turn), on, forecast: on > knownOn };
  }
  if (before.claim?.id === step.claim?.id && project !== undefined) {
    return { kind: 'stage', project, stage: step.stage, on };
  }
  const claim = endOfClaim(turn) ? before.claim : step.claim;
  if (!claim) throw new Error(`parcel ${parcel.code} turned on ${on} for no cause`);
  return { kind: 'claim', project: claim.project, claimKind: claim.kind, on, isEnd: claim !== step.claim };
}

/** The last of the gates newly reached without which the turn would not have come. */
function decisiveGate({ before, step, isIn }: Turn): Gate {
  const decisive = gates.findLast((gate) => {
    if (before.reached.has(gate) || !step.reached.has(gate)) return false;
    const others = new Set(step.reached);
    others.delete(gate);
    return isIn({ ...before, reached: others }) !== isIn({ ...before, reached: step.reached });
  });
  if (!decisive) throw new Error(`no gate was decisive on ${step.from}`);
  return decisive;
}

/** Whether the end of the earlier claim did it, and not the beginning of the next. */
function endOfClaim({ step, isIn }: Turn): boolean {
  if (step.claim === null) return true;
  return step.claim.kind !== 'contract' && isIn({ ...step, claim: null, stage: null }) === isIn(step);
}
