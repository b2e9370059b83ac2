import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustAreas } from '../../../domain/geometry/adjust-areas.ts';

describe('adjustment of parts to a control area (平差)', () => {
  test('of the worked example gives the odd 0.01 m² to the largest part', () => {
    expect(adjustAreas(5_190_688, [2_076_275, 1_557_206, 1_557_206])).toEqual({
      isAdjusted: true,
      difference: 1,
      parts: [
        { measured: 2_076_275, adjusted: 2_076_276 },
        { measured: 1_557_206, adjusted: 1_557_206 },
        { measured: 1_557_206, adjusted: 1_557_206 },
      ],
    });
  });

  test('takes away what is too much, by area', () => {
    const adjustment = adjustAreas(99_900, [50_000, 30_000, 20_000]);
    expect(adjustment.isAdjusted && adjustment.parts.map(({ adjusted }) => adjusted)).toEqual([49_950, 29_970, 19_980]);
  });

  test.each([
    ['adjustment.empty', 100, []],
    ['adjustment.not-positive', 0, [100]],
    ['adjustment.not-positive', NaN, [100]],
    ['adjustment.not-positive', 100, [50, 0, 50]],
    ['adjustment.not-positive', 100, [50, -1, 51]],
    ['adjustment.not-positive', 100, [50, NaN, 50]],
    ['adjustment.not-positive', 100, [50, Infinity]],
    ['adjustment.not-positive', 100, [49.5, 50.5]],
    ['adjustment.off-tolerance', 100_000, [99_799]],
    ['adjustment.off-tolerance', 100_000, [100_201]],
  ])('is refused: %s', (code, control, measured) => {
    expect(adjustAreas(control, measured)).toMatchObject({ isAdjusted: false, refusal: { code } });
  });

  test('is allowed up to the tolerance and names what is beyond', () => {
    expect(adjustAreas(100_000, [99_800]).isAdjusted).toBe(true);
    expect(adjustAreas(100_000, [99_000], 1 / 100).isAdjusted).toBe(true);
    expect(adjustAreas(100_000, [99_799])).toMatchObject({ refusal: { difference: 201, allowed: 200 } });
    expect(adjustAreas(100, [50, 0, 50])).toMatchObject({ refusal: { index: 1, value: 0 } });
  });

  test('adds up to the control area, keeps what was measured, and moves no part by more than its share and one', () => {
    const areas = fc.array(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(areas, fc.double({ min: -1 / 501, max: 1 / 501, noNaN: true }), (measured, share) => {
        const sum = measured.reduce((total, area) => total + area, 0);
        const control = sum + Math.trunc(sum * share);
        const adjustment = adjustAreas(control, measured);
        if (!adjustment.isAdjusted) throw new Error(adjustment.refusal.code);
        expect(adjustment.parts.reduce((total, { adjusted }) => total + adjusted, 0)).toBe(control);
        adjustment.parts.forEach((part, index) => {
          expect(part.measured).toBe(measured[index]);
          const exact = (measured[index]! * adjustment.difference) / sum;
          expect(Math.abs(part.adjusted - part.measured - exact)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
