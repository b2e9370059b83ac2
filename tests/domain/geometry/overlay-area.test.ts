import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedTwiceArea, twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { overlayArea, overlayAreas } from '../../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../../domain/geometry/overlay/prepare-overlay.ts';
import { firstSelfCrossing } from '../../../domain/geometry/self-crossing.ts';
import type { MultiPolygon, Point, Ring } from '../../../domain/geometry/shapes.ts';
import { exactOverlay, toNumber } from './exact-overlay.ts';

const overlay = (a: MultiPolygon, b: MultiPolygon) => overlayArea(prepareOverlay(b), a);
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const land = (...rings: Ring[]): MultiPolygon => [rings];

/** Twice the area of squares of a given count, side 10. */
const squares = (count: number) => count * 200;

describe('overlay area, exact without crossings', () => {
  test.each<[string, MultiPolygon, MultiPolygon, number]>([
    //  +--+  +--+
    //  |  |  |  |
    ['apart', land(box(0, 0, 10, 10)), land(box(20, 0, 30, 10)), 0],
    //  +--+--+
    //  |  |  |      a whole edge in common
    ['side by side', land(box(0, 0, 10, 10)), land(box(10, 0, 20, 10)), 0],
    //  +--+
    //  |  +--+      a part of an edge in common
    ['side by side, shifted', land(box(0, 0, 10, 20)), land(box(10, 5, 20, 25)), 0],
    //  +--+
    //     +--+      one corner in common
    ['corner to corner', land(box(0, 0, 10, 10)), land(box(10, 10, 20, 20)), 0],
    ['the same', land(box(0, 0, 10, 10)), land(box(0, 0, 10, 10)), squares(1)],
    [
      'the same, other start and winding',
      land(box(0, 0, 10, 10)),
      land([
        [10, 10],
        [10, 0],
        [0, 0],
        [0, 10],
      ]),
      squares(1),
    ],
    [
      'the same with more corners',
      land([
        [0, 0],
        [5, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
      land(box(0, 0, 10, 10)),
      squares(1),
    ],
    //  +--------+
    //  |  +--+  |
    ['inside', land(box(10, 10, 20, 20)), land(box(0, 0, 30, 30)), squares(1)],
    ['around', land(box(0, 0, 30, 30)), land(box(10, 10, 20, 20)), squares(1)],
    //  +--+-----+
    //  +--+     |   inside, on two edges
    ['in the corner', land(box(0, 0, 10, 10)), land(box(0, 0, 30, 30)), squares(1)],
    [
      'inside, touching with a corner',
      land([
        [0, 15],
        [10, 10],
        [10, 20],
      ]),
      land(box(0, 0, 30, 30)),
      100,
    ],
    //  +--+
    //  +--+--+      collinear edges, half in common
    ['half', land(box(0, 0, 20, 10)), land(box(10, 0, 30, 10)), squares(1)],
    [
      'a diagonal through two corners',
      land(box(0, 0, 10, 10)),
      land([
        [0, 0],
        [10, 10],
        [0, 10],
      ]),
      squares(1) / 2,
    ],
    ['crossing at whole millimetres', land(box(0, 10, 30, 20)), land(box(10, 0, 20, 30)), squares(1)],
    //  +--------+
    //  | +----+ |   the hole holds it, is it, or lies within it
    ['in the hole', land(box(12, 12, 18, 18)), land(box(0, 0, 30, 30), box(10, 10, 20, 20)), 0],
    ['filling the hole', land(box(10, 10, 20, 20)), land(box(0, 0, 30, 30), box(10, 10, 20, 20)), 0],
    ['around the hole', land(box(0, 0, 30, 30)), land(box(0, 0, 30, 30), box(10, 10, 20, 20)), squares(8)],
    [
      'the same with the same hole',
      land(box(0, 0, 30, 30), box(10, 10, 20, 20)),
      land(box(0, 0, 30, 30), box(10, 10, 20, 20)),
      squares(8),
    ],
    [
      'both with holes side by side',
      land(box(0, 0, 30, 10), box(10, 2, 15, 8)),
      land(box(0, 0, 30, 10), box(15, 2, 20, 8)),
      600 - 120,
    ],
    [
      'many parts',
      [[box(0, 0, 10, 10)], [box(20, 0, 30, 10)]],
      [[box(0, 0, 10, 10)], [box(25, 0, 40, 10)]],
      squares(1.5),
    ],
    ['parts that touch at a corner', [[box(0, 0, 10, 10)], [box(10, 10, 20, 20)]], land(box(0, 0, 20, 20)), squares(2)],
    ['a sliver of a millimetre', land(box(0, 0, 5_000_000, 1)), land(box(1_000_000, -5, 2_000_000, 5)), 2_000_000],
    [
      'a corner twice in a row',
      land([
        [0, 0],
        [10, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
      land(box(5, 0, 20, 10)),
      squares(0.5),
    ],
    ['nothing', [], land(box(0, 0, 10, 10)), 0],
    ['nothing to lie over', land(box(0, 0, 10, 10)), [], 0],
  ])('%s', (_name, a, b, expected) => {
    expect(overlay(a, b)).toBe(expected);
    expect(overlay(b, a)).toBe(expected);
    expect(toNumber(exactOverlay(a, b))).toBe(expected);
  });

  test('holds 20 km away from the origin and across', () => {
    const far = 20_000_000;
    const whole = land(box(0, 0, far, far));
    const triangle = land([
      [0, 0],
      [far, far - 1],
      [1, far],
    ]);
    expect(overlay(triangle, whole)).toBe(twiceAreaSquareMillimetres(triangle));
    expect(overlay(whole, triangle)).toBe(twiceAreaSquareMillimetres(triangle));
  });

  test('of many with many is a table with a row for every parcel', () => {
    const parcels = [land(box(0, 0, 10, 10)), land(box(10, 0, 20, 10))];
    expect(overlayAreas(parcels, [land(box(0, 0, 15, 10)), land(box(15, 0, 20, 10))])).toEqual([
      [200, 0],
      [100, 100],
    ]);
  });
});

/** A ring around a place, on a grid that may be so coarse that two of them touch and coincide. */
const star = (reach: number) =>
  fc
    .record({
      east: fc.integer({ min: -reach, max: reach }),
      north: fc.integer({ min: -reach, max: reach }),
      radii: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }),
      isReversed: fc.boolean(),
    })
    .map(({ east, north, radii, isReversed }): Ring => {
      const ring = radii.map((radius, index): Point => {
        const angle = (2 * Math.PI * (index + 0.3)) / radii.length;
        return [
          Math.round(east + reach * radius * Math.cos(angle)) + 0,
          Math.round(north + reach * radius * Math.sin(angle)) + 0,
        ];
      });
      return isReversed ? ring.reverse() : ring;
    })
    .filter((ring) => firstSelfCrossing(ring) === null && signedTwiceArea(ring) !== 0);
const anyReach = fc.constantFrom(4, 12, 1000, 8_000_000);
const two = anyReach.chain((reach) => fc.tuple(star(reach), star(reach)));

describe('overlay area of random land', () => {
  test('is the exact fraction, rounded once', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const exact = toNumber(exactOverlay([[a]], [[b]]));
        expect(Math.abs(overlay([[a]], [[b]]) - exact)).toBeLessThanOrEqual(4e-16 * exact);
      }),
      { numRuns: 2000 },
    );
  });

  test('is exact for slivers, within 1e-9 of the sliver', () => {
    const far = fc.integer({ min: -9_000_000, max: 9_000_000 });
    const sliver = fc
      .tuple(far, far, far, far, fc.integer({ min: 1, max: 30 }))
      .map(([x0, y0, x1, y1, width]): Ring => [
        [x0, y0],
        [x1, y1],
        [x1, y1 + width],
        [x0, y0 + width],
      ]);
    fc.assert(
      fc.property(sliver, sliver, star(8_000_000), (first, second, ring) => {
        for (const other of [second, ring]) {
          const exact = toNumber(exactOverlay([[first]], [[other]]));
          const whole = twiceAreaSquareMillimetres([[first]]);
          expect(Math.abs(overlay([[first]], [[other]]) - exact)).toBeLessThanOrEqual(1e-12 * whole);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is symmetric and no more than the smaller', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const common = overlay([[a]], [[b]]);
        const most = Math.min(twiceAreaSquareMillimetres([[a]]), twiceAreaSquareMillimetres([[b]]));
        expect(Math.abs(common - overlay([[b]], [[a]]))).toBeLessThanOrEqual(4e-16 * common);
        expect(common).toBeGreaterThanOrEqual(0);
        expect(common).toBeLessThanOrEqual(most * (1 + 4e-16));
      }),
      { numRuns: 1000 },
    );
  });

  test('of land and of everything else around it adds up to the parcel', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const most = 2 + Math.max(...[...a, ...b].flat().map(Math.abs));
        const rest = land(box(-most, -most, most, most), b);
        const sum = overlay([[a]], [[b]]) + overlay([[a]], rest);
        const whole = twiceAreaSquareMillimetres([[a]]);
        expect(Math.abs(sum - whole)).toBeLessThanOrEqual(1e-15 * whole);
      }),
      { numRuns: 1000 },
    );
  });

  test('does not change when both are moved', () => {
    const step = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(two, step, step, ([a, b], east, north) => {
        const moved = (ring: Ring): MultiPolygon => [[ring.map(([x, y]): Point => [x + east, y + north])]];
        const common = overlay([[a]], [[b]]);
        expect(Math.abs(overlay(moved(a), moved(b)) - common)).toBeLessThanOrEqual(4e-16 * common);
      }),
    );
  });
});
