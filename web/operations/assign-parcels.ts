import type { AssignParcels } from '../../domain/project/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const assignParcels = defineOperation<AssignParcels>('assign-parcels', 'a', (input) =>
  input.untilOn !== null && input.untilOn <= input.fromOn
    ? refuse('claim.day-order', 'untilOn', { fromOn: input.fromOn, untilOn: input.untilOn })
    : null,
);
