import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parkGrid } from '../../../../domain/geometry/grid.ts';
import type { Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { forwardBd09, forwardGcj02 } from '../../../../domain/survey/system/forward-gcj.ts';
import type { NamedLand } from '../../../../domain/survey/system/match-shapes.ts';
import { recogniseOffset } from '../../../../domain/survey/system/recognise-offset.ts';
import { park } from './survey-of.ts';

const grid = parkGrid(park);

/*   +------+   +---------+   +--+--.      no two alike: 180 × 240 m, 300 × 240 m, a triangle,
 *   | A-01 |   |  A-02   |   | A-03 \     and an L; millimetres from the park's origin
 *   +------+   +---------+   +-------+
 */
const rings: Readonly<Record<string, Ring>> = {
  'A-01': [
    [6_000_000, 5_000_000],
    [6_180_000, 5_000_000],
    [6_180_000, 5_240_000],
    [6_000_000, 5_240_000],
  ],
  'A-02': [
    [6_300_000, 5_000_000],
    [6_600_000, 5_010_000],
    [6_600_000, 5_250_000],
    [6_300_000, 5_240_000],
  ],
  'A-03': [
    [6_700_000, 5_000_000],
    [6_950_000, 5_000_000],
    [6_800_000, 5_280_000],
  ],
  'A-04': [
    [7_100_000, 5_000_000],
    [7_400_000, 5_000_000],
    [7_400_000, 5_100_000],
    [7_220_000, 5_100_000],
    [7_220_000, 5_310_000],
    [7_100_000, 5_310_000],
  ],
};
const known: NamedLand[] = Object.entries(rings).map(([code, ring]) => ({ code, polygons: [[ring]] }));

function moved(land: readonly NamedLand[], move: (point: Point) => Point, keepCodes: boolean): NamedLand[] {
  return land.map(({ code, polygons }) => ({
    code: keepCodes ? code : null,
    polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(move))),
  }));
}
const by =
  (east: number, north: number) =>
  ([x, y]: Point): Point => [x + east, y + north];
const on =
  (forward: typeof forwardGcj02) =>
  (point: Point): Point =>
    grid.toMillimetres(forward(...grid.toDegrees(point)));

describe.each([
  ['by their codes', true],
  ['by their shapes', false],
])('land found again %s', (_, keepCodes) => {
  test('where it should lie has no offset', () => {
    expect(recogniseOffset(moved(known, by(0, 0), keepCodes), known, grid)).toEqual({
      kind: 'none',
      matches: 4,
      eastMetres: 0,
      northMetres: 0,
      residualMetres: 0,
    });
  });
  test('a datum off: Xian 1980 read as CGCS2000', () => {
    const offset = recogniseOffset(moved(known, by(-97_000, 31_000), keepCodes), known, grid);
    expect(offset).toMatchObject({ kind: 'datum-like', matches: 4, residualMetres: 0 });
    expect([offset.eastMetres, offset.northMetres]).toEqual([-97, 31]);
  });
  test('drawn on GCJ-02', () => {
    const offset = recogniseOffset(moved(known, on(forwardGcj02), keepCodes), known, grid);
    expect(offset.kind).toBe('gcj02');
    expect(offset.matches).toBe(4);
    expect(Math.hypot(offset.eastMetres, offset.northMetres)).toBeGreaterThan(600);
    expect(offset.residualMetres).toBeLessThan(1);
  });
  test('drawn on BD-09', () => {
    const offset = recogniseOffset(moved(known, on(forwardBd09), keepCodes), known, grid);
    expect(offset.kind).toBe('bd09');
    expect(offset.residualMetres).toBeLessThan(1);
  });
  test('624 m off in another direction is no map shift', () => {
    expect(recogniseOffset(moved(known, by(-518_000, 348_000), keepCodes), known, grid).kind).toBe('shifted');
  });
  test('10 m off is a shift, but not that of a datum', () => {
    expect(recogniseOffset(moved(known, by(6_000, 8_000), keepCodes), known, grid).kind).toBe('shifted');
  });
});

describe('land that is not the park’s', () => {
  const stranger: Ring = [
    [1_000_000, 1_000_000],
    [1_050_000, 1_000_000],
    [1_050_000, 1_333_000],
  ];
  test('is not matched', () => {
    expect(recogniseOffset([{ code: 'X', polygons: [[stranger]] }], known, grid).kind).toBe('unmatched');
    expect(recogniseOffset([], known, grid).kind).toBe('unmatched');
    expect(recogniseOffset(known, [], grid).kind).toBe('unmatched');
    expect(recogniseOffset([{ code: 'A-01', polygons: [] }], known, grid).kind).toBe('unmatched');
  });
  test('under a known code but of another size is not matched by the code', () => {
    expect(recogniseOffset([{ code: 'A-01', polygons: [[stranger]] }], known, grid).kind).toBe('unmatched');
  });
  test('of the right area but another shape is not matched', () => {
    const long: Ring = [
      [6_000_000, 5_000_000],
      [6_090_000, 5_000_000],
      [6_090_000, 5_480_000],
      [6_000_000, 5_480_000],
    ];
    expect(recogniseOffset([{ code: null, polygons: [[long]] }], known, grid).kind).toBe('unmatched');
  });
  test('among the park’s does not disturb the others', () => {
    const given = [...moved(known, by(60_000, 0), false), { code: null, polygons: [[stranger]] }];
    expect(recogniseOffset(given, known, grid)).toMatchObject({ kind: 'datum-like', matches: 4, eastMetres: 60 });
  });
});

test('of a row of equal plots the push that most of them agree on is right', () => {
  const row = Array.from({ length: 6 }, (_, index) => ({
    code: null,
    polygons: [[rings['A-01']!.map(([x, y]): Point => [x + index * 200_000, y])]],
  }));
  const offset = recogniseOffset(moved(row, by(50_000, -20_000), false), row, grid);
  expect(offset).toMatchObject({ kind: 'datum-like', matches: 6, eastMetres: 50, northMetres: -20 });
});

test('two plots that would fit Baidu’s map do not outvote four that are a datum off', () => {
  const undrawn = (target: Point): Point => {
    let found: Point = target;
    for (let round = 0; round < 20; round += 1) {
      const [east, north] = on(forwardBd09)(found);
      found = [found[0] + target[0] - east, found[1] + target[1] - north];
    }
    return found;
  };
  const given = moved(known, by(50_000, -20_000), false);
  const twins = moved(given.slice(0, 2), undrawn, false);
  expect(recogniseOffset(given.slice(0, 2), twins, grid).kind).toBe('bd09');
  expect(recogniseOffset(given, [...twins, ...known], grid)).toMatchObject({ kind: 'datum-like', matches: 4 });
});

test('some ragged corners do not change what is recognised', () => {
  const jitter = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(fc.array(fc.tuple(jitter, jitter), { minLength: 17, maxLength: 17 }), (noise) => {
      let at = 0;
      const ragged = moved(
        moved(known, on(forwardGcj02), false),
        ([x, y]) => {
          const [east, north] = noise[at++ % noise.length]!;
          return [x + east, y + north];
        },
        false,
      );
      expect(recogniseOffset(ragged, known, grid).kind).toBe('gcj02');
    }),
  );
});

describe('the forward formulae', () => {
  // gcoord 1.0.7 (MIT), transform(…, WGS84, GCJ02 | BD09).
  test.each([
    [
      [117.33, 27.53],
      [117.33525063464204, 27.526869795869626],
      [117.34174057283755, 27.532968254587512],
    ],
    [
      [116.4, 39.9],
      [116.40624278491117, 39.901403529849404],
      [116.41262802928223, 39.90773378164862],
    ],
    [
      [104.06, 30.67],
      [104.06249640425462, 30.66757487197054],
      [104.06895376934077, 30.673692211196343],
    ],
    [
      [73.5, 40],
      [73.50337374425034, 40.00026097028668],
      [73.51000696949848, 40.00605210461551],
    ],
  ] as const)('agree with gcoord at %j', ([lon, lat], gcj, bd) => {
    for (const [found, expected] of [
      [forwardGcj02(lon, lat), gcj],
      [forwardBd09(lon, lat), bd],
    ] as const) {
      expect(found[0]).toBeCloseTo(expected[0], 11);
      expect(found[1]).toBeCloseTo(expected[1], 11);
    }
  });
  test('leave places outside their box alone', () => {
    expect(forwardGcj02(139.7, 35.7)).toEqual([139.7, 35.7]);
    expect(forwardGcj02(117, 0.5)).toEqual([117, 0.5]);
  });
});
