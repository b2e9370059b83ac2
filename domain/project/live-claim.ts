import type { AsOf, Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { Claim } from './schema.ts';

/** The claim that is live on a parcel, or null. */
export function liveClaim(facts: ParkFacts, parcel: string, asOf: AsOf): Claim | null {
  return knownClaims(facts, parcel, asOf.knownOn).find((claim) => isLive(claim, asOf.on)) ?? null;
}

/** The claims on a parcel, live or not. Claims that begin after the known day are not known yet. */
export function knownClaims(facts: ParkFacts, parcel: string, knownOn: Day): Claim[] {
  const claims = facts.claims.get(parcel);
  return claims ? [...claims.values()].filter((claim) => claim.fromOn <= knownOn) : [];
}

/** Whether a claim is live on a day: `fromOn <= day < untilOn`. */
export function isLive(claim: Claim, on: Day): boolean {
  return claim.fromOn <= on && (claim.untilOn === null || on < claim.untilOn);
}

/** Whether two claims share a day. */
export function overlaps(a: Pick<Claim, 'fromOn' | 'untilOn'>, b: Pick<Claim, 'fromOn' | 'untilOn'>): boolean {
  return (a.untilOn === null || b.fromOn < a.untilOn) && (b.untilOn === null || a.fromOn < b.untilOn);
}
