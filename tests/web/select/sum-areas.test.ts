import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAreas } from '../../../web/state/sum-areas.ts';

describe('sumAreas', () => {
  it('adds what adding decimals would miss', () => {
    const areas = [0.1, 0.2, 0.3];
    expect(areas.reduce((sum, area) => sum + area, 0)).not.toBe(0.6);
    expect(sumAreas(areas)).toBe(0.6);
  });
  it('is the exact sum in whole square millimetres, in any order', () => {
    const areas = fc.array(fc.integer({ min: 0, max: 1e12 }), { maxLength: 2000 });
    fc.assert(
      fc.property(areas, (twice) => {
        const exact = twice.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(sumAreas(twice.map((one) => one / 2_000_000))).toBe(Number(exact) / 2_000_000);
        expect(sumAreas(twice.map((one) => one / 2_000_000).reverse())).toBe(Number(exact) / 2_000_000);
      }),
    );
  });
});
