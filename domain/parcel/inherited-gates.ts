import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { derivedGates, gates, type Gate, type GateRecord } from './schema.ts';

/**
 * The gates a new parcel has from the parcels it was made of: done when all of them were, on the last of those days;
 * else planned when all of them are done or planned. A document stays where they have one and the same.
 */
export function inheritedGates(facts: ParkFacts, code: string, from: readonly string[]): GateRecord[] {
  if (from.length === 0) return [];
  return gates.flatMap((gate) => {
    if ((derivedGates as readonly Gate[]).includes(gate)) return [];
    const records = from.map((parcel) => facts.gates.get(parcel)?.get(gate));
    if (!records.every((record) => record !== undefined)) return [];
    const documents = new Set(records.map(({ document }) => document));
    const doneOn = latest(records.map((record) => record.doneOn));
    const plannedOn = doneOn === null ? latest(records.map((record) => record.doneOn ?? record.plannedOn)) : null;
    const kept = doneOn === null ? plannedOn : latest(records.map((record) => record.plannedOn));
    if (doneOn === null && plannedOn === null) return [];
    return [
      { parcel: code, gate, plannedOn: kept, doneOn, document: documents.size === 1 ? [...documents][0]! : null },
    ];
  });
}

function latest(days: readonly (Day | null)[]): Day | null {
  let last: Day | null = '';
  for (const day of days) {
    if (day === null) return null;
    if (day > last) last = day;
  }
  return last;
}
