import type { Change, ParkFacts } from '../park/facts.ts';
import type { Parcel } from '../parcel/schema.ts';
import type { Stretch } from '../road/schema.ts';
import type { Work } from '../work/schema.ts';

/** Which parcels a change may move: found by the road they open to, by their phase, or named by the change. */
export class AffectedParcels {
  readonly #facts: ParkFacts;
  readonly #byRoad = new Map<string, Parcel[]>();
  readonly #byPhase = new Map<string, Parcel[]>();

  constructor(facts: ParkFacts) {
    this.#facts = facts;
    this.renew();
  }

  /** To be called after parcels came or went. */
  renew(): void {
    this.#byRoad.clear();
    this.#byPhase.clear();
    for (const parcel of this.#facts.parcels.values()) {
      put(this.#byRoad, parcel.access.road, parcel);
      put(this.#byPhase, parcel.phase, parcel);
    }
  }

  /** The codes of all parcels whose standing may differ before and after the changes, on any day. */
  of(changes: readonly Change[]): Set<string> {
    const codes = new Set<string>();
    for (const change of changes) for (const code of this.#ofChange(change)) codes.add(code);
    return codes;
  }

  #ofChange(change: Change): string[] {
    switch (change.table) {
      case 'parcel':
        return rowsOf<{ readonly code: string }>(change).map(({ code }) => code);
      case 'boundary':
      case 'gate':
      case 'claim':
        return rowsOf<{ readonly parcel: string }>(change).map(({ parcel }) => parcel);
      case 'stretch':
        return rowsOf<Stretch>(change).flatMap((stretch) => this.#besides(stretch));
      case 'work':
        return rowsOf<Work>(change).flatMap((work) => this.#servedBy(work));
      case 'project':
        return rowsOf<{ readonly code: string }>(change).flatMap(({ code }) => this.#claimedBy(code));
    }
  }

  #besides({ road, layer, fromMetres, toMetres }: Stretch): string[] {
    if (layer !== this.#facts.park.roadGateLayer) return [];
    const parcels = this.#byRoad.get(road) ?? [];
    return codesOf(parcels.filter(({ access }) => fromMetres <= access.toMetres && toMetres >= access.fromMetres));
  }

  #servedBy({ gate, servesPhases }: Work): string[] {
    return gate === null ? [] : servesPhases.flatMap((phase) => codesOf(this.#byPhase.get(phase) ?? []));
  }

  #claimedBy(project: string): string[] {
    const isOfProject = ([, claims]: readonly [string, ReadonlyMap<string, { readonly project: string }>]) =>
      [...claims.values()].some((claim) => claim.project === project);
    return [...this.#facts.claims].filter(isOfProject).map(([parcel]) => parcel);
  }
}

function rowsOf<Row>({ before, after }: { readonly before: Row | null; readonly after: Row | null }): Row[] {
  return [before, after].filter((row) => row !== null);
}

function codesOf(parcels: readonly Parcel[]): string[] {
  return parcels.map(({ code }) => code);
}

function put(lists: Map<string, Parcel[]>, key: string, parcel: Parcel): void {
  const list = lists.get(key);
  if (list) list.push(parcel);
  else lists.set(key, [parcel]);
}
