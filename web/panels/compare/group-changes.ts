import { parcelStatuses, type ParcelStatus } from '../../../domain/parcel/schema.ts';
import type { StatusChange } from '../../state/compare.ts';

export interface ChangeGroup {
  readonly before: ParcelStatus;
  readonly after: ParcelStatus;
  readonly codes: readonly string[];
  readonly squareMetres: number;
}

/** Parcels that took the same turn together, those that have come furthest first. */
export function groupChanges(changes: readonly StatusChange[], areaOf: (code: string) => number): ChangeGroup[] {
  const groups = new Map<string, StatusChange[]>();
  for (const change of changes) {
    const key = `${change.before}/${change.after}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const place = (status: ParcelStatus) => parcelStatuses.indexOf(status);
  return [...groups.values()]
    .map((some) => ({
      before: some[0]!.before,
      after: some[0]!.after,
      codes: some.map(({ code }) => code).sort(),
      squareMetres: some.reduce((sum, { code }) => sum + areaOf(code), 0),
    }))
    .sort((a, b) => place(b.after) - place(a.after) || place(b.before) - place(a.before));
}
