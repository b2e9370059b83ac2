import { expectedOn, type Day } from '../day.ts';
import { knownUntil, type Change, type ParkFacts } from '../park/facts.ts';
import type { Rule } from '../park/decision.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import { recordableParcel } from './record-gate.ts';
import { orderedGates, type Gate, type PlanGate } from './schema.ts';

/**
 * Plans the day on which parcels shall pass a gate, after the last known day.
 * Refuses with parcel.unknown, parcel.not-there, gate.derived, gate.already-done, gate.order, gate.unchanged, day.past.
 */
export const planGate: Rule<PlanGate> = (facts, input) => {
  const known = knownUntil(facts);
  if (input.plannedOn <= known) return refuse('day.past', 'plannedOn', { day: input.plannedOn, knownUntil: known });
  const changes: Change[] = [];
  for (const code of new Set(input.parcels)) {
    const parcel = recordableParcel(facts, code, input.gate, input.plannedOn);
    if (isRefusal(parcel)) return parcel;
    const before = facts.gates.get(code)?.get(input.gate) ?? null;
    if (before?.doneOn)
      return refuse('gate.already-done', 'gate', { parcel: code, gate: input.gate, doneOn: before.doneOn });
    const isSameDocument = input.document === null || input.document === before?.document;
    if (before?.plannedOn === input.plannedOn && isSameDocument) {
      return refuse('gate.unchanged', 'plannedOn', { parcel: code, gate: input.gate, plannedOn: input.plannedOn });
    }
    const disorder = outOfOrder(facts, code, input, known);
    if (disorder) return disorder;
    const after = { parcel: code, gate: input.gate, plannedOn: input.plannedOn, doneOn: null };
    changes.push({ table: 'gate', before, after: { ...after, document: input.document ?? before?.document ?? null } });
  }
  return { changes, effectiveOn: input.plannedOn, reason: null };
};

function outOfOrder(facts: ParkFacts, parcel: string, { gate, plannedOn }: PlanGate, known: Day): Refusal | null {
  const order: readonly Gate[] = orderedGates;
  const place = order.indexOf(gate);
  for (const [index, other] of order.entries()) {
    if (place < 0 || index === place) continue;
    const record = facts.gates.get(parcel)?.get(other);
    const day = record ? expectedOn(record, known) : null;
    const isDisorder = day !== null && (index < place ? day > plannedOn : day < plannedOn);
    if (isDisorder) return refuse('gate.order', 'plannedOn', { parcel, gate, plannedOn, other, otherDay: day });
  }
  return null;
}
