import type { Day } from '../day.ts';
import { refuseBeforePark } from '../park/began-on.ts';
import type { Decision } from '../park/decision.ts';
import type { Change, ParkFacts } from '../park/facts.ts';
import { isRefusal, refuse, type Refusal } from '../refusals.ts';
import { inheritedGates } from './inherited-gates.ts';
import { boundariesOf, boundaryOn } from './parcels-on.ts';
import { refuseNotThere } from './refuse-not-there.ts';
import type { Boundary, ParcelRow } from './schema.ts';

/** New land of a parcel: its boundary is stored under `boundary`. */
export interface NewLand {
  readonly boundary: string;
  /** Twice its plane area in square millimetres. */
  readonly twiceAreaSquareMillimetres: number;
}

export interface Redrawing {
  /** The day from which the new boundaries hold. */
  readonly on: Day;
  readonly reshaped: readonly (NewLand & { readonly code: string })[];
  readonly removed: readonly string[];
  /** `from`: the parcels whose land it takes; what was done to all of them was done to it. */
  readonly added: readonly (NewLand & { readonly row: ParcelRow; readonly from: readonly string[] })[];
}

/**
 * Gives parcels new boundaries from a day on, takes parcels off the map, and puts new ones there. Gates and claims of
 * reshaped parcels stay; a new parcel has the gates that all the parcels it comes from have. Codes are never used again.
 * Refuses with parcel.unknown, parcel.exists, parcel.not-there, parcel.claimed, land.later-change, day.future,
 * day.before-park, land.unchanged.
 */
export function redrawParcels(facts: ParkFacts, input: Redrawing, { today }: { today: Day }): Decision | Refusal {
  const { on, reshaped, removed, added } = input;
  if (on > today) return refuse('day.future', 'on', { day: on, today });
  const early = refuseBeforePark(facts, on, 'on');
  if (early) return early;
  if (reshaped.length + removed.length + added.length === 0) return refuse('land.unchanged', null, {});
  const changes: Change[] = [];
  for (const code of removed) {
    const old = standing(facts, code, on);
    if (isRefusal(old)) return old;
    const claimed = claimAfter(facts, code, on);
    if (claimed) return claimed;
    changes.push(...ended(old, on));
  }
  for (const { code, boundary, twiceAreaSquareMillimetres } of reshaped) {
    const old = standing(facts, code, on);
    if (isRefusal(old)) return old;
    const after = { id: boundary, parcel: code, fromOn: on, untilOn: null, twiceAreaSquareMillimetres };
    changes.push(...ended(old, on), { table: 'boundary', before: null, after });
  }
  for (const { row, from, boundary, twiceAreaSquareMillimetres } of added) {
    const { code } = row;
    if (facts.parcels.has(code)) return refuse('parcel.exists', 'parcels', { parcel: code });
    const after = { id: boundary, parcel: code, fromOn: on, untilOn: null, twiceAreaSquareMillimetres };
    changes.push({ table: 'parcel', before: null, after: row }, { table: 'boundary', before: null, after });
    for (const gate of inheritedGates(facts, code, from)) changes.push({ table: 'gate', before: null, after: gate });
  }
  return { changes, effectiveOn: on, reason: null };
}

/** The boundary that would be replaced; it must hold on the day and until further notice. */
function standing(facts: ParkFacts, code: string, on: Day): Boundary | Refusal {
  if (!facts.parcels.has(code)) return refuse('parcel.unknown', 'parcels', { parcel: code });
  const gone = refuseNotThere(facts, code, { day: on, field: 'parcels' });
  if (gone) return gone;
  const old = boundaryOn(boundariesOf(facts, code), on)!;
  return old.untilOn === null ? old : refuse('land.later-change', 'on', { parcel: code, day: on, later: old.untilOn });
}

/** How a boundary ends on a day; one that began that very day is as if it had never been. */
function ended(old: Boundary, on: Day): Change[] {
  return [{ table: 'boundary', before: old, after: old.fromOn === on ? null : { ...old, untilOn: on } }];
}

function claimAfter(facts: ParkFacts, parcel: string, on: Day): Refusal | null {
  const claims = [...(facts.claims.get(parcel)?.values() ?? [])];
  const live = claims.find(({ untilOn }) => untilOn === null || untilOn > on);
  if (!live) return null;
  const { project, kind, fromOn, untilOn } = live;
  return refuse('parcel.claimed', 'parcels', { parcel, project, kind, fromOn, untilOn });
}
