import { encodeText } from '../../../domain/survey/encode-text.ts';
import { Refused } from '../refusal.ts';
import type { WriteOptions, WritingNote } from '../written-land.ts';

type Encode = (text: string) => Uint8Array;

/** A column of a dBASE table with the bytes of every value, all of the column's length. */
export interface EncodedColumn {
  readonly name: Uint8Array;
  readonly type: 'C' | 'N';
  readonly length: number;
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
}

const longestName = 10;
const longestText = 254;
const mostDecimals = 15;

/** Bytes in an encoding; throws Refused with the characters it has none for. */
export function encoderOf(encoding: WriteOptions['encoding']): Encode {
  return (text) => {
    const encoded = encodeText(text, encoding);
    if ('bytes' in encoded) return encoded.bytes;
    const characters = encoded.unwritable.map(({ character }) => character).join('');
    throw new Refused('write.text-unwritable', { characters: characters.slice(0, 100) });
  };
}

/** The columns of rows: names of at most ten bytes and told apart, texts never cut within a character. */
export function encodeColumns(
  rows: readonly Readonly<Record<string, string | number | null>>[],
  encode: Encode,
): { columns: EncodedColumn[]; notes: WritingNote[] } {
  const notes: WritingNote[] = [];
  const used = new Set<string>();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const short = shortName(name, used, encode);
    if (short !== name) notes.push({ code: 'write.field-renamed', detail: { from: name, to: short } });
    const values = rows.map((row) => row[name] ?? null);
    const column =
      values.every((value) => value === null || isWritable(value)) && values.some((value) => value !== null)
        ? numberColumn(values as (number | null)[])
        : textColumn(values, encode);
    if (column.cut > 0) notes.push({ code: 'write.text-cut', detail: { field: short, records: column.cut } });
    return { name: encode(short), ...column.column };
  });
  return { columns, notes };
}

/** As much of a text as fits, in whole characters. */
export function cutToBytes(text: string, most: number, encode: Encode): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

function shortName(name: string, used: Set<string>, encode: Encode): string {
  let short = cutToBytes(name, longestName, encode);
  for (let number = 1; used.has(short.toLowerCase()); number += 1) {
    const tail = `_${number}`;
    short = cutToBytes(name, longestName - tail.length, encode) + tail;
  }
  used.add(short.toLowerCase());
  return short;
}

function isWritable(value: string | number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e15;
}

type Column = { readonly column: Omit<EncodedColumn, 'name'>; readonly cut: number };

function numberColumn(values: readonly (number | null)[]): Column {
  const decimals = values.reduce<number>((most, value) => Math.max(most, value === null ? 0 : decimalsOf(value)), 0);
  const texts = values.map((value) => (value === null ? '' : value.toFixed(decimals)));
  const length = texts.reduce((most, text) => Math.max(most, text.length), 1);
  const cells = texts.map((text) => Buffer.from(text.padStart(length), 'latin1'));
  return { column: { type: 'N', length, decimals, cells }, cut: 0 };
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return mostDecimals;
}

function textColumn(values: readonly (string | number | null)[], encode: Encode): Column {
  let cut = 0;
  const encoded = values.map((value) => {
    const text = value === null ? '' : String(value);
    const bytes = encode(text);
    if (bytes.length <= longestText) return bytes;
    cut += 1;
    return encode(cutToBytes(text, longestText, encode));
  });
  const length = encoded.reduce((most, bytes) => Math.max(most, bytes.length), 1);
  const cells = encoded.map((bytes) => {
    const cell = new Uint8Array(length).fill(0x20);
    cell.set(bytes);
    return cell;
  });
  return { column: { type: 'C', length, decimals: 0, cells }, cut };
}
