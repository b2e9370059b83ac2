import { describe, expect, test } from 'vitest';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import { measureParcels, totalsOf } from '../../../domain/ledger/measure-parcels.ts';
import type { MultiPolygon, Ring } from '../../../domain/geometry/shapes.ts';

const grid = parkGrid({ epsg: 4548, originEast: 532_000, originNorth: 3_046_000 });
/** North and east in metres as in a coordinate file. */
const ring = (...corners: readonly (readonly [north: number, east: number])[]): Ring =>
  corners.map(([north, east]) => [Math.round((east - 532_000) * 1000), Math.round((north - 3_046_000) * 1000)]);
/** A-01 with a hole: 51906.88 m² on the plane, 51905.50 m² on the ellipsoid (national formula and geodesics agree). */
const worked: MultiPolygon = [
  [
    ring([3046512.35, 532610.42], [3046525.118, 532858.765], [3046310.904, 532869.93], [3046297.226, 532625.087]),
    ring([3046430, 532720], [3046400, 532720], [3046400, 532760], [3046430, 532760]),
  ],
];
const parcel = (code: string, registeredSquareMetres: number | null) => ({
  fields: { code, phase: '1', registeredSquareMetres },
  polygons: worked,
});

describe('measuring parcels', () => {
  const measured = measureParcels([parcel('A-01', 51906.88), parcel('A-02', 51979.55), parcel('A-03', null)], grid);

  test('gives the plane and the ellipsoid area of the worked example', () => {
    const [{ plane, ellipsoid }] = measured as [(typeof measured)[number]];
    expect([
      (plane.twiceSquareMillimetres / 2e6).toFixed(2),
      (ellipsoid.twiceSquareMillimetres / 2e6).toFixed(2),
    ]).toEqual(['51906.88', '51905.50']);
  });
  test('compares the registered area with the plane area, where there is one', () => {
    expect(measured.map(({ register }) => register?.difference.isWithin ?? null)).toEqual([true, false, null]);
    expect(measured[1]!.register!.difference.perMille).toBeCloseTo(1.4, 3);
  });
  test('sums each kind by itself, the registered beside the plane area of the same parcels', () => {
    const { count, plane, ellipsoid, registered } = totalsOf(measured);
    expect([count, registered.count]).toEqual([3, 2]);
    expect(plane).toEqual({ kind: 'plane', twiceSquareMillimetres: 3 * measured[0]!.plane.twiceSquareMillimetres });
    expect(ellipsoid.kind).toBe('ellipsoid');
    expect(registered.area.twiceSquareMillimetres).toBe(Math.round((51906.88 + 51979.55) * 2e6));
    expect(registered.plane.twiceSquareMillimetres).toBe(2 * measured[0]!.plane.twiceSquareMillimetres);
  });
});
