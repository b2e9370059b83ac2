import { expectedOn, isKnownDone, type Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { coveredOn } from '../road/progress.ts';
import type { Stretch } from '../road/schema.ts';
import type { Work } from '../work/schema.ts';
import type { ExpectedDay, LatePlan } from './expected-days.ts';
import { gateState } from './gate-states.ts';
import type { Gate, Parcel } from './schema.ts';
import { frontageStretches, liesInFront, worksFor } from './served-by.ts';

/** When the stretches in front of a parcel may be expected to cover its frontage. */
export function expectRoadGate(
  facts: ParkFacts,
  parcel: Parcel,
  knownOn: Day,
  ofStretch: (stretch: Stretch) => ExpectedDay,
): ExpectedDay {
  const due = dueDay(facts, parcel, 'road', knownOn);
  if (due.isDone || due.day === null) return asPlanned(due.day);
  const dueOn = due.day;
  const stretches = frontageStretches(facts, parcel);
  const slippedOn = coveredOn(stretches, parcel.access, (stretch) => ofStretch(stretch).slippedOn);
  const late = stretches
    .filter((stretch) => liesInFront(stretch, parcel))
    .map(ofStretch)
    .filter((day) => day.slippedOn !== null && day.slippedOn > dueOn);
  return moved(dueOn, slippedOn, late);
}

/** When the first of the works that give a gate to a parcel's phase may be expected. */
export function expectWorkGate(
  facts: ParkFacts,
  parcel: Parcel,
  gate: 'power' | 'water' | 'sewage',
  { knownOn, ofWork }: { knownOn: Day; ofWork: (work: Work) => ExpectedDay },
): ExpectedDay {
  const due = dueDay(facts, parcel, gate, knownOn);
  if (due.isDone || due.day === null) return asPlanned(due.day);
  const days = worksFor(facts, parcel, gate).map(ofWork);
  const slippedOn = days.reduce<Day | null>(
    (first, { slippedOn: day }) => (day !== null && (first === null || day < first) ? day : first),
    null,
  );
  const late = days.filter(({ plannedOn }) => plannedOn !== null && slippedOn !== null && plannedOn < slippedOn);
  return moved(due.day, slippedOn, late);
}

function dueDay(facts: ParkFacts, parcel: Parcel, gate: Gate, knownOn: Day): { day: Day | null; isDone: boolean } {
  const state = gateState(facts, parcel, gate, { on: knownOn, knownOn });
  return { day: expectedOn(state, knownOn), isDone: isKnownDone(state, knownOn) };
}

function asPlanned(day: Day | null): ExpectedDay {
  return { plannedOn: day, dueOn: day, slippedOn: day, because: [] };
}

function moved(dueOn: Day, slippedOn: Day | null, late: readonly ExpectedDay[]): ExpectedDay {
  const because: readonly LatePlan[] = [...new Set(late.flatMap((day) => day.because))];
  return { plannedOn: dueOn, dueOn, slippedOn, because: slippedOn !== null && slippedOn > dueOn ? because : [] };
}
