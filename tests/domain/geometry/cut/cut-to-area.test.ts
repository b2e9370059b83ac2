import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { areaUnits, inUnit, twiceSquareMillimetresOf } from '../../../../domain/geometry/area-units.ts';
import { pieceOf } from '../../../../domain/geometry/cut/cut-along.ts';
import { cutFromFront, type FrontCut } from '../../../../domain/geometry/cut/cut-from-front.ts';
import { areaToleranceTwice, cutToArea, type AreaWanted } from '../../../../domain/geometry/cut/cut-to-area.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import type { Line, MultiPolygon, Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { box, expectExactCut } from './expect-cut.ts';
import { parcel } from './random-land.ts';

/** 300 m along the road in the south, 200 m deep: 90 亩. */
const plot: MultiPolygon = [[box(0, 0, 300_000, 200_000)]];
const front: Line = [
  [0, 0],
  [300_000, 0],
];

const cutOf = (land: MultiPolygon, wanted: AreaWanted) => {
  const cut = cutToArea(land, wanted);
  if (isSplitRefusal(cut)) throw new Error(`${cut.refusal} ${JSON.stringify(cut.detail)}`);
  expectExactCut(land, cut, [...cut.taken, ...cut.rest].map(pieceOf));
  expect(Math.abs(cut.takenTwice - wanted.wantedTwice)).toBeLessThanOrEqual(
    wanted.toleranceTwice ?? areaToleranceTwice,
  );
  return cut;
};

describe('27.5 亩 off a plot of 90 亩', () => {
  const wantedTwice = twiceSquareMillimetresOf((27.5 * 2000) / 3);
  //  +--+------+     91.667 m of the front
  //  |  |      |
  //  +--+------+  ===== road
  test.each<[FrontCut, Point, Point]>([
    [{ cut: 'perpendicular', from: 'start' }, [0, 0], [91_667, 0]],
    [{ cut: 'perpendicular', from: 'end' }, [300_000, 0], [208_333, 0]],
    //  +---------+
    //  +---------+   61.111 m deep
    //  +---------+  ===== road
    [{ cut: 'parallel', from: 'front' }, [0, 0], [0, 61_111]],
    [{ cut: 'parallel', from: 'back' }, [0, 200_000], [0, 138_889]],
  ])('%j', (how, kept, corner) => {
    const cut = cutOf(plot, { wantedTwice, ...cutFromFront(plot, front, how) });
    expect(inUnit(cut.takenTwice, areaUnits[0])).toBeCloseTo(27.5, 4);
    expect(cut.taken.flat(2)).toContainEqual(kept);
    const nearest = Math.min(...cut.corners.map(([x, y]) => Math.hypot(x - corner[0], y - corner[1])));
    expect(nearest).toBeLessThan(3);
    expect(
      cutOf(plot, {
        wantedTwice,
        ...cutFromFront(plot, [...front].reverse(), { ...how, from: other[how.from] } as FrontCut),
      }).takenTwice,
    ).toBeCloseTo(wantedTwice, -5);
  });
  const other = { start: 'end', end: 'start', front: 'front', back: 'back' } as const;

  //  +--+---+
  //  |  |   |     no two whole millimetres on parallel edges give the area:
  //  |  *   |     a corner on the cut, less than a millimetre beside it, does
  //  +--+---+
  test('has one corner more in the cut, a millimetre beside it at most', () => {
    const { lines } = cutOf(plot, { wantedTwice, direction: [0, 1], side: 'left' });
    expect(lines.length).toBe(1);
    const [[from, corner, to]] = lines as [[Point, Point, Point]];
    const twice = (to[0] - from[0]) * (corner[1] - from[1]) - (to[1] - from[1]) * (corner[0] - from[0]);
    expect(Math.abs(twice) / Math.hypot(to[0] - from[0], to[1] - from[1])).toBeLessThanOrEqual(1);
  });
});

describe('a cut to area', () => {
  //  +----+
  //  |    |        exactly along the inner edge of the L
  //  |    +----+
  //  +---------+
  const ell: Ring = [
    [0, 0],
    [200, 0],
    [200, 100],
    [100, 100],
    [100, 200],
    [0, 200],
  ].map(([x, y]): Point => [x! * 1000, y! * 1000]);
  test('runs along an edge and through its corner', () => {
    const cut = cutOf([[ell]], { wantedTwice: 4e10, direction: [1, 0], side: 'right' });
    expect(cut.takenTwice).toBe(4e10);
    expect(cut.corners).toEqual([[0, 100_000]]);
  });
  //  +--+  +--+
  //  |##|  |##|
  //  |  +--+  |
  //  +--------+
  const twoProngs: MultiPolygon = [
    [
      [
        [0, 0],
        [90, 0],
        [90, 90],
        [60, 90],
        [60, 30],
        [30, 30],
        [30, 90],
        [0, 90],
      ].map(([x, y]): Point => [x! * 1000, y! * 1000]),
    ],
  ];
  test('that would take several pieces is refused, with how many', () => {
    const wanted = { wantedTwice: 2 * 60 * 37 * 1e6 + 12_345, direction: [1, 0], side: 'left' } as const;
    expect(cutToArea(twoProngs, wanted)).toEqual({ refusal: 'split.several-pieces', detail: { taken: 2, rest: 1 } });
    const cut = cutOf(twoProngs, { ...wanted, allowsSeveralPieces: true });
    expect([cut.taken.length, cut.rest.length]).toEqual([2, 1]);
  });
  //  +--+--+
  //  | +|+ |
  //  | +|+ |      one piece on each side of the hole
  //  +--+--+
  test('crosses a hole', () => {
    const land: MultiPolygon = [[box(0, 0, 90_000, 90_000), box(30_000, 30_000, 60_000, 60_000)]];
    const cut = cutOf(land, { wantedTwice: 7.2e9, direction: [3, 40], side: 'left' });
    expect([cut.taken.length, cut.rest.length, cut.lines.length]).toEqual([1, 1, 2]);
  });
  test('wants an area, a direction and land enough', () => {
    const wanted = { direction: [1, 0], side: 'left' } as const;
    const refusalOf = (more: Partial<AreaWanted> & { wantedTwice: number }) => cutToArea(plot, { ...wanted, ...more });
    expect(refusalOf({ wantedTwice: 0 })).toMatchObject({ refusal: 'split.area-not-positive' });
    expect(refusalOf({ wantedTwice: NaN })).toMatchObject({ refusal: 'split.area-not-positive' });
    expect(refusalOf({ wantedTwice: 1e11, direction: [0, 0] })).toMatchObject({ refusal: 'split.no-direction' });
    expect(refusalOf({ wantedTwice: 1.2e11 })).toEqual({
      refusal: 'split.area-too-large',
      detail: { wantedSquareMetres: 60_000, landSquareMetres: 60_000 },
    });
  });
  test('tells the nearest area where the grid has none near enough', () => {
    const strip: MultiPolygon = [[box(0, 0, 1, 900_000)]];
    const wanted = { wantedTwice: 900_001, toleranceTwice: 0, direction: [0, 1], side: 'left' } as const;
    expect(cutToArea(strip, wanted)).toEqual({
      refusal: 'split.area-not-reached',
      detail: { wantedSquareMetres: 0.4500005, landSquareMetres: 0.9, nearestSquareMetres: 0.45 },
    });
  });
  //  +--+------+
  //  |  |      |     12 m of front where 15 m are wanted
  //  +--+------+
  test('leaves the piece its least frontage and depth', () => {
    const cut = {
      wantedTwice: 2 * 12_000 * 200_000,
      ...cutFromFront(plot, front, { cut: 'perpendicular', from: 'start' }),
    };
    expect(cutToArea(plot, { ...cut, least: { front, frontageMillimetres: 15_000 } })).toEqual({
      refusal: 'split.frontage-too-short',
      detail: { piece: 1, wantedMetres: 15, actualMetres: 12 },
    });
    expect(cutToArea(plot, { ...cut, least: { front, depthMillimetres: 200_010 } })).toEqual({
      refusal: 'split.depth-too-short',
      detail: { piece: 1, wantedMetres: 200.01, actualMetres: 200 },
    });
    expect(
      isSplitRefusal(
        cutToArea(plot, { ...cut, least: { front, frontageMillimetres: 12_000, depthMillimetres: 200_000 } }),
      ),
    ).toBe(false);
  });
});

test('random land, areas and directions: within 0.01 m², or in several pieces', () => {
  const seen = new Map<string, number>();
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const angle = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(
      parcel,
      share,
      angle,
      fc.constantFrom('left', 'right'),
      fc.boolean(),
      (land, part, turn, side, allowsSeveralPieces) => {
        const wantedTwice = Math.round(twiceAreaSquareMillimetres(land) * part);
        const direction = [Math.cos(turn * 2 * Math.PI), Math.sin(turn * 2 * Math.PI)] as const;
        const cut = cutToArea(land, { wantedTwice, direction, side, allowsSeveralPieces });
        const outcome = isSplitRefusal(cut) ? cut.refusal : 'cut';
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        if (isSplitRefusal(cut)) return;
        expectExactCut(land, cut, [...cut.taken, ...cut.rest].map(pieceOf));
        expect(Math.abs(cut.takenTwice - wantedTwice)).toBeLessThanOrEqual(areaToleranceTwice);
      },
    ),
    { numRuns: 1500 },
  );
  expect(seen.get('cut')).toBeGreaterThan(1200);
  expect((seen.get('split.too-narrow') ?? 0) + (seen.get('split.area-not-reached') ?? 0)).toBeLessThan(8);
});
