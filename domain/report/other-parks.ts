import { planInForce } from '../account/account.ts';
import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';

/** The parks on which the report of a park has a paragraph: the smaller ones of its county that have begun, by code. */
export function otherParks(facts: ParkFacts, all: readonly ParkFacts[], on: Day): ParkFacts[] {
  const sizeOf = (one: ParkFacts) => planInForce(one, on).twiceAreaSquareMillimetres;
  return all
    .filter(({ park }) => park.code !== facts.park.code && park.county === facts.park.county)
    .filter((one) => sizeOf(one) < sizeOf(facts) && (one.planVersions[0]?.inForceFrom ?? '') <= on)
    .sort((a, b) => (a.park.code < b.park.code ? -1 : 1));
}
