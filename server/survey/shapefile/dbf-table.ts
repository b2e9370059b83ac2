import { Refused } from '../refusal.ts';

export interface DbfField {
  readonly nameBytes: Uint8Array;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** The layout of a dBASE table; values are still bytes. */
export interface DbfTable {
  readonly bytes: Uint8Array;
  readonly fields: readonly DbfField[];
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly declaredRecords: number;
  /** Records that are there whole. */
  readonly records: number;
  /** The language driver id of byte 29. */
  readonly language: number;
}

const descriptorBytes = 32;
const mostFields = 2048;

/** Throws Refused when the bytes are no dBASE table. */
export function openDbf(bytes: Uint8Array): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new Refused('survey.damaged', { part: 'dbf' });
  if (bytes.length < 33) throw damaged();
  const declaredRecords = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes < 33 || headerBytes > bytes.length || recordBytes < 1) throw damaged();
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + descriptorBytes <= headerBytes && bytes[at] !== 0x0d; at += descriptorBytes) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]!);
    // A long text has the high byte of its length where a number has its decimals (Clipper, FoxPro).
    const length = type === 'C' ? view.getUint16(at + 16, true) : bytes[at + 16]!;
    const fits = offset + length <= recordBytes ? length : bytes[at + 16]!;
    if (offset + fits > recordBytes || fields.length >= mostFields) throw damaged();
    fields.push({ nameBytes: end < 0 ? name : name.subarray(0, end), type, offset, length: fits });
    offset += fits;
  }
  const whole = Math.floor((bytes.length - headerBytes) / recordBytes);
  return {
    bytes,
    fields,
    headerBytes,
    recordBytes,
    declaredRecords,
    records: Math.min(declaredRecords, whole),
    language: bytes[29]!,
  };
}
