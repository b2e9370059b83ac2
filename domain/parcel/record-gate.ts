import type { Day } from '../day.ts';
import type { Change, ParkFacts } from '../park/facts.ts';
import { refuseBeforePark } from '../park/began-on.ts';
import type { Rule } from '../park/decision.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import { gateState } from './gate-states.ts';
import { refuseGone } from './refuse-not-there.ts';
import { derivedGates, orderedGates, type Gate, type Parcel, type RecordGate } from './schema.ts';

/**
 * Records that parcels passed a gate on a day. A gate recorded before is corrected.
 * Refuses with parcel.unknown, parcel.not-there, gate.derived, gate.order, gate.unchanged, day.future,
 * day.before-park.
 */
export const recordGate: Rule<RecordGate> = (facts, input, { today }) => {
  if (input.doneOn > today) return refuse('day.future', 'doneOn', { day: input.doneOn, today });
  const early = refuseBeforePark(facts, input.doneOn, 'doneOn');
  if (early) return early;
  const changes: Change[] = [];
  for (const code of new Set(input.parcels)) {
    const parcel = recordableParcel(facts, code, input.gate, input.doneOn);
    if (isRefusal(parcel)) return parcel;
    const before = facts.gates.get(code)?.get(input.gate) ?? null;
    if (before?.doneOn === input.doneOn && before.document === input.document) {
      return refuse('gate.unchanged', 'doneOn', { parcel: code, gate: input.gate, doneOn: input.doneOn });
    }
    const disorder = outOfOrder(facts, code, input.gate, input.doneOn);
    if (disorder) return disorder;
    const after = { parcel: code, gate: input.gate, plannedOn: before?.plannedOn ?? null, doneOn: input.doneOn };
    changes.push({ table: 'gate', before, after: { ...after, document: input.document } });
  }
  return { changes, effectiveOn: input.doneOn, reason: null };
};

/** The parcel, when `gate` is one that is recorded on it; else parcel.unknown, parcel.not-there or gate.derived. */
export function recordableParcel(facts: ParkFacts, code: string, gate: Gate, day: Day): Parcel | Refusal {
  const parcel = facts.parcels.get(code);
  if (!parcel) return refuse('parcel.unknown', 'parcels', { parcel: code });
  const gone = refuseGone(facts, code, { day, field: 'parcels' });
  if (gone) return gone;
  if (!(derivedGates as readonly Gate[]).includes(gate)) return parcel;
  const { source } = gateState(facts, parcel, gate, { on: facts.park.dataAsOf, knownOn: facts.park.dataAsOf });
  return refuse('gate.derived', 'gate', {
    parcel: code,
    gate,
    road: source.kind === 'road' ? source.road : null,
    fromMetres: source.kind === 'road' ? source.fromMetres : null,
    toMetres: source.kind === 'road' ? source.toMetres : null,
    works: source.kind === 'work' ? source.works.join(' ') : null,
  });
}

function outOfOrder(facts: ParkFacts, parcel: string, gate: Gate, doneOn: Day): Refusal | null {
  const order: readonly Gate[] = orderedGates;
  const place = order.indexOf(gate);
  if (place < 0) return null;
  const dayOf = (other: Gate) => facts.gates.get(parcel)?.get(other)?.doneOn ?? null;
  for (const earlier of order.slice(0, place)) {
    const day = dayOf(earlier);
    if (day === null || day > doneOn) {
      return refuse('gate.order', 'doneOn', { parcel, gate, doneOn, other: earlier, otherDoneOn: day });
    }
  }
  for (const later of order.slice(place + 1)) {
    const day = dayOf(later);
    if (day !== null && day < doneOn) {
      return refuse('gate.order', 'doneOn', { parcel, gate, doneOn, other: later, otherDoneOn: day });
    }
  }
  return null;
}
