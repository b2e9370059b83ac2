import type { FlatTable } from './flat-table.ts';

export interface FlatColumn {
  readonly name: string;
  readonly type: number;
}

type Read = (view: DataView, at: number) => string | number;

/** Sizes and readers by the number of the type; texts and bytes (11 and on) have their length before them. */
const plain: readonly (readonly [bytes: number, read: Read])[] = [
  [1, (view, at) => view.getInt8(at)],
  [1, (view, at) => view.getUint8(at)],
  [1, (view, at) => String(view.getUint8(at) !== 0)],
  [2, (view, at) => view.getInt16(at, true)],
  [2, (view, at) => view.getUint16(at, true)],
  [4, (view, at) => view.getInt32(at, true)],
  [4, (view, at) => view.getUint32(at, true)],
  [8, (view, at) => exact(view.getBigInt64(at, true))],
  [8, (view, at) => exact(view.getBigUint64(at, true))],
  [4, (view, at) => Number(view.getFloat32(at, true).toPrecision(7))],
  [8, (view, at) => view.getFloat64(at, true)],
];
const binary = 14;
const mostColumns = 2048;
const longestName = 200;

export function readColumns(table: FlatTable, field = 7): FlatColumn[] {
  const columns = table.tables(field);
  if (columns.length > mostColumns) throw new RangeError('more columns than any table has');
  return columns.map((column) => ({ name: (column.text(0) ?? '').slice(0, longestName), type: column.byte(1, 0) }));
}

/** The values of a feature by column; null where it has none. */
export function readValues(
  view: DataView | null,
  columns: readonly FlatColumn[],
): Record<string, string | number | null> {
  const values: Record<string, string | number | null> = Object.fromEntries(columns.map(({ name }) => [name, null]));
  for (let at = 0; view && at + 2 <= view.byteLength;) {
    const column = columns[view.getUint16(at, true)];
    if (!column) throw new RangeError('a value of no column');
    at += 2;
    const known = plain[column.type];
    if (known) {
      values[column.name] = known[1](view, at);
      at += known[0];
      continue;
    }
    const length = view.getUint32(at, true);
    if (column.type > binary || at + 4 + length > view.byteLength)
      throw new RangeError('a value longer than its feature');
    const text = Buffer.from(view.buffer, view.byteOffset + at + 4, length);
    if (column.type !== binary) values[column.name] = text.toString('utf8');
    at += 4 + length;
  }
  return values;
}

/** A whole number that a double cannot hold stays text. */
function exact(value: bigint): string | number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
