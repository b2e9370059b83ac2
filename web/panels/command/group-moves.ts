import type { ParcelStatus } from '../../../domain/parcel/schema.ts';
import type { CommandAnswer } from '../../answers.ts';

export interface MoveGroup {
  readonly key: string;
  readonly before: ParcelStatus;
  readonly after: ParcelStatus;
  readonly parcels: readonly string[];
}

/** Parcels that change status alike, the largest group first. */
export function groupMoves(moved: CommandAnswer['moved']): MoveGroup[] {
  const groups = new Map<string, { before: ParcelStatus; after: ParcelStatus; parcels: string[] }>();
  for (const { parcel, before, after } of moved) {
    const key = `${before} ${after}`;
    const group = groups.get(key);
    if (group) group.parcels.push(parcel);
    else groups.set(key, { before, after, parcels: [parcel] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => b.parcels.length - a.parcels.length);
}
