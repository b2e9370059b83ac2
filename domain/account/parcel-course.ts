import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { gateDays } from '../parcel/gate-states.ts';
import { stageOfContract, type Standing } from '../parcel/parcel-state.ts';
import type { Gate, Parcel } from '../parcel/schema.ts';
import { isLive, knownClaims } from '../project/live-claim.ts';

/** The standing of a parcel from a day on. */
export interface CourseStep extends Standing {
  readonly from: Day;
}

/** The whole course of a parcel in the eyes of a known day. */
export interface ParcelCourse {
  readonly parcel: Parcel;
  readonly knownOn: Day;
  /**
   * In order of days: what the parcel is before every day (`from` is ''), and one step for each day on which a gate,
   * a claim or the stage of its project may change it.
   */
  readonly steps: readonly CourseStep[];
}

/** The course of a parcel: on every day it stands as `parcelState` says. */
export function parcelCourse(facts: ParkFacts, parcel: Parcel, knownOn: Day): ParcelCourse {
  const gates = gateDays(facts, parcel, knownOn);
  const claims = knownClaims(facts, parcel.code, knownOn);
  const days = new Set<Day>(['']);
  for (const { countsFrom } of gates) if (countsFrom !== null) days.add(countsFrom);
  for (const { project, fromOn, untilOn } of claims) {
    days.add(fromOn);
    if (untilOn !== null) days.add(untilOn);
    for (const { on } of facts.projects.get(project)?.stages ?? []) days.add(on);
  }
  const steps = [...days].sort().map((from) => {
    const reached = new Set<Gate>();
    for (const { gate, countsFrom } of gates) if (countsFrom !== null && countsFrom <= from) reached.add(gate);
    const claim = claims.find((one) => isLive(one, from)) ?? null;
    return { from, reached, claim, stage: stageOfContract(facts, claim, from) };
  });
  return { parcel, knownOn, steps };
}
