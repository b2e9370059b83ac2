import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatChainage, parseChainage } from '../../../domain/road/chainage.ts';

test.each([
  [0, 'K0+000'],
  [1700, 'K1+700'],
  [62.5, 'K0+062.5'],
  [999.9996, 'K1+000'],
  [12_345.678, 'K12+345.678'],
])('%d metres is %s', (metres, text) => {
  expect(formatChainage(metres)).toBe(text);
});

test.each([
  ['K1+700', 1700],
  ['k1+7', 1007],
  ['AK0+062.5', 62.5],
  ['Ｋ１＋７００', 1700],
  [' K1 + 700 ', 1700],
  ['1700', 1700],
  ['1700.25', 1700.25],
])('%s is %d metres', (text, metres) => {
  expect(parseChainage(text)).toBe(metres);
});

test.each(['', 'K1', 'K1+1000', 'K-1+200', '1e3', 'K1+70O', '-5'])('%s is no chainage', (text) => {
  expect(parseChainage(text)).toBeNull();
});

test('every millimetre can be written and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (millimetres) => {
      expect(parseChainage(formatChainage(millimetres / 1000))).toBe(millimetres / 1000);
    }),
  );
});
