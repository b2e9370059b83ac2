import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { parcelsOn } from './parcels-on.ts';
import { parcelState } from './parcel-state.ts';
import type { Gate } from './schema.ts';
import { utilities, utilityLists, type Utility, type UtilityListName } from './utility-lists.ts';

export interface UtilitiesLabel {
  /** How many utilities are there; a label may need others than these. */
  readonly count: number;
  readonly utilities: readonly Utility[];
  /** 场平 done: the "一平" of the label. */
  readonly isLevelled: boolean;
  /** The largest label all of whose utilities are there (三通, 五通 …); null when not even the smallest is. */
  readonly list: UtilityListName | null;
  /** What the next larger label still needs. */
  readonly next: { readonly list: UtilityListName; readonly lacks: readonly Utility[] } | null;
}

/** The n通一平 label of land whose `reached` gates are given. */
export function utilitiesLabel(reached: ReadonlySet<Gate>): UtilitiesLabel {
  const there = utilities.filter((utility) => (reached as ReadonlySet<string>).has(utility));
  const lacksOf = (needs: readonly Utility[]) => needs.filter((utility) => !there.includes(utility));
  const at = utilityLists.findLastIndex(({ needs }) => lacksOf(needs).length === 0);
  const next = utilityLists[at + 1];
  return {
    count: there.length,
    utilities: there,
    isLevelled: reached.has('levelled'),
    list: utilityLists[at]?.name ?? null,
    next: next ? { list: next.name, lacks: lacksOf(next.needs) } : null,
  };
}

/** The label of a phase: what all of its developed (levelled) parcels have; null when none is developed. */
export function phaseUtilities(facts: ParkFacts, phase: string, asOf: AsOf): UtilitiesLabel | null {
  const developed = parcelsOn(facts, asOf.on)
    .filter((parcel) => parcel.phase === phase)
    .map((parcel) => parcelState(facts, parcel, asOf).reached)
    .filter((reached) => reached.has('levelled'));
  const [first, ...others] = developed;
  if (!first) return null;
  return utilitiesLabel(new Set([...first].filter((gate) => others.every((reached) => reached.has(gate)))));
}
