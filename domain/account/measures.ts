import { statusOf, type Standing } from '../parcel/parcel-state.ts';
import { parcelStatuses, type ParcelStatus } from '../parcel/schema.ts';
import type { ParkFacts } from '../park/facts.ts';
import { columnsOf } from './columns-of.ts';
import { accountColumns, type AccountColumn } from './columns.ts';

/** What the account table sums up: every column, then every status. Each has a bit of a mask. */
export const measureCount = accountColumns.length + parcelStatuses.length;

export const columnPlace = places(accountColumns, 0);
export const statusPlace = places(parcelStatuses, accountColumns.length);

/** The columns and the status of a standing as bits. */
export function maskOf(facts: Pick<ParkFacts, 'park'>, standing: Standing): number {
  let mask = 1 << statusPlace[statusOf(facts.park.gatesForSupply, standing)];
  for (const column of columnsOf(facts, standing)) mask |= 1 << columnPlace[column];
  return mask;
}

export function isInColumn(mask: number, column: AccountColumn): boolean {
  return (mask & (1 << columnPlace[column])) !== 0;
}

/** The status of a mask made by `maskOf`. */
export function statusOfMask(mask: number): ParcelStatus {
  const status = parcelStatuses[31 - Math.clz32(mask) - accountColumns.length];
  if (!status) throw new RangeError(`mask ${mask} holds no status`);
  return status;
}

function places<Name extends string>(names: readonly Name[], first: number): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, first + index])) as Record<Name, number>;
}
