import type { RecordStretch } from '../../domain/road/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const recordStretch = defineOperation<RecordStretch>('record-stretch', 's', (input, { today }) => {
  if (input.toMetres <= input.fromMetres) return refuse('stretch.empty', 'toMetres');
  if (input.doneOn !== null && input.doneOn > today) {
    return refuse('day.future', 'doneOn', { day: input.doneOn, today });
  }
  return null;
});
