import { countsFrom, expectedOn, isKnownDone, type AsOf, type Dated, type Day } from '../day.ts';
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

/** A gate in the eyes of a known day. */
export interface GateDays extends Dated {
  readonly gate: Gate;
  /** The first day on which the gate counts as passed; null for never. */
  readonly countsFrom: Day | null;
  readonly document: string | null;
  readonly source: GateSource;
}

export interface GateState extends Omit<GateDays, 'countsFrom'> {
  /** Whether supply needs it. */
  readonly required: boolean;
  readonly reachedOn: Day | null;
  /** Reached only because a planned day is counted as done. */
  readonly forecast: boolean;
}

/**
 * Every gate of a parcel in pipeline order, in the eyes of a known day. A planned gate never counts before its
 * forerunner (approval before acquisition before levelling), whatever its own plan says.
 */
export function gateDays(facts: ParkFacts, parcel: Parcel, knownOn: Day): GateDays[] {
  let openFrom: Day | null = '';
  return gates.map((gate) => {
    const days = ownGateDays(facts, parcel, gate, knownOn);
    if (!(orderedGates as readonly Gate[]).includes(gate)) return days;
    const own = days.countsFrom;
    openFrom = own === null || openFrom === null ? null : own > openFrom ? own : openFrom;
    return openFrom === own ? days : { ...days, countsFrom: openFrom };
  });
}

/** Every gate of a parcel in pipeline order, as of a day. */
export function gateStates(facts: ParkFacts, parcel: Parcel, asOf: AsOf): GateState[] {
  return gateDays(facts, parcel, asOf.knownOn).map((days) => stateOf(facts, days, asOf));
}

/** One gate of a parcel by itself, as of a day, whatever its forerunners. */
export function gateState(facts: ParkFacts, parcel: Parcel, gate: Gate, asOf: AsOf): GateState {
  return stateOf(facts, ownGateDays(facts, parcel, gate, asOf.knownOn), asOf);
}

// Fields are named one by one here: copying objects made the account of a large park five times slower.
function stateOf(facts: ParkFacts, days: GateDays, asOf: AsOf): GateState {
  const { gate, plannedOn, doneOn, document, source } = days;
  const isReached = days.countsFrom !== null && days.countsFrom <= asOf.on;
  return {
    gate,
    required: facts.park.gatesForSupply.includes(gate),
    plannedOn,
    doneOn,
    reachedOn: isReached ? expectedOn(days, asOf.knownOn) : null,
    forecast: isReached && !isKnownDone(days, asOf.knownOn),
    document,
    source,
  };
}

function ownGateDays(facts: ParkFacts, parcel: Parcel, gate: Gate, knownOn: Day): GateDays {
  const { plannedOn, doneOn, document, source } = datedGate(facts, parcel, gate, knownOn);
  const from = countsFrom({ plannedOn, doneOn }, knownOn);
  return { gate, plannedOn, doneOn, countsFrom: from, document, source };
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
