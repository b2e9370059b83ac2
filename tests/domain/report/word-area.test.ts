import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactMu, wordArea } from '../../../domain/report/say/word-area.ts';

const twiceOf = (hundredthsOfMu: number) => Math.round((hundredthsOfMu * 40_000_000) / 3);

describe('the words for an area', () => {
  test.each([
    [98_515, '近1000亩', true],
    [100_040, '1000余亩', true],
    [149_970, '近1500亩', true],
    [600_000, '6000亩', false],
    [496_003, '4960亩', false],
    [2_750, '27.5亩', false],
    [4_119, '41.19亩', false],
    [252_921, '约2530亩', true],
    [44_451, '约445亩', true],
    [0, '0亩', false],
  ])('%i hundredths of a 亩 are %s', (hundredths, wording, isRounded) => {
    expect(wordArea(twiceOf(hundredths))).toEqual({ wording, isRounded });
  });

  test('近 is below its round number, 余 above it, and both are close to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000_000_000 }), (twice) => {
        const mu = (twice * 3) / 4_000_000_000;
        const { wording, isRounded } = wordArea(twice);
        const said = Number(/[\d.]+/.exec(wording)![0]);
        if (wording.startsWith('近')) expect(said).toBeGreaterThan(mu);
        if (wording.includes('余')) expect(said).toBeLessThan(mu);
        expect(Math.abs(said - mu)).toBeLessThanOrEqual(Math.max(0.005, said * (isRounded ? 0.0301 : 0.0001)));
      }),
    );
  });

  test('the exact value is rounded half up in the second decimal', () => {
    expect(exactMu(twiceOf(98_515))).toBe('985.15');
    expect(exactMu(4_000_000_000 / 2)).toBe('1.50');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (twice) => {
        const hundredths = (BigInt(twice) * 3n * 2n + 40_000_000n) / 80_000_000n;
        expect(BigInt(exactMu(twice).replace('.', ''))).toBe(hundredths);
      }),
    );
  });
});
