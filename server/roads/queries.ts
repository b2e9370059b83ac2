import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { gateState } from '../../domain/parcel/gate-states.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { parcelsOn } from '../../domain/parcel/parcels-on.ts';
import { roadProgress } from '../../domain/road/progress.ts';

export function listRoads(facts: ParkFacts, asOf: AsOf) {
  return [...facts.roads.values()].map((road) => ({
    ...road,
    layers: roadProgress(road, facts.stretches.get(road.code)?.values() ?? [], asOf),
  }));
}

/** A road with its layers, its stretches and the parcels that open to it; refuses with road.unknown. */
export function describeRoad(facts: ParkFacts, code: string, asOf: AsOf) {
  const road = facts.roads.get(code);
  if (!road) return refuse('road.unknown', 'road', { road: code }) satisfies Refusal;
  const stretches = [...(facts.stretches.get(code)?.values() ?? [])];
  const serves = parcelsOn(facts, asOf.on)
    .filter(({ access }) => access.road === code)
    .map((parcel) => {
      const { fromMetres, toMetres, side } = parcel.access;
      const { reachedOn } = gateState(facts, parcel, 'road', asOf);
      return { parcel: parcel.code, fromMetres, toMetres, side, reachedOn };
    });
  return { seq: facts.seq, road, layers: roadProgress(road, stretches, asOf), stretches, serves };
}
