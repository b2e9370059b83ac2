import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { liveClaim } from '../project/live-claim.ts';
import type { Claim, ProjectStage } from '../project/schema.ts';
import { stageOn } from '../project/stage.ts';
import { gateStates } from './gate-states.ts';
import type { Gate, Parcel, ParcelStatus } from './schema.ts';

/** What the status of a parcel and its columns of the account follow from. */
export interface Standing {
  readonly reached: ReadonlySet<Gate>;
  readonly claim: Claim | null;
  /** The stage of the project that holds the contract; null without a contract. */
  readonly stage: ProjectStage | null;
}

export interface ParcelState extends Standing {
  readonly code: string;
  readonly status: ParcelStatus;
  /** Gates for supply that are not reached. */
  readonly missing: readonly Gate[];
  /** Something in this state counts only because a planned day is taken as done. */
  readonly forecast: boolean;
}

/** How far a parcel has come as of a day, derived from its gates, its claim and the stage of the project. */
export function parcelState(facts: ParkFacts, parcel: Parcel, asOf: AsOf): ParcelState {
  const states = gateStates(facts, parcel, asOf);
  const reached = new Set(states.filter((state) => state.reachedOn !== null).map((state) => state.gate));
  const claim = liveClaim(facts, parcel.code, asOf);
  const stage = stageOfContract(facts, claim, asOf.on);
  return {
    code: parcel.code,
    status: statusOf(facts.park.gatesForSupply, { reached, claim, stage }),
    claim,
    stage,
    missing: facts.park.gatesForSupply.filter((gate) => !reached.has(gate)),
    reached,
    forecast: states.some((state) => state.forecast),
  };
}

/** The stage on a day of the project that holds a contract; null for other claims. */
export function stageOfContract(facts: ParkFacts, claim: Claim | null, on: string): ProjectStage | null {
  const project = claim?.kind === 'contract' ? facts.projects.get(claim.project) : undefined;
  return project ? stageOn(project, on) : null;
}

/** The one word for a standing, where supply needs `gatesForSupply`. */
export function statusOf(gatesForSupply: readonly Gate[], { reached, claim, stage }: Standing): ParcelStatus {
  if (claim?.kind === 'contract') return stage === 'construction' || stage === 'production' ? stage : 'contracted';
  if (gatesForSupply.every((gate) => reached.has(gate))) return claim ? 'reserved' : 'available';
  if (reached.has('levelled')) return 'levelled';
  if (reached.has('acquired')) return 'acquired';
  return reached.has('approved') ? 'approved' : 'planned';
}
