import { addDays, countsFrom, daysBetween, expectedOn, isKnownDone, type Dated, type Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { roadLayers, type Stretch } from '../road/schema.ts';
import type { Work } from '../work/schema.ts';
import { expectRoadGate, expectWorkGate } from './expect-derived-gate.ts';
import { gates, orderedGates, type Gate, type GateRecord, type Parcel } from './schema.ts';

/** A plan that is late by itself: a work, a stretch of road, or a gate recorded on a parcel. */
export type LatePlan =
  | { readonly kind: 'work'; readonly work: string }
  | { readonly kind: 'stretch'; readonly stretch: Stretch }
  | { readonly kind: 'gate'; readonly gate: Gate; readonly parcel: string; readonly document: string | null };

export interface ExpectedDay {
  /** The day done as known, else the day planned, else null. */
  readonly plannedOn: Day | null;
  /** The same, but not before the gates it legally follows; null when no plan leads there. */
  readonly dueOn: Day | null;
  /** `dueOn` moved with everything late; never earlier than `dueOn`. */
  readonly slippedOn: Day | null;
  /** The late plans behind the slip. */
  readonly because: readonly LatePlan[];
}

/** A "what if": a work, or every open stretch of a road, comes this many whole days later than expected. */
export interface AssumedDelay {
  readonly kind: 'work' | 'road';
  readonly code: string;
  readonly days: number;
}

export interface ExpectedDays {
  readonly ofWork: (work: Work) => ExpectedDay;
  readonly ofStretch: (stretch: Stretch) => ExpectedDay;
  /** Every gate of a parcel. */
  readonly ofGates: (parcel: Parcel) => ReadonlyMap<Gate, ExpectedDay>;
}

/**
 * When everything planned may really be expected, as known on a day. The rule:
 * 1. A plan that is due (`plannedOn <= knownOn`) and not done is expected on the first day not yet known.
 * 2. A layer of a road is not done before late layers beneath it, metre by metre and side by side.
 * 3. Acquisition and levelling keep the planned number of days after the open gate they follow: they move as far as it.
 * 4. The road gate moves with its stretches, a gate given by works with the first of them.
 * Nothing late: every slipped day is the planned day. Assumed delays are added to 1.
 */
export function expectedDays(facts: ParkFacts, knownOn: Day, delays: readonly AssumedDelay[] = []): ExpectedDays {
  const stretches = new Map<string, ExpectedDay>();
  const delayOf = (kind: AssumedDelay['kind'], code: string) =>
    delays.reduce((days, delay) => (delay.kind === kind && delay.code === code ? days + delay.days : days), 0);

  function ofWork(work: Work): ExpectedDay {
    return ownDay(work, { knownOn, days: delayOf('work', work.code), self: { kind: 'work', work: work.code } });
  }

  function ofStretch(stretch: Stretch): ExpectedDay {
    const known = stretches.get(stretch.id);
    if (known) return known;
    const days = delayOf('road', stretch.road);
    const own = ownDay(stretch, { knownOn, days, self: { kind: 'stretch', stretch } });
    const isOpen = own.dueOn !== null && !isKnownDone(stretch, knownOn);
    const beneath = isOpen ? beneathOf(facts, stretch).map(ofStretch) : [];
    const day = beneath.filter(({ because }) => because.length > 0).reduce(notBefore, own);
    stretches.set(stretch.id, day);
    return day;
  }

  function ofGates(parcel: Parcel): ReadonlyMap<Gate, ExpectedDay> {
    const records = facts.gates.get(parcel.code);
    const days = new Map<Gate, ExpectedDay>();
    let forerunner: ExpectedDay | null = null;
    for (const gate of gates) {
      if (gate === 'road') days.set(gate, expectRoadGate(facts, parcel, knownOn, ofStretch));
      else if (gate === 'power' || gate === 'water' || gate === 'sewage')
        days.set(gate, expectWorkGate(facts, parcel, gate, { knownOn, ofWork }));
      else {
        const record = records?.get(gate) ?? {
          parcel: parcel.code,
          gate,
          plannedOn: null,
          doneOn: null,
          document: null,
        };
        const day = ofRecord(record, knownOn);
        const isOrdered = (orderedGates as readonly Gate[]).includes(gate);
        const moved: ExpectedDay =
          isOrdered && forerunner ? follow(day, forerunner, isKnownDone(record, knownOn)) : day;
        if (isOrdered) forerunner = moved;
        days.set(gate, moved);
      }
    }
    return days;
  }

  return { ofWork, ofStretch, ofGates };
}

function ofRecord(record: GateRecord, knownOn: Day): ExpectedDay {
  const { gate, parcel, document } = record;
  return ownDay(record, { knownOn, days: 0, self: { kind: 'gate', gate, parcel, document } });
}

function ownDay(fact: Dated, { knownOn, days, self }: { knownOn: Day; days: number; self: LatePlan }): ExpectedDay {
  const plannedOn = expectedOn(fact, knownOn);
  const from = countsFrom(fact, knownOn);
  if (plannedOn === null || from === null || isKnownDone(fact, knownOn)) {
    return { plannedOn, dueOn: plannedOn, slippedOn: plannedOn, because: [] };
  }
  const slippedOn = addDays(from, days);
  return { plannedOn, dueOn: plannedOn, slippedOn, because: slippedOn > plannedOn ? [self] : [] };
}

/** Planned layers under a stretch, where they overlap it. */
function beneathOf(facts: ParkFacts, { road, layer, side, fromMetres, toMetres }: Stretch): Stretch[] {
  const level = roadLayers.indexOf(layer);
  return [...(facts.stretches.get(road)?.values() ?? [])].filter(
    (other) =>
      roadLayers.indexOf(other.layer) < level &&
      other.fromMetres < toMetres &&
      other.toMetres > fromMetres &&
      (other.side === side || other.side === 'full' || side === 'full'),
  );
}

function notBefore(day: ExpectedDay, late: ExpectedDay): ExpectedDay {
  if (day.slippedOn === null || day.dueOn === null || late.slippedOn === null || late.slippedOn <= day.dueOn)
    return day;
  const slippedOn = late.slippedOn > day.slippedOn ? late.slippedOn : day.slippedOn;
  return { ...day, slippedOn, because: [...new Set([...day.because, ...late.because])] };
}

function follow(day: ExpectedDay, forerunner: ExpectedDay, isDone: boolean): ExpectedDay {
  if (day.dueOn === null || day.slippedOn === null || forerunner.dueOn === null || forerunner.slippedOn === null) {
    return { ...day, dueOn: null, slippedOn: null, because: [...forerunner.because, ...day.because] };
  }
  const dueOn = latest(day.dueOn, forerunner.dueOn);
  const moved = isDone ? dueOn : addDays(dueOn, daysBetween(forerunner.dueOn, forerunner.slippedOn));
  const slippedOn = latest(latest(day.slippedOn, forerunner.slippedOn), moved);
  return { ...day, dueOn, slippedOn, because: slippedOn > dueOn ? [...forerunner.because, ...day.because] : [] };
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}
