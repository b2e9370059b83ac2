import { describe, expect, expectTypeOf, test } from 'vitest';
import { areaOf, excessSquareMetres, sumOf, type Area } from '../../../domain/ledger/area-kind.ts';

describe('areas of a kind', () => {
  test('add up exactly where numbers do not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    const sum = sumOf('plane', [areaOf('plane', 0.1), areaOf('plane', 0.2)]);
    expect(sum).toEqual(areaOf('plane', 0.3));
    expect(sumOf('registered', []).twiceSquareMillimetres).toBe(0);
  });
  test('of different kinds do not add: it does not compile', () => {
    expectTypeOf<Area<'ellipsoid'>>().not.toExtend<Area<'plane'>>();
    expectTypeOf<Area<'plane'> | Area<'ellipsoid'>>().not.toExtend<Area<'plane'>>();
    expectTypeOf(sumOf<'plane'>)
      .parameter(1)
      .toEqualTypeOf<readonly Area<'plane'>[]>();
    expectTypeOf(sumOf('ellipsoid', [])).toEqualTypeOf<Area<'ellipsoid'>>();
  });
  test('are compared across kinds in one place', () => {
    expect(excessSquareMetres(areaOf('registered', 100.5), areaOf('plane', 100))).toBe(0.5);
    expect(excessSquareMetres(areaOf('ellipsoid', 51905.5), areaOf('plane', 51906.88))).toBe(-1.38);
  });
});
