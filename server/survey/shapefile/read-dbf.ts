import type { TextEncoding } from '../../../domain/survey/survey-file.ts';
import type { DbfField, DbfTable } from './dbf-table.ts';

export type DbfValue = string | number | null;

export interface DbfRecords {
  readonly records: readonly (Readonly<Record<string, DbfValue>> | 'deleted')[];
  /** Characters that stand for bytes that are no text in this encoding. */
  readonly badCharacters: number;
}

/**
 * The records of a table by field name. Numbers that a double cannot hold to the last digit stay text, dates are
 * written 2026-11-22, truth values "true" and "false"; what is blank or filled with asterisks is null.
 */
export function readDbf(table: DbfTable, encoding: TextEncoding): DbfRecords {
  let badCharacters = 0;
  const decoder = new TextDecoder(encoding);
  const text = (bytes: Uint8Array): string => {
    if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
    const decoded = decoder.decode(bytes);
    badCharacters += decoded.split('\uFFFD').length - 1;
    return decoded;
  };
  const names = namesOf(table.fields, text);
  const records = Array.from({ length: table.records }, (_, record) => {
    const start = table.headerBytes + record * table.recordBytes;
    if (table.bytes[start] === 0x2a) return 'deleted' as const;
    const values = table.fields.map((field, index): [string, DbfValue] => {
      const bytes = table.bytes.subarray(start + field.offset, start + field.offset + field.length);
      return [names[index]!, valueOf(field, bytes, text)];
    });
    return Object.fromEntries(values);
  });
  return { records, badCharacters };
}

/** Names cut to ten bytes may be the same twice; the second is told apart by its number. */
function namesOf(fields: readonly DbfField[], text: (bytes: Uint8Array) => string): string[] {
  const used = new Set<string>();
  return fields.map(({ nameBytes }, index) => {
    const name = text(nameBytes).trim() || `FIELD_${index + 1}`;
    const unique = used.has(name) ? `${name}_${index + 1}` : name;
    used.add(unique);
    return unique;
  });
}

function valueOf({ type }: DbfField, bytes: Uint8Array, text: (bytes: Uint8Array) => string): DbfValue {
  switch (type) {
    case 'N':
    case 'F':
      return numberOf(text(bytes).replaceAll('\0', '').trim());
    case 'D': {
      const date = text(bytes).trim();
      return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : null;
    }
    case 'L': {
      const letter = text(bytes).trim().toUpperCase();
      return letter === 'T' || letter === 'Y' ? 'true' : letter === 'F' || letter === 'N' ? 'false' : null;
    }
    case 'C': {
      const end = bytes.indexOf(0);
      return text(end < 0 ? bytes : bytes.subarray(0, end)).trimEnd() || null;
    }
    default:
      return binaryValueOf(type, bytes);
  }
}

function numberOf(written: string): DbfValue {
  if (written === '' || written.startsWith('*')) return null;
  const value = Number(written.replace(',', '.'));
  if (!Number.isFinite(value)) return written;
  const digits = written.replace(/^[-+]?0*/, '').replace(/[.eE].*$/, '');
  return digits.length > 15 && !Number.isSafeInteger(value) ? written : value;
}

/** Visual FoxPro's doubles and integers; memo texts stand in another file. */
function binaryValueOf(type: string, bytes: Uint8Array): DbfValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((type === 'O' || type === 'B') && bytes.length === 8) return view.getFloat64(0, true);
  if ((type === 'I' || type === '+') && bytes.length === 4) return view.getInt32(0, true);
  return null;
}
