import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaOf } from '../../../domain/ledger/area-kind.ts';
import { compareRegistered } from '../../../domain/ledger/compare-registered.ts';

const compare = (registered: number, plane: number) =>
  compareRegistered(areaOf('registered', registered), areaOf('plane', plane));

describe('the registered area', () => {
  test('may differ by one in a thousand', () => {
    expect(compare(10_010, 10_000)).toEqual({ squareMetres: 10, perMille: 1, allowedSquareMetres: 10, isWithin: true });
    expect(compare(10_010.01, 10_000).isWithin).toBe(false);
    expect(compare(9_990, 10_000)).toMatchObject({ squareMetres: -10, isWithin: true });
    expect(compare(9_989.99, 10_000).isWithin).toBe(false);
  });
  test('of a small parcel may differ by a hundredth of a square metre', () => {
    expect(compare(5.01, 5)).toMatchObject({ allowedSquareMetres: 0.01, isWithin: true });
    expect(compare(5.02, 5).isWithin).toBe(false);
  });
  test('is held against the tolerance it is given', () => {
    const strict = compareRegistered(areaOf('registered', 100.2), areaOf('plane', 100), {
      squareMetres: 0.1,
      perMille: 0,
    });
    expect(strict).toMatchObject({ allowedSquareMetres: 0.1, isWithin: false });
  });
  test('rounded to a hundredth never differs too much', () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 1e6, noNaN: true }), (plane) => {
        expect(compare(Math.round(plane * 100) / 100, plane).isWithin).toBe(true);
      }),
    );
  });
});
