import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { Boundary, Parcel } from './schema.ts';

/** The parcels there are on a day, of every plan version, each with the area its boundary has then. */
export function parcelsOn(facts: Pick<ParkFacts, 'parcels' | 'boundaries'>, on: Day): Parcel[] {
  return [...facts.parcels.values()].flatMap((parcel) => within(facts, parcel, on) ?? []);
}

/** A parcel as it is on a day; null when there is none of this code then. */
export function parcelOn(facts: Pick<ParkFacts, 'parcels' | 'boundaries'>, code: string, on: Day): Parcel | null {
  const parcel = facts.parcels.get(code);
  return parcel ? within(facts, parcel, on) : null;
}

/** Every boundary a parcel has or had. */
export function boundariesOf({ boundaries }: Pick<ParkFacts, 'boundaries'>, code: string): Iterable<Boundary> {
  return boundaries.get(code)?.values() ?? [];
}

/** The boundary that holds on a day, or null. */
export function boundaryOn(boundaries: Iterable<Boundary>, on: Day): Boundary | null {
  for (const boundary of boundaries) if (holdsOn(boundary, on)) return boundary;
  return null;
}

/** The last day up to `on` from which a boundary of the park began or ceased to hold; '' when there is none. */
export function landSince({ boundaries }: Pick<ParkFacts, 'boundaries'>, on: Day): Day {
  let since = '';
  for (const own of boundaries.values()) {
    for (const { fromOn, untilOn } of own.values()) {
      for (const day of [fromOn, untilOn]) if (day !== null && day <= on && day > since) since = day;
    }
  }
  return since;
}

function within(facts: Pick<ParkFacts, 'boundaries'>, parcel: Parcel, on: Day): Parcel | null {
  const boundary = boundaryOn(boundariesOf(facts, parcel.code), on);
  if (!boundary) return null;
  const { twiceAreaSquareMillimetres } = boundary;
  return twiceAreaSquareMillimetres === parcel.twiceAreaSquareMillimetres
    ? parcel
    : { ...parcel, twiceAreaSquareMillimetres };
}

/** Whether a boundary holds on a day. */
export function holdsOn({ fromOn, untilOn }: Pick<Boundary, 'fromOn' | 'untilOn'>, on: Day): boolean {
  return (fromOn === null || fromOn <= on) && (untilOn === null || on < untilOn);
}
