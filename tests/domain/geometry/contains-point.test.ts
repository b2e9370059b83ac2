import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containsPoint } from '../../../domain/geometry/contains-point.ts';
import { distanceToMetres } from '../../../domain/geometry/distance-to.ts';
import { nearestOnLine } from '../../../domain/geometry/nearest-on-line.ts';
import type { Line, MultiPolygon, Point, Ring } from '../../../domain/geometry/shapes.ts';

const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];

//   0 --------------- 90
//   |  20 ---- 60     |
//   |  | hole  |      |
describe('a point in an area', () => {
  const land: MultiPolygon = [[square(0, 90), square(20, 60)], [square(100, 110)]];
  test.each<[string, Point, boolean]>([
    ['inside', [10, 10], true],
    ['in the hole', [30, 30], false],
    ['on the edge of the hole', [20, 30], true],
    ['on an edge', [90, 45], true],
    ['on a corner', [0, 0], true],
    ['level with a corner, outside', [-5, 0], false],
    ['level with a corner, inside', [10, 20], true],
    ['in the other part', [105, 105], true],
    ['between the parts', [95, 95], false],
  ])('%s', (_name, point, expected) => {
    expect(containsPoint(land, point)).toBe(expected);
  });

  test('as turf says, for any ring', () => {
    const corner = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 9, selector: String }), corner, (ring, point) => {
        const polygon = { type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] };
        expect(containsPoint([[ring]], point)).toBe(booleanPointInPolygon(point, polygon));
      }),
      { numRuns: 3000 },
    );
  });

  test('wherever the land lies on the grid', () => {
    const place = fc.integer({ min: -20_000_000, max: 20_000_000 });
    fc.assert(
      fc.property(place, place, fc.integer({ min: -5, max: 95 }), fc.integer({ min: -5, max: 95 }), (x, y, dx, dy) => {
        const moved = land.map((polygon) => polygon.map((ring) => ring.map(([a, b]): Point => [a + x, b + y])));
        expect(containsPoint(moved, [x + dx, y + dy])).toBe(containsPoint(land, [dx, dy]));
      }),
    );
  });
});

//            (500, 300)
//   0,0 ------------------ 1000,0
//                          |
//                          1000,-1000
describe('the nearest place of a line', () => {
  const line: Line = [
    [0, 0],
    [1000, 0],
    [1000, -1000],
  ];
  test.each<[string, Point, number, number, -1 | 0 | 1]>([
    ['beside a segment, left', [500, 300], 500, 300, 1],
    ['beside a segment, right', [500, -300], 500, 300, -1],
    ['on the line', [1000, -400], 1400, 0, 0],
    ['before its beginning', [-30, -40], 0, 50, -1],
    ['after its end', [1000, -1200], 2000, 200, 0],
  ])('%s', (_name, point, along, distance, turn) => {
    const foot = nearestOnLine(line, point);
    expect([foot.alongMillimetres, foot.distanceMillimetres, Math.sign(foot.turn)]).toEqual([along, distance, turn]);
  });

  test('is not farther than any place of the line, and lies where it says', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        points,
        fc.tuple(coordinate, coordinate),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (line, at, share) => {
          const foot = nearestOnLine(line, at);
          const away = ([x, y]: Point) => Math.hypot(x - at[0], y - at[1]);
          expect(away(walk(line, foot.alongMillimetres))).toBeCloseTo(foot.distanceMillimetres, 6);
          const some = walk(line, share * line.slice(1).reduce((sum, to, i) => sum + apart(line[i]!, to), 0));
          expect(foot.distanceMillimetres).toBeLessThanOrEqual(away(some) + 1e-6);
        },
      ),
    );
  });
});

describe('the distance to a shape', () => {
  test.each([
    ['a point', { type: 'Point' as const, point: [3000, 4000] as Point }, 5],
    [
      'a line',
      {
        type: 'Line' as const,
        line: [
          [2000, -9000],
          [2000, 9000],
        ] as Line,
      },
      2,
    ],
    ['an area around', { type: 'Area' as const, polygons: [[square(-1000, 1000)]] }, 0],
    ['an area beside', { type: 'Area' as const, polygons: [[square(3000, 6000)]] }, Math.hypot(3, 3)],
    ['a hole around', { type: 'Area' as const, polygons: [[square(-9000, 9000), square(-1500, 1500)]] }, 1.5],
    ['no line at all', { type: 'Line' as const, line: [] }, Infinity],
  ])('of %s', (_name, shape, metres) => {
    expect(distanceToMetres(shape, [0, 0])).toBeCloseTo(metres, 9);
  });
});

function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function walk(line: Line, along: number): Point {
  let left = along;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1]!, line[index]!];
    const length = apart(from, to);
    if (left <= length || index === line.length - 1) {
      const share = length === 0 ? 0 : Math.min(1, left / length);
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return line[0]!;
}
