import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import { knownUntil } from '../park/facts.ts';
import { refuse } from '../refusals.ts';
import type { RecordWork } from './schema.ts';

/**
 * Records the day a work was done, or plans it. A recorded day is corrected by recording another.
 * Refuses with work.unknown, work.unchanged, work.already-done, day.future, day.past, day.before-park.
 */
export const recordWork: Rule<RecordWork> = (facts, input, { today }) => {
  const before = facts.works.get(input.work);
  if (!before) return refuse('work.unknown', 'work', { work: input.work });
  const { doneOn, plannedOn } = input;
  if (doneOn !== null) {
    if (doneOn > today) return refuse('day.future', 'doneOn', { day: doneOn, today });
    const early = refuseBeforePark(facts, doneOn, 'doneOn');
    if (early) return early;
    if (before.doneOn === doneOn) return refuse('work.unchanged', 'doneOn', { work: input.work, doneOn });
    return { changes: [{ table: 'work', before, after: { ...before, doneOn } }], effectiveOn: doneOn, reason: null };
  }
  const known = knownUntil(facts);
  if (before.doneOn !== null)
    return refuse('work.already-done', 'plannedOn', { work: input.work, doneOn: before.doneOn });
  if (plannedOn === null || plannedOn <= known) {
    return refuse('day.past', 'plannedOn', { day: plannedOn, knownUntil: known });
  }
  if (before.plannedOn === plannedOn) return refuse('work.unchanged', 'plannedOn', { work: input.work, plannedOn });
  return {
    changes: [{ table: 'work', before, after: { ...before, plannedOn } }],
    effectiveOn: plannedOn,
    reason: null,
  };
};
