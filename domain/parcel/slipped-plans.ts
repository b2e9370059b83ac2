import { planInForce } from '../account/account.ts';
import type { AsOf, Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { expectedDays, type AssumedDelay, type ExpectedDay, type LatePlan } from './expected-days.ts';
import { parcelsOn } from './parcels-on.ts';
import { derivedGates, type Gate } from './schema.ts';

/** An open plan that can no longer be kept. */
export interface SlippedPlan {
  readonly plan: LatePlan;
  readonly plannedOn: Day;
  readonly slippedOn: Day;
  /** The late plans that move it; itself when its own day has passed. */
  readonly because: readonly LatePlan[];
}

/**
 * Every work, stretch and recorded gate whose planned day cannot be kept as known on `asOf.knownOn`, by the rule of
 * `expectedDays`; earliest slipped day first. Gates are those of the plan in force on `asOf.on`.
 */
export function slippedPlans(facts: ParkFacts, asOf: AsOf, delays: readonly AssumedDelay[] = []): SlippedPlan[] {
  const days = expectedDays(facts, asOf.knownOn, delays);
  const works = [...facts.works.values()].map((work) => slipped({ kind: 'work', work: work.code }, days.ofWork(work)));
  const stretches = [...facts.stretches.values()].flatMap((ofRoad) =>
    [...ofRoad.values()].map((stretch) => slipped({ kind: 'stretch', stretch }, days.ofStretch(stretch))),
  );
  const version = planInForce(facts, asOf.on).code;
  const gates = parcelsOn(facts, asOf.on)
    .filter(({ planVersion }) => planVersion === version)
    .flatMap((parcel) =>
      [...days.ofGates(parcel)].map(([gate, day]) => {
        if ((derivedGates as readonly Gate[]).includes(gate)) return null;
        const document = facts.gates.get(parcel.code)?.get(gate)?.document ?? null;
        return slipped({ kind: 'gate', gate, parcel: parcel.code, document }, day);
      }),
    );
  return [...works, ...stretches, ...gates]
    .filter((plan) => plan !== null)
    .sort((a, b) => (a.slippedOn < b.slippedOn ? -1 : a.slippedOn > b.slippedOn ? 1 : 0));
}

function slipped(plan: LatePlan, { plannedOn, slippedOn, because }: ExpectedDay): SlippedPlan | null {
  if (plannedOn === null || slippedOn === null || slippedOn <= plannedOn || because.length === 0) return null;
  return { plan, plannedOn, slippedOn, because };
}
