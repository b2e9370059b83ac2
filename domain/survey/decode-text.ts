import type { TextEncoding } from './survey-file.ts';
import { decodeBytes, decodeStrictly } from './text-codecs.ts';

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** False when the bytes could as well be meant otherwise: a person should see whether the names are right. */
  readonly isCertain: boolean;
  /** How many characters stand for bytes that are no text in this encoding. */
  readonly badCharacters: number;
}

/**
 * Text of a file's bytes. A byte order mark decides, then strict UTF-8, then GB18030, which GBK and GB2312 are parts
 * of (standards.md §1.3, row 1). A forced encoding is taken at its word. Never throws for any bytes.
 */
export function decodeText(bytes: Uint8Array, forced: TextEncoding | null = null): DecodedText {
  if (forced) return decodedAs(bytes, forced, true);
  const marked = markedEncoding(bytes);
  if (marked) return decodedAs(bytes, marked, true);
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodedAs(bytes, wide, false);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) {
    return { text: utf8, encoding: 'utf-8', isCertain: !couldBeChinese(utf8, bytes), badCharacters: 0 };
  }
  return decodedAs(bytes, isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030', false);
}

/** Chinese in GBK is hardly ever valid UTF-8: a few bad bytes among characters of three bytes are damage. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const sample = decodeBytes(bytes.subarray(0, 65_536), 'utf-8');
  let [bad, good] = [0, 0];
  for (const character of sample) {
    if (character === '\uFFFD') bad += 1;
    else if (character >= '\u0800') good += 1;
  }
  return good > 5 * bad;
}

function decodedAs(bytes: Uint8Array, encoding: TextEncoding, isCertain: boolean): DecodedText {
  const text = decodeBytes(bytes, encoding);
  return { text, encoding, isCertain, badCharacters: countOf('\uFFFD', text) };
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Digits, commas and line ends fill a coordinate file: in UTF-16 nearly every second byte of it is zero. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 1024);
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even < odd / 8) return 'utf-16le';
  if (even > sample.length / 4 && odd < even / 8) return 'utf-16be';
  return null;
}

/** A few GBK characters may be valid UTF-8 of two bytes each; UTF-8 writes Chinese in three. */
function couldBeChinese(utf8: string, bytes: Uint8Array): boolean {
  let hasTwoByte = false;
  for (let index = 0; index < utf8.length; index += 1) {
    const code = utf8.charCodeAt(index);
    if (code >= 0x800) return false;
    if (code >= 0x80) hasTwoByte = true;
  }
  return hasTwoByte && decodeStrictly(bytes, 'gb18030') !== null;
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
