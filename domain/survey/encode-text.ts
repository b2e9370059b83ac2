import { decodeBytes, encodeUtf8 } from './text-codecs.ts';

export type WrittenEncoding = 'gbk' | 'utf-8' | 'utf-8-bom';

/** A character that the encoding has no bytes for, where it comes first. */
export interface UnwritableCharacter {
  readonly character: string;
  readonly line: number;
}

export type EncodedText =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly code: 'text.unwritable'; readonly unwritable: readonly UnwritableCharacter[] };

/**
 * Bytes of a text in GBK or UTF-8, or the characters that cannot be written in it, each once: nothing is replaced by a
 * question mark. GBK has no characters beyond the basic plane and, here, none of private use.
 */
export function encodeText(text: string, encoding: WrittenEncoding): EncodedText {
  if (encoding === 'gbk') return encodeGbk(text);
  const unwritable = unwritableIn(text, (code) => code < 0xd800 || code > 0xdfff);
  if (unwritable.length > 0) return { code: 'text.unwritable', unwritable };
  return { bytes: encodeUtf8(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text) };
}

function encodeGbk(text: string): EncodedText {
  const table = gbkTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = table[code]!;
    if (pair === 0) {
      const unwritable = unwritableIn(text, (point) => point < 0x80 || (table[point] ?? 0) > 0);
      return { code: 'text.unwritable', unwritable };
    }
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return { bytes: bytes.slice(0, length) };
}

function unwritableIn(text: string, isWritable: (codePoint: number) => boolean): UnwritableCharacter[] {
  const lines = new Map<string, number>();
  let line = 1;
  for (const character of text) {
    if (character === '\n') line += 1;
    if (!isWritable(character.codePointAt(0)!) && !lines.has(character)) lines.set(character, line);
  }
  return [...lines].map(([character, at]) => ({ character, line: at }));
}

let table: Uint16Array | null = null;

/** The two bytes of each character, 0 where there are none: every pair of GBK is decoded once. */
function gbkTable(): Uint16Array {
  if (table) return table;
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  }
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a]));
  const characters = decodeBytes(bytes, 'gb18030').split('\n');
  const built = new Uint16Array(0x10000);
  pairs.forEach((pair, index) => {
    const code = characters[index]!.length === 1 ? characters[index]!.charCodeAt(0) : 0xfffd;
    const isPrivate = code >= 0xe000 && code <= 0xf8ff;
    if (code !== 0xfffd && !isPrivate && built[code] === 0) built[code] = pair;
  });
  table = built;
  return built;
}
