import type { Day } from '../day.ts';
import type { ParkFacts } from './facts.ts';
import { refuse, type Refusal } from '../refusals.ts';

/** The day a park began: the day its first plan version came into force. */
export function beganOn(facts: ParkFacts): Day {
  const [first] = facts.planVersions;
  if (!first) throw new Error(`park ${facts.park.code} has no plan version`);
  return first.inForceFrom;
}

/** The refusal day.before-park of a day before the park began, named by `field`; null for any other day. */
export function refuseBeforePark(facts: ParkFacts, day: Day, field: string): Refusal | null {
  const began = beganOn(facts);
  return day < began ? refuse('day.before-park', field, { day, beganOn: began }) : null;
}
