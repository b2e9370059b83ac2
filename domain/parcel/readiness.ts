import { planInForce } from '../account/account.ts';
import type { AsOf, Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { Park } from '../park/schema.ts';
import { liveClaim } from '../project/live-claim.ts';
import { expectedDays, type ExpectedDays, type LatePlan } from './expected-days.ts';
import { gateStates, type GateSource, type GateState } from './gate-states.ts';
import { parcelsOn } from './parcels-on.ts';
import { orderedGates, type Gate, type Parcel } from './schema.ts';

export const readinessStates = ['ready', 'ready-by', 'blocked', 'given'] as const;
export type ReadinessState = (typeof readinessStates)[number];

/** A gate that a parcel must still pass before it can be supplied. */
export interface Blocker {
  readonly gate: Gate;
  readonly source: GateSource;
  readonly plannedOn: Day | null;
  /** When it may really be expected; null: no plan leads there, its own or that of a gate before it is missing. */
  readonly slippedOn: Day | null;
  readonly isLate: boolean;
  readonly because: readonly LatePlan[];
}

export interface ParcelReadiness {
  readonly state: ReadinessState;
  /** Ready since, ready by (slipped), or under contract since; null when blocked. */
  readonly on: Day | null;
  /** The day by plans alone; equals `on` when nothing is late. */
  readonly plannedOn: Day | null;
  readonly isLate: boolean;
  readonly blockers: readonly Blocker[];
  readonly reached: ReadonlySet<Gate>;
}

/**
 * How far a parcel is from supply as of a day. `ready` is exactly what the land account calls available; `given` has a
 * live contract; `ready-by` has a plan for every gate that is missing; `blocked` lacks one. Days slip as `expectedDays` says.
 */
export function parcelReadiness(
  facts: ParkFacts,
  parcel: Parcel,
  asOf: AsOf,
  days: ExpectedDays = expectedDays(facts, asOf.knownOn),
): ParcelReadiness {
  const states = gateStates(facts, parcel, asOf);
  const needed = states.filter(({ gate }) => neededGates(facts.park).has(gate));
  const expected = days.ofGates(parcel);
  const blockers = needed
    .filter(({ reachedOn }) => reachedOn === null)
    .map(({ gate, source }) => {
      const { plannedOn, dueOn, slippedOn, because } = expected.get(gate)!;
      const isLate = slippedOn !== null && dueOn !== null && slippedOn > dueOn;
      return { gate, source, plannedOn, slippedOn, isLate, because };
    });
  const reached = new Set(states.filter((state) => state.reachedOn !== null).map(({ gate }) => gate));
  return { ...verdict(facts, parcel, asOf, { needed, blockers, expected }), blockers, reached };
}

/** The readiness of every parcel of the plan in force. */
export function parkReadiness(facts: ParkFacts, asOf: AsOf): Map<string, ParcelReadiness> {
  const days = expectedDays(facts, asOf.knownOn);
  const version = planInForce(facts, asOf.on).code;
  const parcels = parcelsOn(facts, asOf.on).filter(({ planVersion }) => planVersion === version);
  return new Map(parcels.map((parcel) => [parcel.code, parcelReadiness(facts, parcel, asOf, days)]));
}

interface Seen {
  readonly needed: readonly GateState[];
  readonly blockers: readonly Blocker[];
  readonly expected: ReturnType<ExpectedDays['ofGates']>;
}

function verdict(
  facts: ParkFacts,
  parcel: Parcel,
  asOf: AsOf,
  { needed, blockers, expected }: Seen,
): Pick<ParcelReadiness, 'state' | 'on' | 'plannedOn' | 'isLate'> {
  const claim = liveClaim(facts, parcel.code, asOf);
  if (claim?.kind === 'contract') return settled('given', claim.fromOn);
  if (blockers.length === 0) return settled('ready', latest(needed.map(({ reachedOn }) => reachedOn)));
  if (blockers.some(({ slippedOn }) => slippedOn === null)) return settled('blocked', null);
  const on = latest(needed.map(({ gate }) => expected.get(gate)!.slippedOn));
  const plannedOn = latest(needed.map(({ gate }) => expected.get(gate)!.dueOn));
  return { state: 'ready-by', on, plannedOn, isLate: on !== plannedOn };
}

function settled(state: ReadinessState, on: Day | null) {
  return { state, on, plannedOn: on, isLate: false };
}

/** The gates for supply and those that must legally come before them. */
export function neededGates(park: Pick<Park, 'gatesForSupply'>): ReadonlySet<Gate> {
  const order: readonly Gate[] = orderedGates;
  const last = Math.max(...park.gatesForSupply.map((gate) => order.indexOf(gate)));
  return new Set<Gate>([...order.slice(0, last + 1), ...park.gatesForSupply]);
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
