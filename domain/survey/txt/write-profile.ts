import type { WrittenEncoding } from '../encode-text.ts';

/** How a coordinate TXT is written: receivers differ in each of these (standards.md §1.3). */
export interface WriteProfile {
  readonly encoding: WrittenEncoding;
  readonly lineEnd: '\r\n' | '\n';
  /** Of coordinates: 3 for metres. Degrees want 9. */
  readonly decimals: number;
  readonly areaUnit: 'hectare' | 'square-metre' | 'mu';
  /** Before the number of a corner. */
  readonly prefix: string;
  /** Corners numbered through the parcel, or from 1 in each ring, or named as the record names them. */
  readonly numbering: 'parcel' | 'ring' | 'kept';
  /** The closing row bears its ring's first name, or the next number, or is left out. */
  readonly closing: 'first-name' | 'next-number' | 'none';
  readonly start: 'north-west' | 'kept';
  /** Outer rings clockwise on the map and holes against it, or the other way round, or as they come. */
  readonly winding: 'clockwise' | 'counter-clockwise' | 'kept';
  /** The count in a parcel's row: every row, or corners without closing rows. */
  readonly count: 'rows' | 'corners';
}

/** The one most receivers take: standards.md §1.3, "Write profile". */
export const usualProfile: WriteProfile = {
  encoding: 'gbk',
  lineEnd: '\r\n',
  decimals: 3,
  areaUnit: 'hectare',
  prefix: 'J',
  numbering: 'parcel',
  closing: 'first-name',
  start: 'north-west',
  winding: 'clockwise',
  count: 'rows',
};
