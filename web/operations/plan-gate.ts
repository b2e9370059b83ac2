import type { PlanGate } from '../../domain/parcel/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';
import { isDerived } from './record-gate.ts';

export const planGate = defineOperation<PlanGate>('plan-gate', 'p', (input) =>
  isDerived(input.gate) ? refuse('gate.derived', 'gate', { gate: input.gate }) : null,
);
