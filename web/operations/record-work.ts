import type { RecordWork } from '../../domain/work/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';
import { planTooEarly } from './plan-too-early.ts';

export const recordWork = defineOperation<RecordWork>('record-work', 'w', ({ doneOn, plannedOn }, desk) => {
  if (plannedOn !== null) return planTooEarly(plannedOn, desk);
  const { today } = desk;
  return doneOn !== null && doneOn > today ? refuse('day.future', 'doneOn', { day: doneOn, today }) : null;
});
