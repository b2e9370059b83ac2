import { describe, expect, test } from 'vitest';
import { parkGrid } from '../../../../domain/geometry/grid.ts';
import type { Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { forwardBd09, forwardGcj02 } from '../../../../domain/survey/system/forward-gcj.ts';
import { shiftedMapOf } from '../../../../domain/survey/system/shifted-map.ts';
import { park as bare } from './survey-of.ts';

const grid = parkGrid(bare);
const lot = (east: number, north: number): Ring => [
  [east, north],
  [east + 100_000, north],
  [east + 100_000, north + 100_000],
  [east, north + 100_000],
];
/** An estate of equal lots, 7 × 7, 120 m apart. */
const parcels = Array.from({ length: 49 }, (_, at) => {
  const ring = lot(6_000_000 + (at % 7) * 120_000, 5_000_000 + Math.floor(at / 7) * 120_000);
  return { code: `A-${at + 1}`, polygons: [[ring]] };
});
const park = { ...bare, parcels };
const on =
  (forward: typeof forwardGcj02) =>
  (point: Point): Point =>
    grid.toMillimetres(forward(...grid.toDegrees(point)));
const moved = (count: number, move: (point: Point) => Point, isNamed: boolean) =>
  parcels.slice(0, count).map(({ code, polygons }) => ({
    code: isNamed ? code : null,
    polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(move))),
  }));

describe('land drawn on a shifted web map', () => {
  test('is known by codes and by shapes, with how far it is off', () => {
    for (const isNamed of [true, false]) {
      expect(shiftedMapOf(moved(20, on(forwardGcj02), isNamed), park)).toMatchObject({ code: 'system.gcj02' });
      expect(shiftedMapOf(moved(20, on(forwardBd09), isNamed), park)).toMatchObject({ code: 'system.bd09' });
    }
    const { detail } = shiftedMapOf(moved(20, on(forwardGcj02), true), park)!;
    expect(detail.metres).toBeGreaterThan(300);
    expect(detail.matches).toBe(20);
  });

  test('is not land that lies where it should, or off by a datum, or beside equal lots', () => {
    expect(
      shiftedMapOf(
        moved(20, (point) => point, true),
        park,
      ),
    ).toBeNull();
    expect(
      shiftedMapOf(
        moved(20, ([x, y]) => [x - 97_000, y + 31_000], true),
        park,
      ),
    ).toBeNull();
    // Seven more lots of the estate, near where the map of Amap would show others.
    const more = parcels.slice(0, 7).map(({ polygons: [polygon] }) => ({
      code: null,
      polygons: [polygon!.map((ring) => ring.map(([x, y]): Point => [x + 605_000, y - 355_000]))],
    }));
    expect(shiftedMapOf(more, park)).toBeNull();
  });

  test('is told of sound shapes only', () => {
    const broken = { code: 'A-1', polygons: [[[[NaN, 0] as Point, [1, 1] as Point]]] };
    const far = { code: 'A-2', polygons: [[lot(9e12, 0)]] };
    expect(shiftedMapOf([broken, far], park)).toBeNull();
    expect(shiftedMapOf([], park)).toBeNull();
    expect(
      shiftedMapOf(
        moved(3, (point) => point, true),
        { ...bare, parcels: [] },
      ),
    ).toBeNull();
  });
});
