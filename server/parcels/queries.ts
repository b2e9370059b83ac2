import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import { gateStates } from '../../domain/parcel/gate-states.ts';
import { parcelState } from '../../domain/parcel/parcel-state.ts';
import type { Parcel } from '../../domain/parcel/schema.ts';
import { boundariesOf, parcelOn, parcelsOn } from '../../domain/parcel/parcels-on.ts';
import { refuse } from '../../domain/refusals.ts';
import { withSquareMetres } from '../parks/queries.ts';
import { statusFields } from '../parks/state.ts';

export function listParcels(facts: ParkFacts, asOf: AsOf) {
  return parcelsOn(facts, asOf.on).map((parcel) => fieldsOf(facts, parcel, asOf));
}

/** A parcel with its gates and all its claims, newest first; refuses with parcel.unknown. */
export function describeParcel(facts: ParkFacts, code: string, asOf: AsOf) {
  const parcel = parcelOn(facts, code, asOf.on) ?? facts.parcels.get(code);
  if (!parcel) return refuse('parcel.unknown', 'parcel', { parcel: code });
  const claims = [...(facts.claims.get(code)?.values() ?? [])].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  const boundaries = [...boundariesOf(facts, code)]
    .sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))
    .map(({ fromOn, untilOn, twiceAreaSquareMillimetres }) => ({
      fromOn,
      untilOn,
      squareMetres: squareMetres(twiceAreaSquareMillimetres),
    }));
  return {
    seq: facts.seq,
    parcel: fieldsOf(facts, parcel, asOf),
    gates: gateStates(facts, parcel, asOf),
    boundaries,
    claims,
  };
}

function fieldsOf(facts: ParkFacts, parcel: Parcel, asOf: AsOf) {
  return { ...withSquareMetres(parcel), ...statusFields(parcelState(facts, parcel, asOf)) };
}
