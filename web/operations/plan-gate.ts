import type { PlanGate } from '../../domain/parcel/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';
import { planTooEarly } from './plan-too-early.ts';
import { isDerived } from './record-gate.ts';

export const planGate = defineOperation<PlanGate>('plan-gate', 'g', (input, desk) =>
  isDerived(input.gate) ? refuse('gate.derived', 'gate', { gate: input.gate }) : planTooEarly(input.plannedOn, desk),
);
