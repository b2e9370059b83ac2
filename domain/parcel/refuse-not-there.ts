import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { refuse, type Refusal } from '../refusals.ts';
import { boundariesOf, boundaryOn } from './parcels-on.ts';

interface Asked {
  readonly day: Day;
  /** The field of the input that names the parcel. */
  readonly field: string;
}

/** parcel.not-there when a parcel has no boundary on a day: it was taken off the map before, or came later. */
export function refuseNotThere(facts: ParkFacts, parcel: string, { day, field }: Asked): Refusal | null {
  if (boundaryOn(boundariesOf(facts, parcel), day)) return null;
  const [fromOn = null] = [...boundariesOf(facts, parcel)].map((boundary) => boundary.fromOn).sort();
  return refuse('parcel.not-there', field, { parcel, day, fromOn, untilOn: goneFrom(facts, parcel) });
}

/** parcel.not-there when a parcel is off the map by a day; what was done on its land before it came may be recorded. */
export function refuseGone(facts: ParkFacts, parcel: string, asked: Asked): Refusal | null {
  const gone = goneFrom(facts, parcel);
  return gone !== null && gone <= asked.day ? refuseNotThere(facts, parcel, asked) : null;
}

/** The day from which a parcel is off the map for good; null while it is there. */
function goneFrom(facts: ParkFacts, parcel: string): Day | null {
  let last: Day | null = '';
  for (const { untilOn } of boundariesOf(facts, parcel)) {
    if (untilOn === null) return null;
    if (untilOn > last) last = untilOn;
  }
  return last === '' ? null : last;
}
