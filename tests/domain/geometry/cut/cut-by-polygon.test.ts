import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutByPolygon } from '../../../../domain/geometry/cut/cut-by-polygon.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import { overlayArea } from '../../../../domain/geometry/overlay/overlay-area.ts';
import { prepareOverlay } from '../../../../domain/geometry/overlay/prepare-overlay.ts';
import type { MultiPolygon, Polygon, Ring } from '../../../../domain/geometry/shapes.ts';
import { box, expectExactCut } from './expect-cut.ts';
import { parcel, simpleRing } from './random-land.ts';

const square: MultiPolygon = [[box(0, 0, 100, 100)]];
const reversed = (ring: Ring): Ring => [...ring].reverse();

const areas = (land: MultiPolygon, polygon: Polygon) => {
  const cut = cutByPolygon(land, polygon);
  if (isSplitRefusal(cut)) return cut.refusal;
  expectExactCut(land, cut, [...cut.inside, ...cut.outside]);
  const half = (pieces: typeof cut.inside) => pieces.map((piece) => piece.twiceAreaSquareMillimetres / 2);
  return [half(cut.inside), half(cut.outside)];
};

describe('land is cut by a polygon', () => {
  test.each<[string, MultiPolygon, Polygon, ReturnType<typeof areas>]>([
    //  +-------+
    //  |  +-+  |
    //  |  +-+  |
    //  +-------+
    ['inside it: a hole arises', square, [box(20, 20, 60, 60)], [[1600], [8400]]],
    ['wound the other way', square, [reversed(box(20, 20, 60, 60))], [[1600], [8400]]],
    //  +---+--+
    //  | +-+--|-+
    ['over its edge', square, [box(50, 20, 150, 60)], [[2000], [8000]]],
    ['in its corner', square, [box(0, 0, 40, 40)], [[1600], [8400]]],
    //     +--+
    //  +--|--|--+
    //  |  |  |  |
    //  +--|--|--+
    ['across it', square, [box(40, -10, 60, 110)], [[2000], [4000, 4000]]],
    ['with a hole', square, [box(-10, -10, 50, 110), box(10, 10, 40, 40)], [[4100], [5000, 900]]],
    [
      'around a hole of the land',
      [[box(0, 0, 100, 100), box(40, 40, 60, 60)]],
      [box(20, 20, 80, 80)],
      [[3200], [6400]],
    ],
    ['over one part of two', [...square, [box(200, 0, 300, 100)]], [box(50, -10, 320, 110)], [[5000, 10000], [5000]]],
    ['around it', square, [box(-10, -10, 110, 110)], 'split.not-crossing'],
    ['beside it', square, [box(100, 0, 200, 100)], 'split.not-crossing'],
    [
      'crossing itself',
      square,
      [
        [
          [10, 10],
          [50, 50],
          [50, 10],
          [10, 50],
        ],
      ],
      'split.line-crosses-itself',
    ],
  ])('%s', (_name, land, polygon, expected) => {
    expect(areas(land, polygon)).toEqual(expected);
  });
});

test('random land and polygons: exact pieces, as much inside as overlay says', () => {
  let cuts = 0;
  const near = parcel.chain((land) =>
    simpleRing.map((ring) => {
      const [east, north] = [land[0]![0]![0]![0] - ring[0]![0], land[0]![0]![0]![1] - ring[0]![1]];
      return { land, polygon: [ring.map(([x, y]) => [x + east + 500, y + north - 700] as const)] };
    }),
  );
  fc.assert(
    fc.property(near, ({ land, polygon }) => {
      const cut = cutByPolygon(land, polygon);
      if (isSplitRefusal(cut)) return;
      cuts += 1;
      expectExactCut(land, cut, [...cut.inside, ...cut.outside]);
      const inside = cut.inside.reduce((sum, piece) => sum + piece.twiceAreaSquareMillimetres, 0);
      // Edges move by less than a millimetre where a rounded corner is inserted: 2 mm along 4 km at most.
      expect(Math.abs(inside - overlayArea(prepareOverlay([polygon]), land))).toBeLessThan(1e7);
    }),
    { numRuns: 500 },
  );
  expect(cuts).toBeGreaterThan(200);
});
