import type { SplitParcel } from '../../domain/parcel/split-parcel.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const splitParcel = defineOperation<SplitParcel>('split-parcel', 'd', ({ on }, { today }) =>
  on > today ? refuse('day.future', 'on', { day: on, today }) : null,
);
