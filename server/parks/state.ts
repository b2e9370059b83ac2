import { reachedOn, type AsOf } from '../../domain/day.ts';
import { landVersion, type ParkFacts } from '../../domain/park/facts.ts';
import { parcelState, type ParcelState } from '../../domain/parcel/parcel-state.ts';
import { parcelsOn } from '../../domain/parcel/parcels-on.ts';
import { roadProgress } from '../../domain/road/progress.ts';
import { asOfFields } from '../http/as-of.ts';

/** What the map colours: every parcel, work and road as of a day. */
export function mapState(facts: ParkFacts, asOf: AsOf) {
  return {
    seq: facts.seq,
    ...asOfFields(asOf),
    landVersion: landVersion(facts),
    parcels: parcelsOn(facts, asOf.on).map((parcel) => ({
      code: parcel.code,
      ...statusFields(parcelState(facts, parcel, asOf)),
    })),
    works: [...facts.works.values()].map((work) => {
      const reached = reachedOn(work, asOf);
      const isKnown = work.doneOn !== null && work.doneOn <= asOf.knownOn;
      return { code: work.code, reachedOn: reached, forecast: reached !== null && !isKnown };
    }),
    roads: [...facts.roads.values()].map((road) => ({
      code: road.code,
      layers: roadProgress(road, facts.stretches.get(road.code)?.values() ?? [], asOf),
    })),
  };
}

/** The part of a parcel's state that is told. */
export function statusFields({ status, claim, missing }: ParcelState) {
  return { status, claim: claim && { id: claim.id, kind: claim.kind, project: claim.project }, missing };
}
