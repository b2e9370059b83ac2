import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGeoJson, toGridGeometry } from '../../../domain/geometry/from-geojson.ts';
import { centralMeridian, parkGrid } from '../../../domain/geometry/grid.ts';
import { chainagesMetres, lengthMetres } from '../../../domain/geometry/line.ts';
import type { GridGeometry } from '../../../domain/geometry/shapes.ts';
import { decodeWkb, encodeWkb } from '../../../domain/geometry/wkb.ts';

const origin = { epsg: 4548, originEast: 530_000, originNorth: 3_044_000 };
const grid = parkGrid(origin);
const coordinate = fc.integer({ min: -5_000_000, max: 10_000_000 });
const point = fc.tuple(coordinate, coordinate);

describe('the legal grid', () => {
  test('places the test vector of EPSG:4548', () => {
    expect(grid.toMillimetres([117.33, 27.53])).toEqual([2_599_264, 2_401_772]);
  });
  test('knows the central meridians and refuses other systems', () => {
    expect([4534, 4548, 4554].map(centralMeridian)).toEqual([75, 117, 135]);
    for (const epsg of [3857, 4533, 4555, 4548.5]) expect(() => centralMeridian(epsg)).toThrow(RangeError);
  });
  test('ten decimals of a degree bring every millimetre back', () => {
    fc.assert(
      fc.property(point, (where) => {
        expect(grid.toMillimetres(grid.toDegrees(where))).toEqual(where);
      }),
    );
  });
});

describe('geometries', () => {
  const ring = fc.array(point, { minLength: 3, maxLength: 8 }).filter((points) => {
    const last = points.at(-1)!;
    return points[0]![0] !== last[0] || points[0]![1] !== last[1];
  });
  const geometry: fc.Arbitrary<GridGeometry> = fc.oneof(
    point.map((where) => ({ type: 'Point' as const, point: where })),
    fc.array(point, { minLength: 2, maxLength: 9 }).map((line) => ({ type: 'Line' as const, line })),
    fc
      .array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((polygons) => ({ type: 'Area' as const, polygons })),
  );
  test('survive WKB to the millimetre', () => {
    fc.assert(
      fc.property(geometry, (before) => {
        expect(decodeWkb(encodeWkb(before, origin), origin)).toEqual(before);
      }),
    );
  });
  test('survive GeoJSON to the millimetre', () => {
    fc.assert(
      fc.property(geometry, (before) => {
        expect(toGridGeometry(toGeoJson(before, grid), grid)).toEqual(before);
      }),
    );
  });
  test('refuse what cannot be land', () => {
    expect(() => toGridGeometry({ type: 'MultiPoint', coordinates: [] }, grid)).toThrow(TypeError);
    expect(() => decodeWkb(Uint8Array.of(1, 7, 0, 0, 0), origin)).toThrow(TypeError);
  });
});

test('chainages of a centreline are cumulative plane lengths', () => {
  const line = [
    [0, 0],
    [3000, 4000],
    [3000, 10_000],
  ] as const;
  expect(chainagesMetres(line)).toEqual([0, 5, 11]);
  expect(lengthMetres(line)).toBe(11);
  expect(lengthMetres([])).toBe(0);
});
