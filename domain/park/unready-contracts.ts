import { parcelState } from '../parcel/parcel-state.ts';
import type { Claim } from '../project/schema.ts';
import { applyChanges, inverse, type Change, type ParkFacts } from './facts.ts';

/** The contracts that were ready for supply on their day and would not be if `changes` were made. The facts stay as they are. */
export function contractsUnreadyBy(facts: ParkFacts, changes: readonly Change[]): Claim[] {
  const before = new Set(unreadyContracts(facts).map(({ id }) => id));
  applyChanges(facts, changes);
  try {
    return unreadyContracts(facts).filter(({ id }) => !before.has(id));
  } finally {
    applyChanges(facts, inverse(changes));
  }
}

function unreadyContracts(facts: ParkFacts): Claim[] {
  return [...facts.claims].flatMap(([code, claims]) => {
    const parcel = facts.parcels.get(code);
    if (!parcel) return [];
    return [...claims.values()].filter(({ kind, fromOn }) => {
      if (kind !== 'contract') return false;
      return parcelState(facts, parcel, { on: fromOn, knownOn: fromOn }).missing.length > 0;
    });
  });
}
