import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../domain/survey/decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...list: number[]) => Uint8Array.from(list);
const gbk = bytes(0xb5, 0xd8, 0xbf, 0xe9, 0x2c, 0x31); // 地块,1

describe('bytes become text', () => {
  test('of GBK, which could also be another old encoding', () => {
    expect(decodeText(gbk)).toEqual({ text: '地块,1', encoding: 'gb18030', isCertain: false, badCharacters: 0 });
  });
  test('of UTF-8 with and without its mark', () => {
    const expected = { text: '地块,1', encoding: 'utf-8', isCertain: true, badCharacters: 0 };
    expect(decodeText(utf8('地块,1'))).toEqual(expected);
    expect(decodeText(utf8('\uFEFF地块,1'))).toEqual(expected);
  });
  test.each([
    ['utf-16le', bytes(0xff, 0xfe, 0x30, 0x57, 0x31, 0)],
    ['utf-16be', bytes(0xfe, 0xff, 0x57, 0x30, 0, 0x31)],
  ] as const)('of %s by its mark', (encoding, written) => {
    expect(decodeText(written)).toEqual({ text: '地1', encoding, isCertain: true, badCharacters: 0 });
  });
  test('of UTF-16 without a mark, by the zeros between digits', () => {
    const wide = new Uint8Array(Buffer.from('J1,1,3046512.350,39532610.420\r\n', 'utf16le'));
    expect(decodeText(wide)).toMatchObject({ encoding: 'utf-16le', isCertain: false });
    expect(decodeText(wide.map((_, index) => wide[index ^ 1]!))).toMatchObject({ encoding: 'utf-16be' });
  });
  test('as told, also when that is wrong, and says how many characters are bad', () => {
    expect(decodeText(gbk, 'utf-8')).toMatchObject({ encoding: 'utf-8', isCertain: true });
    expect(decodeText(gbk, 'utf-8').badCharacters).toBeGreaterThan(0);
  });
  test('as UTF-8 uncertainly, when two bytes a character could be Chinese', () => {
    // 一 is D2 BB in GBK and ӻ in UTF-8.
    expect(decodeText(bytes(0xd2, 0xbb))).toMatchObject({ encoding: 'utf-8', isCertain: false });
    expect(decodeText(utf8('abc'))).toMatchObject({ encoding: 'utf-8', isCertain: true });
  });
  test('as damaged UTF-8, when that is what most of it is', () => {
    const broken = bytes(...utf8('工业园区地块坐标'), 0xff, 0x2c);
    expect(decodeText(broken)).toMatchObject({ encoding: 'utf-8', isCertain: false, badCharacters: 1 });
    expect(decodeText(bytes(...gbk, 0xff)).encoding).toBe('gb18030');
  });
  test('whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        const { text, badCharacters } = decodeText(any);
        expect(text.split('\uFFFD').length - 1).toBe(badCharacters);
      }),
      { numRuns: 500 },
    );
  });
});
