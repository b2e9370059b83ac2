import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutByLine } from '../../../../domain/geometry/cut/cut-by-line.ts';
import { isSplitRefusal } from '../../../../domain/geometry/cut/refuse-split.ts';
import type { Line, MultiPolygon, Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { box, expectExactCut } from './expect-cut.ts';
import { parcel } from './random-land.ts';

const square: MultiPolygon = [[box(0, 0, 100, 100)]];
const withHole: MultiPolygon = [[box(0, 0, 100, 100), box(40, 40, 60, 60)]];
const comb: Ring = [
  [0, 0],
  [100, 0],
  [100, 100],
  [80, 100],
  [80, 20],
  [20, 20],
  [20, 100],
  [0, 100],
];

const areas = (land: MultiPolygon, line: Line) => {
  const cut = cutByLine(land, line);
  if (isSplitRefusal(cut)) return cut.refusal;
  expectExactCut(land, cut, [...cut.left, ...cut.right]);
  const half = (twice: readonly { twiceAreaSquareMillimetres: number }[]) =>
    twice.map(({ twiceAreaSquareMillimetres }) => twiceAreaSquareMillimetres / 2).sort((a, b) => a - b);
  return { left: half(cut.left), right: half(cut.right), corners: cut.corners.length };
};

describe('land is cut by a line', () => {
  test.each<[string, MultiPolygon, Line, ReturnType<typeof areas>]>([
    //  +---|---+
    //  |   ^   |
    //  +---|---+
    [
      'across',
      square,
      [
        [30, -10],
        [30, 110],
      ],
      { left: [3000], right: [7000], corners: 2 },
    ],
    [
      'across, beginning and ending on the boundary',
      square,
      [
        [30, 0],
        [30, 100],
      ],
      { left: [3000], right: [7000], corners: 2 },
    ],
    [
      'across, ending a millimetre within',
      square,
      [
        [30, 1],
        [30, 99],
      ],
      { left: [2970], right: [6930], corners: 2 },
    ],
    //  +-------/
    //  |     / |
    //  |   /   |
    //  / ------+   through two corners: no new ones
    [
      'through corners',
      square,
      [
        [-50, -50],
        [150, 150],
      ],
      { left: [5000], right: [5000], corners: 0 },
    ],
    [
      'within a millimetre of corners',
      square,
      [
        [-50, -49],
        [150, 150],
      ],
      { left: [5000], right: [5000], corners: 0 },
    ],
    //  +---_---+
    //  |  | |  |    in at the south edge, out there again
    //  +--|-|--+
    [
      'with bends',
      square,
      [
        [20, -5],
        [20, 50],
        [70, 50],
        [70, -5],
      ],
      { left: [7500], right: [2500], corners: 2 },
    ],
    //  +--+   +--+
    //  |--|---|--|->
    //  |  +---+  |
    //  +---------+
    [
      'over two prongs',
      [[comb]],
      [
        [-10, 60],
        [110, 60],
      ],
      { left: [800, 800], right: [3600], corners: 4 },
    ],
    //  =|==+
    //  along the floor of the notch
    [
      'along an edge',
      [[comb]],
      [
        [-10, 20],
        [110, 20],
      ],
      { left: [1600, 1600], right: [2000], corners: 2 },
    ],
    [
      'along an edge and out',
      square,
      [
        [0, -10],
        [0, 50],
        [110, 50],
      ],
      { left: [5000], right: [5000], corners: 2 },
    ],
    //  +--|--+
    //  | +|+ |
    //  | +|+ |
    //  +--|--+
    [
      'across a hole',
      withHole,
      [
        [50, -10],
        [50, 110],
      ],
      { left: [4800], right: [4800], corners: 4 },
    ],
    [
      'along the edge of a hole',
      withHole,
      [
        [40, -10],
        [40, 110],
      ],
      { left: [4000], right: [5600], corners: 2 },
    ],
    [
      'one part of two',
      [[box(0, 0, 100, 100)], [box(200, 0, 300, 100)]],
      [
        [50, -9],
        [50, 109],
      ],
      { left: [5000], right: [5000, 10000], corners: 2 },
    ],
    [
      'zigzag in and out',
      square,
      [
        [-5, 10],
        [105, 30],
        [105, 60],
        [-5, 60],
      ],
      { left: [4000], right: [2000, 4000], corners: 4 },
    ],
  ])('%s', (_name, land, line, expected) => {
    expect(areas(land, line)).toEqual(expected);
  });
});

describe('a line is refused', () => {
  test.each<[string, MultiPolygon, Line, string]>([
    [
      'beside the land',
      square,
      [
        [-10, 0],
        [-10, 100],
      ],
      'split.not-crossing',
    ],
    [
      'along an edge only',
      square,
      [
        [0, -10],
        [0, 110],
      ],
      'split.not-crossing',
    ],
    [
      'touching a corner',
      square,
      [
        [-50, 50],
        [50, -50],
      ],
      'split.not-crossing',
    ],
    [
      'through a hole only',
      withHole,
      [
        [45, 45],
        [55, 55],
      ],
      'split.not-crossing',
    ],
    ['of one point', square, [[50, 50]], 'split.not-crossing'],
    //  +-----+
    //  |  ---|--
    //  +-----+
    [
      'ending inside',
      square,
      [
        [-10, 50],
        [50, 50],
      ],
      'split.ends-inside',
    ],
    [
      'within the land',
      square,
      [
        [20, 50],
        [50, 50],
      ],
      'split.ends-inside',
    ],
    [
      'ending in a hole',
      withHole,
      [
        [-10, 50],
        [50, 50],
      ],
      'split.ends-inside',
    ],
    [
      'crossing and ending inside',
      [[comb]],
      [
        [-10, 60],
        [90, 60],
      ],
      'split.ends-inside',
    ],
    [
      'crossing itself',
      square,
      [
        [-10, 50],
        [110, 50],
        [110, 80],
        [50, 80],
        [50, -10],
      ],
      'split.line-crosses-itself',
    ],
    //   .-------.
    //   |+-----+|
    //  -|------|'     around the land and across it again: between the two crossings both sides are one
    [
      'around the land and across again',
      square,
      [
        [-10, 70],
        [110, 70],
        [110, 110],
        [-20, 110],
        [-20, 30],
        [110, 30],
      ],
      'split.sides-unclear',
    ],
  ])('%s', (_name, land, line, refusal) => {
    expect(cutByLine(land, line)).toMatchObject({ refusal });
  });
  test('with the place it ends at', () => {
    expect(
      cutByLine(square, [
        [-10, 50],
        [50, 40],
      ]),
    ).toEqual({
      refusal: 'split.ends-inside',
      detail: { eastMillimetres: 50, northMillimetres: 40 },
    });
  });
});

const share = fc.double({ min: -0.2, max: 1.2, noNaN: true });
/** A line from beyond one side of the land's box to beyond another, with bends within it. */
const crossing = parcel.chain((land) => {
  const corners = land.flat(2);
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [south, north] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const at = (x: number, y: number): Point => [
    Math.round(west + (east - west) * x) + 0,
    Math.round(south + (north - south) * y) + 0,
  ];
  const end = fc.oneof(
    share.map((x) => at(x, -0.1)),
    share.map((x) => at(x, 1.1)),
    share.map((y) => at(-0.1, y)),
    share.map((y) => at(1.1, y)),
    fc.constantFrom(...corners),
  );
  const bends = fc.array(
    fc.oneof(
      fc.tuple(share, share).map(([x, y]) => at(x, y)),
      fc.constantFrom(...corners),
    ),
    { maxLength: 3 },
  );
  return fc.record({
    land: fc.constant(land),
    line: fc.tuple(end, bends, end).map(([from, between, to]) => [from, ...between, to]),
  });
});

test('random land and lines: exact pieces or a reason', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(crossing, ({ land, line }) => {
      const cut = cutByLine(land, line);
      const outcome = isSplitRefusal(cut) ? cut.refusal : 'cut';
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      if (!isSplitRefusal(cut)) expectExactCut(land, cut, [...cut.left, ...cut.right]);
    }),
    { numRuns: 1000 },
  );
  expect(seen.get('cut')).toBeGreaterThan(250);
  expect(seen.get('split.too-narrow') ?? 0).toBeLessThan(10);
});
