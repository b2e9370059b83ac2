import { isSmallInteger, parseDecimal } from '../parse-decimal.ts';

/** A row 点号,地块圈号,X坐标,Y坐标: X is north and Y is east. */
export interface CoordinateRow {
  readonly name: string;
  readonly ring: string;
  readonly north: number;
  readonly east: number;
}

/** Reads a trimmed line; what follows the fourth column is ignored. Null when it is no such row. */
export function readCoordinateRow(line: string): CoordinateRow | null {
  const first = line.indexOf(',');
  if (first < 0) return rowOf(line.split(/[\s;]/, 64).filter((field) => field !== ''));
  const second = line.indexOf(',', first + 1);
  if (second < 0) return null;
  const third = line.indexOf(',', second + 1);
  if (third < 0) return rowOf(line.split(',').map((field) => field.trim()));
  const fourth = line.indexOf(',', third + 1);
  const north = parseDecimal(line.slice(second + 1, third).trim());
  if (north === null) return null;
  const east = parseDecimal(line.slice(third + 1, fourth < 0 ? line.length : fourth).trim());
  if (east === null) return null;
  return { name: line.slice(0, first).trim(), ring: line.slice(first + 1, second).trim(), north, east };
}

/** Three columns are 点号,X,Y, unless the second can only be a ring number: then the row was cut off. */
function rowOf(fields: readonly string[]): CoordinateRow | null {
  const [name = '', ring = '', x = '', y = ''] = fields;
  if (fields.length === 3 && !isSmallInteger(ring)) return rowOf([name, '', ring, x]);
  const [north, east] = [parseDecimal(x), parseDecimal(y)];
  return north === null || east === null ? null : { name, ring, north, east };
}
