import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaUnits,
  areaDecimals,
  inUnit,
  lastPlaces,
  roundedInUnit,
  twiceSquareMillimetresOf,
} from '../../../domain/geometry/area-units.ts';
import { divideHalfUp, roundHalfUp } from '../../../domain/geometry/round-half-up.ts';

describe('rounding half-up', () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-1.005, 2, -1.01],
    [1.0049999, 2, 1],
    [0.5, 0, 1],
    [1e-7, 2, 0],
    [123456.7850000001, 2, 123456.79],
    [1e21, 2, 1e21],
  ])('%d to %d decimals is %d', (value, decimals, expected) => {
    expect(roundHalfUp(value, decimals)).toBe(expected);
  });
  test('leaves what is no number alone', () => {
    expect(roundHalfUp(NaN, 2)).toBeNaN();
    expect(roundHalfUp(Infinity, 2)).toBe(Infinity);
  });
  test('of a quotient is the one of big integers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        (numerator, denominator) => {
          const magnitude = BigInt(Math.abs(numerator));
          const exact = Number((2n * magnitude + BigInt(denominator)) / (2n * BigInt(denominator)));
          expect(divideHalfUp(numerator, denominator)).toBe(numerator < 0 ? 0 - exact : exact);
        },
      ),
    );
  });
});

describe('area in units', () => {
  const example = 103_813_751_300;

  test('of the worked example: 51906.88 m², 5.1907 ha, 77.86 亩 (77.8603 in exports)', () => {
    expect(roundedInUnit(example, 'm2')).toBe(51906.88);
    expect(roundedInUnit(example, 'ha')).toBe(5.1907);
    expect(roundedInUnit(example, 'mu')).toBe(77.86);
    expect(roundedInUnit(example, 'mu', 'exported')).toBe(77.8603);
    expect(roundedInUnit(example, 'km2')).toBe(0.0519);
    expect(inUnit(example, 'm2')).toBe(51906.87565);
  });
  test('1 亩 is 2000/3 m², so 15 亩 are a hectare and 1500 亩 a square kilometre', () => {
    expect(inUnit(20_000_000_000, 'mu')).toBe(15);
    expect(inUnit(2_000_000_000_000, 'mu')).toBe(1500);
    expect(inUnit(2_000_000_000_000, 'km2')).toBe(1);
  });
  test('a tie goes up exactly: 1.005 m² is 1.01 m², one twice-square-millimetre less is 1.00 m²', () => {
    expect(roundedInUnit(2_010_000, 'm2')).toBe(1.01);
    expect(roundedInUnit(2_009_999, 'm2')).toBe(1);
    expect(roundedInUnit(-2_010_000, 'm2')).toBe(-1.01);
  });
  test('is rounded in the last place only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.constantFrom(...areaUnits), (twice, unit) => {
        const step = 10 ** -areaDecimals(unit);
        expect(Math.abs(roundedInUnit(twice, unit) - inUnit(twice, unit))).toBeLessThanOrEqual(step * 0.5000001);
        expect(lastPlaces(twice, unit)).toBe(Math.round(roundedInUnit(twice, unit) / step));
      }),
    );
  });
  test('square metres of an answer come back as the same twice-square-millimetres', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 49 }), (twice) => {
        expect(twiceSquareMillimetresOf(inUnit(twice, 'm2'))).toBe(twice);
      }),
    );
  });
});
