import type { ParkFacts } from '../park/facts.ts';
import type { Stretch } from '../road/schema.ts';
import type { Section } from '../tender/schema.ts';
import type { Work } from '../work/schema.ts';
import type { Gate, Parcel } from './schema.ts';

/** What a parcel's derived gates hang on. */
export interface ServedBy {
  readonly road: string;
  readonly stretches: readonly Stretch[];
  /** The sections (标段) that build those stretches, each once. */
  readonly sections: readonly Section[];
  readonly works: readonly Work[];
}

/** The road stretches, their sections and the works that serve a parcel. */
export function servedBy(facts: ParkFacts, parcel: Parcel): ServedBy {
  const stretches = frontageStretches(facts, parcel).filter((stretch) => liesInFront(stretch, parcel));
  const codes = new Set(stretches.map(({ section }) => section));
  return {
    road: parcel.access.road,
    stretches,
    sections: facts.sections.filter(({ code }) => codes.has(code)),
    works: [...facts.works.values()].filter(
      ({ gate, servesPhases }) => gate !== null && servesPhases.includes(parcel.phase),
    ),
  };
}

/** Stretches of the park's road-gate layer that lie in front of a parcel; touching ends count. */
export function frontageStretches(facts: ParkFacts, { access }: Parcel): Stretch[] {
  return [...(facts.stretches.get(access.road)?.values() ?? [])].filter(
    ({ layer, fromMetres, toMetres }) =>
      layer === facts.park.roadGateLayer && fromMetres <= access.toMetres && toMetres >= access.fromMetres,
  );
}

/** Whether some of a stretch, not only its end, lies along the frontage of a parcel. */
export function liesInFront({ fromMetres, toMetres }: Stretch, { access }: Parcel): boolean {
  return fromMetres < access.toMetres && toMetres > access.fromMetres;
}

/** The works that give one gate to a parcel's phase. */
export function worksFor(facts: ParkFacts, parcel: Parcel, gate: Gate): Work[] {
  return [...facts.works.values()].filter((work) => work.gate === gate && work.servesPhases.includes(parcel.phase));
}
