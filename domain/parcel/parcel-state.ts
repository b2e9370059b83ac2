import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { liveClaim } from '../project/live-claim.ts';
import type { Claim } from '../project/schema.ts';
import { stageOn } from '../project/stage.ts';
import { gateStates, type GateState } from './gate-states.ts';
import type { Gate, Parcel, ParcelStatus } from './schema.ts';

export interface ParcelState {
  readonly code: string;
  readonly status: ParcelStatus;
  readonly claim: Claim | null;
  /** Gates for supply that are not reached. */
  readonly missing: readonly Gate[];
  readonly reached: ReadonlySet<Gate>;
  /** Something in this state counts only because a planned day is taken as done. */
  readonly forecast: boolean;
}

/** How far a parcel has come as of a day, derived from its gates, its claim and the stage of the project. */
export function parcelState(facts: ParkFacts, parcel: Parcel, asOf: AsOf): ParcelState {
  const states = gateStates(facts, parcel, asOf);
  const reached = new Set(states.filter((state) => state.reachedOn !== null).map((state) => state.gate));
  const missing = facts.park.gatesForSupply.filter((gate) => !reached.has(gate));
  const claim = liveClaim(facts, parcel.code, asOf);
  return {
    code: parcel.code,
    status: statusOf(facts, { claim, missing, reached }, asOf),
    claim,
    missing,
    reached,
    forecast: states.some((state: GateState) => state.forecast),
  };
}

function statusOf(
  facts: ParkFacts,
  { claim, missing, reached }: Pick<ParcelState, 'claim' | 'missing' | 'reached'>,
  asOf: AsOf,
): ParcelStatus {
  if (claim?.kind === 'contract') {
    const project = facts.projects.get(claim.project);
    const stage = project ? stageOn(project, asOf.on) : null;
    return stage === 'construction' || stage === 'production' ? stage : 'contracted';
  }
  if (missing.length === 0) return claim ? 'reserved' : 'available';
  if (reached.has('levelled')) return 'levelled';
  if (reached.has('acquired')) return 'acquired';
  return reached.has('approved') ? 'approved' : 'planned';
}
