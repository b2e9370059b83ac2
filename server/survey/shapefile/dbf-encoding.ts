import { decodeText } from '../../../domain/survey/decode-text.ts';
import type { TextEncoding } from '../../../domain/survey/survey-file.ts';
import type { DbfTable } from './dbf-table.ts';

export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** What it was concluded from. */
  readonly from: 'said' | 'cpg' | 'content' | 'language-byte' | 'plain';
  /** False when a person should see whether the names are right. */
  readonly isCertain: boolean;
}

const sampleBytes = 262_144;
/** dBASE language drivers of Chinese: 4D is GBK; GDAL and ArcGIS write 0 or 57 for "see .cpg". */
const gbkLanguages = [0x4d, 0x7a];

/**
 * How the texts of a table are written. A .cpg is believed unless the bytes contradict it, which happens when somebody
 * copied one; without one the bytes decide between UTF-8 and GB18030, and only then the language byte.
 */
export function findDbfEncoding(table: DbfTable, cpg: string | null): FoundEncoding {
  const sample = sampleOf(table);
  const named = cpg === null ? null : encodingNamed(cpg);
  if (sample.length === 0) {
    return { encoding: named ?? byLanguage(table) ?? 'utf-8', from: named ? 'cpg' : 'plain', isCertain: true };
  }
  const content = decodeText(sample);
  if (named) {
    const contradicted = decodeText(sample, named).badCharacters > 0 && content.encoding !== named;
    if (!contradicted) return { encoding: named, from: 'cpg', isCertain: true };
    return { encoding: content.encoding, from: 'content', isCertain: false };
  }
  const language = byLanguage(table);
  if (content.isCertain || language === null) {
    const isCertain = content.isCertain || content.badCharacters === 0;
    return { encoding: content.encoding === 'utf-8' ? 'utf-8' : 'gb18030', from: 'content', isCertain };
  }
  return { encoding: language, from: 'language-byte', isCertain: true };
}

/** Names of code pages in .cpg files: UTF-8, 65001, GBK, GB2312, 936, CP936, ANSI 936, OEM 936, GB18030. */
export function encodingNamed(name: string): TextEncoding | null {
  const plain = name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  if (/^(utf8|65001|cp65001)$/.test(plain)) return 'utf-8';
  if (/^((ansi|oem|cp|ms|windows)?936|gbk|gb2312|gb18030|(cp)?54936|euccn|hzgb2312)$/.test(plain)) return 'gb18030';
  return null;
}

function byLanguage({ language }: DbfTable): TextEncoding | null {
  return gbkLanguages.includes(language) ? 'gb18030' : null;
}

/** The bytes of field names and texts that are not plain ASCII, parted so that a cut character spoils only itself. */
function sampleOf({ bytes, fields, headerBytes, recordBytes, records }: DbfTable): Uint8Array {
  const pieces: number[] = [];
  const add = (piece: Uint8Array) => {
    if (!piece.some((byte) => byte >= 0x80)) return;
    const whole = withoutCutEnd(piece);
    for (const byte of whole) pieces.push(byte);
    pieces.push(0x0a);
  };
  for (const { nameBytes } of fields) add(nameBytes);
  const texts = fields.filter(({ type }) => type === 'C');
  for (let record = 0; record < records && pieces.length < sampleBytes; record += 1) {
    const start = headerBytes + record * recordBytes;
    for (const { offset, length } of texts) add(bytes.subarray(start + offset, start + offset + length));
  }
  return Uint8Array.from(pieces);
}

/** A text as wide as its field may end within a character: in UTF-8 that end is no text, so it is left out. */
function withoutCutEnd(piece: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= piece.length; back += 1) {
    const byte = piece[piece.length - back]!;
    if (byte < 0x80) return piece;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back && isUtf8(piece.subarray(0, piece.length - back)) ? piece.subarray(0, -back) : piece;
    }
  }
  return piece;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodeText(bytes, 'utf-8').badCharacters === 0;
}
