import { derivedGates, type Gate, type RecordGate } from '../../domain/parcel/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { defineOperation } from './operation.ts';

export const isDerived = (gate: Gate): boolean => derivedGates.some((derived) => derived === gate);

export const recordGate = defineOperation<RecordGate>('record-gate', 'g', (input, { today }) => {
  if (isDerived(input.gate)) return refuse('gate.derived', 'gate', { gate: input.gate });
  if (input.doneOn > today) return refuse('day.future', 'doneOn', { day: input.doneOn, today });
  return null;
});
