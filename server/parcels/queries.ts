import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { gateStates } from '../../domain/parcel/gate-states.ts';
import { parcelState } from '../../domain/parcel/parcel-state.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import { refuse } from '../../domain/refusals.ts';
import { withSquareMetres } from '../parks/queries.ts';
import { statusFields } from '../parks/state.ts';

export function listParcels(facts: ParkFacts, asOf: AsOf) {
  return [...facts.parcels.values()].map((parcel) => fieldsOf(facts, parcel, asOf));
}

/** A parcel with its gates and all its claims, newest first; refuses with parcel.unknown. */
export function describeParcel(facts: ParkFacts, code: string, asOf: AsOf) {
  const parcel = facts.parcels.get(code);
  if (!parcel) return refuse('parcel.unknown', 'parcel', { parcel: code });
  const claims = [...(facts.claims.get(code)?.values() ?? [])].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  return {
    seq: facts.seq,
    parcel: fieldsOf(facts, parcel, asOf),
    gates: gateStates(facts, parcel, asOf),
    claims,
  };
}

function fieldsOf(facts: ParkFacts, parcel: Parcel, asOf: AsOf) {
  return { ...withSquareMetres(parcel), ...statusFields(parcelState(facts, parcel, asOf)) };
}
