import { parcelStatuses } from '../../../domain/parcel/gates.ts';
import type { ParcelRow } from './filter-parcels.ts';

export type ParcelOrder = 'code' | 'area' | 'status';

const collator = new Intl.Collator('zh-CN', { numeric: true });

const compare: Readonly<Record<ParcelOrder, (a: ParcelRow, b: ParcelRow) => number>> = {
  code: (a, b) => collator.compare(a.code, b.code),
  area: (a, b) => a.squareMetres - b.squareMetres,
  status: (a, b) => parcelStatuses.indexOf(a.status) - parcelStatuses.indexOf(b.status),
};

/** The rows in order; equal ones by code. A-2 comes before A-10, and a status before what follows it. */
export function sortParcels<Row extends ParcelRow>(
  rows: readonly Row[],
  { by, isDown }: { readonly by: ParcelOrder; readonly isDown: boolean },
): Row[] {
  const turn = isDown ? -1 : 1;
  return [...rows].sort((a, b) => turn * compare[by](a, b) || compare.code(a, b));
}
