import { isTheirs, settleRow, type ComparedRow, type FieldConflict } from '../../domain/park/compare-rows.ts';
import type { RowFields } from '../../domain/park/row-fields.ts';
import { parcelOf } from './read-conflict.ts';

export interface Settled {
  /** What the form takes over from them. */
  readonly fields: RowFields;
  /** Parcels that are left as they have them. */
  readonly drop: readonly string[];
  /** Everything stays as they have it. */
  readonly isNothingLeft: boolean;
}

export type KeepsTheirs = (row: ComparedRow, conflict: FieldConflict) => boolean;

const mayBeEmpty: ReadonlySet<string> = new Set(['document', 'untilOn', 'startBy', 'finishBy']);

/**
 * What choosing per field means for a form about `parcels` parcels: of several, a parcel with anything of theirs is
 * left out, since the form has one value for all; of one, the form takes their values.
 */
export function settleConflict(rows: readonly ComparedRow[], keepsTheirs: KeepsTheirs, parcels: number): Settled {
  if (parcels > 1) {
    const drop = rows.flatMap((row) => {
      const parcel = parcelOf(row);
      return parcel !== null && row.conflicts.some((one) => keepsTheirs(row, one)) ? [parcel] : [];
    });
    const dropped = [...new Set(drop)];
    return { fields: {}, drop: dropped, isNothingLeft: dropped.length >= parcels };
  }
  const taken = rows.flatMap((row) => row.conflicts.filter((one) => keepsTheirs(row, one)));
  const isWithdrawn = taken.some(({ field, theirs }) => theirs === null && !mayBeEmpty.has(field));
  const isAllTheirs = rows.every((row) =>
    isTheirs(
      row,
      settleRow(row, (one) => keepsTheirs(row, one)),
    ),
  );
  return {
    fields: Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])),
    drop: [],
    isNothingLeft: isWithdrawn || (rows.length > 0 && isAllTheirs),
  };
}
