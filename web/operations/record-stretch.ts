import type { RecordStretch } from '../../domain/road/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';
import { planTooEarly } from './plan-too-early.ts';

export const recordStretch = defineOperation<RecordStretch>('record-stretch', 's', (input, desk) => {
  const { doneOn, plannedOn } = input;
  if (input.toMetres <= input.fromMetres) return refuse('stretch.empty', 'toMetres');
  if (plannedOn !== null) return planTooEarly(plannedOn, desk);
  const { today } = desk;
  return doneOn !== null && doneOn > today ? refuse('day.future', 'doneOn', { day: doneOn, today }) : null;
});
