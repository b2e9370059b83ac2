import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { encodeText } from '../../../domain/survey/encode-text.ts';

describe('text becomes bytes', () => {
  test('of GBK, as the code table has them', () => {
    expect(encodeText('地块,1€·', 'gbk')).toEqual({
      bytes: Uint8Array.from([0xb5, 0xd8, 0xbf, 0xe9, 0x2c, 0x31, 0xa2, 0xe3, 0xa1, 0xa4]),
    });
  });
  test('for every character of GBK that is not of private use', () => {
    let characters = 0;
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue;
        const text = new TextDecoder('gbk').decode(Uint8Array.from([lead, trail]));
        if (text.length !== 1 || text === '\uFFFD' || /\p{Co}/u.test(text)) continue;
        characters += 1;
        expect(encodeText(text, 'gbk')).toEqual({ bytes: Uint8Array.from([lead, trail]) });
      }
    }
    expect(characters).toBeGreaterThan(21_000);
  });
  test('or names the characters that cannot be written, each once, and never writes a question mark', () => {
    expect(encodeText('好\n𠮷é¥\n𠮷\uE000', 'gbk')).toEqual({
      code: 'text.unwritable',
      unwritable: [
        { character: '𠮷', line: 2 },
        { character: '¥', line: 2 },
        { character: '\uE000', line: 3 },
      ],
    });
  });
  test('of UTF-8 with or without a mark; half a character cannot be written', () => {
    expect(encodeText('地𠮷', 'utf-8')).toEqual({ bytes: new TextEncoder().encode('地𠮷') });
    expect(encodeText('地', 'utf-8-bom')).toEqual({ bytes: Uint8Array.from([0xef, 0xbb, 0xbf, 0xe5, 0x9c, 0xb0]) });
    expect(encodeText('a\uD800b', 'utf-8')).toMatchObject({ unwritable: [{ character: '\uD800', line: 1 }] });
  });
  test('that are read back as the same text', () => {
    const chinese = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(chinese, fc.string({ unit: 'binary' }), (name, any) => {
        for (const encoding of ['gbk', 'utf-8'] as const) {
          for (const text of [name, any]) {
            const written = encodeText(text, encoding);
            if ('code' in written)
              expect(written.unwritable.every(({ character }) => text.includes(character))).toBe(true);
            else expect(decodeText(written.bytes, encoding === 'gbk' ? 'gb18030' : encoding).text).toBe(unmarked(text));
          }
          expect(encodeText(name, encoding)).toHaveProperty('bytes');
        }
      }),
    );
  });
});

/** Reading takes a byte order mark away. */
function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
