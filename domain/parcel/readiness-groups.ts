import type { ParkFacts } from '../park/facts.ts';
import { readinessStates, type ParcelReadiness, type ReadinessState } from './readiness.ts';

/** Parcels that stand alike: ready, ready by the end of a month, blocked, or given. */
export interface ReadinessGroup {
  readonly state: ReadinessState;
  /** `YYYY-MM` of the slipped day for `ready-by`, else null. */
  readonly month: string | null;
  readonly codes: readonly string[];
  readonly twiceAreaSquareMillimetres: number;
  /** How many of them come later than planned. */
  readonly lateCount: number;
}

/** Sorts parcels into groups: ready, then month by month, then blocked, then given. Every parcel is in one group. */
export function readinessGroups(facts: ParkFacts, parcels: ReadonlyMap<string, ParcelReadiness>): ReadinessGroup[] {
  const groups = new Map<
    string,
    { -readonly [Key in keyof ReadinessGroup]: ReadinessGroup[Key] } & { codes: string[] }
  >();
  for (const [code, { state, on, isLate }] of parcels) {
    const month = state === 'ready-by' && on !== null ? on.slice(0, 7) : null;
    const key = `${readinessStates.indexOf(state)}/${month ?? ''}`;
    const group = groups.get(key) ?? { state, month, codes: [], twiceAreaSquareMillimetres: 0, lateCount: 0 };
    group.codes.push(code);
    group.twiceAreaSquareMillimetres += facts.parcels.get(code)?.twiceAreaSquareMillimetres ?? 0;
    group.lateCount += isLate ? 1 : 0;
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
