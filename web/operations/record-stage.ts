import type { RecordStage } from '../../domain/project/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const recordStage = defineOperation<RecordStage>('record-stage', 't', ({ on }, { today }) =>
  on > today ? refuse('day.future', 'on', { day: on, today }) : null,
);
