import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { landShares } from '../../../domain/ledger/land-shares.ts';
import { land, rectangle } from '../../support/ledger-land.ts';

const phases = [
  { code: '1', polygons: rectangle(0, 0, 60, 100) },
  { code: '2', polygons: rectangle(60, 0, 100, 100) },
  { code: '3', polygons: rectangle(100, 0, 200, 100) },
];

describe('the shares of a parcel', () => {
  test('tell its area in each phase it lies in, the largest first', () => {
    const shares = landShares([{ code: 'A-01', polygons: rectangle(10, 10, 100, 20) }], phases);
    expect(shares.get('A-01')).toEqual([
      { code: '1', twiceAreaSquareMillimetres: 1e9 },
      { code: '2', twiceAreaSquareMillimetres: 8e8 },
    ]);
  });
  test('are one where it lies in one, and none where it only touches', () => {
    const shares = landShares(
      [
        { code: 'A-01', polygons: rectangle(0, 0, 60, 100) },
        { code: 'A-02', polygons: rectangle(200, 0, 260, 100) },
      ],
      phases,
    );
    expect(shares.get('A-01')).toEqual([{ code: '1', twiceAreaSquareMillimetres: 12e9 }]);
    expect(shares.get('A-02')).toEqual([]);
  });
  test('add up to a parcel that lies within all of them together', () => {
    const coordinate = (most: number) =>
      fc.integer({ min: 0, max: most * 1000 }).map((millimetres) => millimetres / 1000);
    const corner = fc.tuple(coordinate(200), coordinate(100));
    fc.assert(
      fc.property(fc.tuple(corner, corner, corner), (corners) => {
        const polygons = land(...corners);
        const area = twiceAreaSquareMillimetres(polygons);
        fc.pre(area > 1e6);
        const shares = landShares([{ code: 'P', polygons }], phases).get('P')!;
        const sum = shares.reduce((total, share) => total + share.twiceAreaSquareMillimetres, 0);
        expect(Math.abs(sum - area)).toBeLessThan(1e-8 * area);
      }),
    );
  });
});
