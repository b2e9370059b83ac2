import type { RecordWork } from '../../domain/work/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const recordWork = defineOperation<RecordWork>('record-work', 'w', (input, { today }) =>
  input.doneOn !== null && input.doneOn > today ? refuse('day.future', 'doneOn', { day: input.doneOn, today }) : null,
);
