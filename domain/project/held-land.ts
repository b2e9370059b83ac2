import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { parcelsOn } from '../parcel/parcels-on.ts';
import { liveClaim } from './live-claim.ts';
import type { Claim } from './schema.ts';

export interface HeldLand {
  readonly claims: readonly Claim[];
  readonly twiceAreaSquareMillimetres: number;
}

/** The live claims of every project that has one, and their area: reservations and holds count as well as contracts. */
export function heldLand(facts: ParkFacts, asOf: AsOf): ReadonlyMap<string, HeldLand> {
  const held = new Map<string, { claims: Claim[]; twiceAreaSquareMillimetres: number }>();
  for (const parcel of parcelsOn(facts, asOf.on)) {
    const claim = liveClaim(facts, parcel.code, asOf);
    if (!claim) continue;
    let land = held.get(claim.project);
    if (!land) held.set(claim.project, (land = { claims: [], twiceAreaSquareMillimetres: 0 }));
    land.claims.push(claim);
    land.twiceAreaSquareMillimetres += parcel.twiceAreaSquareMillimetres;
  }
  return held;
}
