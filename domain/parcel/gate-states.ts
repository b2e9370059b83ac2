import { expectedOn, reachedOn, type AsOf, type Dated, type Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { coveredOn } from '../road/progress.ts';
import type { RoadLayer } from '../road/schema.ts';
import { gates, orderedGates, type Gate, type Parcel } from './schema.ts';

/** What a gate follows from: its own record, the road the parcel opens to, or the works that serve its phase. */
export type GateSource =
  | { readonly kind: 'record' }
  | {
      readonly kind: 'road';
      readonly road: string;
      readonly fromMetres: number;
      readonly toMetres: number;
      readonly layer: RoadLayer;
    }
  | { readonly kind: 'work'; readonly works: readonly string[] };

export interface GateState extends Dated {
  readonly gate: Gate;
  /** Whether supply needs it. */
  readonly required: boolean;
  readonly reachedOn: Day | null;
  /** Reached only because a planned day is counted as done. */
  readonly forecast: boolean;
  readonly document: string | null;
  readonly source: GateSource;
}

/**
 * Every gate of a parcel in pipeline order, as of a day. A planned gate whose forerunner (approval before acquisition
 * before levelling) is not reached does not count, whatever its own plan says.
 */
export function gateStates(facts: ParkFacts, parcel: Parcel, asOf: AsOf): GateState[] {
  let isOpen = true;
  return gates.map((gate) => {
    const state = gateState(facts, parcel, gate, asOf);
    if (!(orderedGates as readonly Gate[]).includes(gate)) return state;
    const counted = isOpen ? state : { ...state, reachedOn: null, forecast: false };
    isOpen = counted.reachedOn !== null;
    return counted;
  });
}

/** One gate of a parcel, as of a day. */
export function gateState(facts: ParkFacts, parcel: Parcel, gate: Gate, asOf: AsOf): GateState {
  const { source, document, ...dated } = datedGate(facts, parcel, gate, asOf.knownOn);
  const reached = reachedOn(dated, asOf);
  return {
    gate,
    required: facts.park.gatesForSupply.includes(gate),
    plannedOn: dated.plannedOn,
    doneOn: dated.doneOn,
    reachedOn: reached,
    forecast: reached !== null && !(dated.doneOn !== null && dated.doneOn <= asOf.knownOn),
    document,
    source,
  };
}

type DatedGate = Dated & Pick<GateState, 'source' | 'document'>;

function datedGate(facts: ParkFacts, parcel: Parcel, gate: Gate, knownOn: Day): DatedGate {
  if (gate === 'road') return roadGate(facts, parcel, knownOn);
  if (gate === 'power' || gate === 'water' || gate === 'sewage') return workGate(facts, parcel, gate, knownOn);
  const record = facts.gates.get(parcel.code)?.get(gate);
  return {
    plannedOn: record?.plannedOn ?? null,
    doneOn: record?.doneOn ?? null,
    document: record?.document ?? null,
    source: { kind: 'record' },
  };
}

function roadGate(facts: ParkFacts, parcel: Parcel, knownOn: Day): DatedGate {
  const { road, fromMetres, toMetres } = parcel.access;
  const layer = facts.park.roadGateLayer;
  const stretches = [...(facts.stretches.get(road)?.values() ?? [])].filter((stretch) => stretch.layer === layer);
  const wanted = { fromMetres, toMetres };
  return {
    plannedOn: coveredOn(stretches, wanted, (stretch) => expectedOn(stretch, knownOn)),
    doneOn: coveredOn(stretches, wanted, (stretch) => stretch.doneOn),
    document: null,
    source: { kind: 'road', road, fromMetres, toMetres, layer },
  };
}

function workGate(facts: ParkFacts, parcel: Parcel, gate: 'power' | 'water' | 'sewage', knownOn: Day): DatedGate {
  const works = [...facts.works.values()].filter(
    (work) => work.gate === gate && work.servesPhases.includes(parcel.phase),
  );
  return {
    plannedOn: earliest(works.map((work) => expectedOn(work, knownOn))),
    doneOn: earliest(works.map((work) => work.doneOn)),
    document: null,
    source: { kind: 'work', works: works.map((work) => work.code) },
  };
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
}
