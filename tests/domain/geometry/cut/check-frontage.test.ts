import { describe, expect, test } from 'vitest';
import {
  checkFrontages,
  depthMillimetres,
  frontageMillimetres,
} from '../../../../domain/geometry/cut/check-frontage.ts';
import type { Line, MultiPolygon, Ring } from '../../../../domain/geometry/shapes.ts';
import { box } from './expect-cut.ts';

const front: Line = [
  [0, 0],
  [50_000, 0],
  [100_000, 10],
];
const plot: MultiPolygon = [[box(10_000, 0, 40_000, 20_000)]];

//        +------+
//        |      |
//  ======+======+========
describe('frontage', () => {
  test.each<[string, Ring, number]>([
    ['is the length on the front', plot[0]![0]!, 30_000],
    ['counts only the part that lies on it', box(-10_000, 0, 20_000, 9000), 20_000],
    ['takes a millimetre beside it', box(10_000, 1, 40_000, 20_000), 30_000],
    ['not two', box(10_000, 2, 40_000, 20_000), 0],
    [
      'goes round a bend',
      [
        [40_000, 0],
        [50_000, 0],
        [100_000, 10],
        [100_000, 9000],
      ],
      60_000,
    ],
    [
      'is none at a point',
      [
        [0, 0],
        [0, 9000],
        [-9000, 0],
      ],
      0,
    ],
    [
      'is none for an edge that leaves it',
      [
        [0, 0],
        [9000, 9000],
        [0, 9000],
      ],
      0,
    ],
  ])('%s', (_name, ring, expected) => {
    expect(frontageMillimetres([[ring]], front)).toBeCloseTo(expected, 0);
    expect(frontageMillimetres([[[...ring].reverse()]], [...front].reverse())).toBeCloseTo(expected, 0);
  });
  test('of a front without length is none', () => {
    expect(
      frontageMillimetres(plot, [
        [0, 0],
        [0, 0],
      ]),
    ).toBe(0);
    expect(frontageMillimetres(plot, [])).toBe(0);
  });
});

test('depth is measured across the direction of the front', () => {
  expect(
    depthMillimetres(plot, [
      [0, 0],
      [9, 0],
    ]),
  ).toBe(20_000);
  expect(
    depthMillimetres(plot, [
      [0, 0],
      [0, 7],
    ]),
  ).toBe(30_000);
  expect(
    depthMillimetres(plot, [
      [0, 0],
      [5, 5],
    ]),
  ).toBeCloseTo(50_000 / Math.SQRT2, 6);
  expect(depthMillimetres(plot, [])).toBe(0);
  expect(depthMillimetres([], front)).toBe(0);
});

test('the first piece that has too little is named', () => {
  const pieces = [plot, [[box(40_000, 0, 50_000, 20_000)]]];
  expect(checkFrontages(pieces, { front, frontageMillimetres: 10_000, depthMillimetres: 20_000 })).toBeNull();
  expect(checkFrontages(pieces, { front, frontageMillimetres: 15_000 })).toEqual({
    refusal: 'split.frontage-too-short',
    detail: { piece: 2, wantedMetres: 15, actualMetres: 10 },
  });
  expect(
    checkFrontages(pieces, {
      front: [
        [0, 0],
        [100_000, 0],
      ],
      depthMillimetres: 30_000,
    }),
  ).toEqual({
    refusal: 'split.depth-too-short',
    detail: { piece: 1, wantedMetres: 30, actualMetres: 20 },
  });
});
