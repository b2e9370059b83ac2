import { describe, expect, test } from 'vitest';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { moveCorner, moveEdge } from '../../../../domain/geometry/cut/move-corners.ts';
import type { MultiPolygon } from '../../../../domain/geometry/shapes.ts';
import { box } from './expect-cut.ts';

//  +---+---+
//  | a | b |
//  +---*---+
//  | c | d |
//  +---+---+
const [a, b, c, d]: [MultiPolygon, MultiPolygon, MultiPolygon, MultiPolygon] = [
  [[box(0, 10, 10, 20)]],
  [[box(10, 10, 20, 20)]],
  [[box(0, 0, 10, 10)]],
  [[box(10, 0, 20, 10)]],
];
const four = [a, b, c, d];
const outline: MultiPolygon = [
  [
    [
      [0, 0],
      [10, 0],
      [20, 0],
      [20, 10],
      [20, 20],
      [10, 20],
      [0, 20],
      [0, 10],
    ],
  ],
];

describe('a corner moves', () => {
  test('in every land that has it', () => {
    const after = moveCorner(four, [10, 10], [12, 9]) as MultiPolygon[];
    expect(openEdges(after, outline)).toEqual([]);
    expect(after.every((land) => land.flat(2).some(([x, y]) => x === 12 && y === 9))).toBe(true);
  });
  test('and leaves the others as they are', () => {
    const after = moveCorner(four, [0, 0], [-3, 1]) as MultiPolygon[];
    expect(after.map((land, index) => land === four[index])).toEqual([true, true, false, true]);
    expect(four).toEqual([
      [[box(0, 10, 10, 20)]],
      [[box(10, 10, 20, 20)]],
      [[box(0, 0, 10, 10)]],
      [[box(10, 0, 20, 10)]],
    ]);
  });
  test('back again', () => {
    const there = moveCorner(four, [10, 10], [13, 14]) as MultiPolygon[];
    expect(moveCorner(there, [13, 14], [10, 10])).toEqual(four);
  });
});

describe('an edge moves', () => {
  test('with both its corners', () => {
    const after = moveEdge(
      four,
      [
        [10, 10],
        [10, 20],
      ],
      [3, 0],
    ) as MultiPolygon[];
    expect(after[1]).toEqual([
      [
        [
          [13, 10],
          [20, 10],
          [20, 20],
          [13, 20],
        ],
      ],
    ]);
    expect(after[0]).toEqual([
      [
        [
          [0, 10],
          [13, 10],
          [13, 20],
          [0, 20],
        ],
      ],
    ]);
  });
});

describe('a move is refused', () => {
  const holed: MultiPolygon[] = [[[box(0, 0, 90, 90), box(30, 30, 60, 60)]]];
  test.each<[string, () => unknown, object]>([
    [
      'of a corner nobody has',
      () => moveCorner(four, [5, 5], [6, 6]),
      { refusal: 'corner.unknown', detail: { eastMillimetres: 5, northMillimetres: 5 } },
    ],
    ['to where it is', () => moveCorner(four, [10, 10], [10, 10]), { refusal: 'corner.unmoved' }],
    [
      'to nowhere, of an edge',
      () =>
        moveEdge(
          four,
          [
            [10, 10],
            [10, 20],
          ],
          [0, 0],
        ),
      { refusal: 'corner.unmoved' },
    ],
    //  +---+
    //  |   | *     over the edge between its neighbours and beyond it
    //  +---+
    [
      'that crosses itself',
      () =>
        moveCorner(
          [
            [
              [
                [
                  [0, 0],
                  [20, 0],
                  [20, 20],
                  [10, 5],
                  [0, 20],
                ],
              ],
            ],
          ],
          [10, 5],
          [10, -5],
        ),
      { refusal: 'corner.self-crossing', detail: { land: 1 } },
    ],
    ['onto another corner', () => moveCorner(four, [10, 10], [20, 10]), { refusal: 'corner.self-crossing' }],
    [
      'that turns a ring over',
      () =>
        moveCorner(
          [
            [
              [
                [
                  [0, 0],
                  [10, 0],
                  [5, 10],
                ],
              ],
            ],
          ],
          [5, 10],
          [5, -10],
        ),
      { refusal: 'corner.turned' },
    ],
    [
      'that leaves no area',
      () =>
        moveCorner(
          [
            [
              [
                [
                  [0, 0],
                  [10, 0],
                  [5, 10],
                ],
              ],
            ],
          ],
          [5, 10],
          [20, 0],
        ),
      { refusal: 'corner.no-area' },
    ],
    [
      'of a hole through its outer ring',
      () => moveCorner(holed, [60, 60], [100, 60]),
      { refusal: 'corner.self-crossing' },
    ],
    //  +---+  +--+
    //  |   *--|--|-->
    //  +---+  +--+
    [
      'into another land',
      () => moveCorner([[[box(0, 0, 10, 10)]], [[box(20, 0, 30, 10)]]], [10, 10], [25, 9]),
      { refusal: 'corner.overlap', detail: { land: 1, other: 2 } },
    ],
    [
      'around another land',
      () =>
        moveCorner(
          [
            [
              [
                [
                  [0, 0],
                  [10, 0],
                  [0, 10],
                ],
              ],
            ],
            [[box(20, 20, 21, 21)]],
          ],
          [10, 0],
          [200, 200],
        ),
      { refusal: 'corner.overlap' },
    ],
  ])('%s', (_name, move, refusal) => {
    expect(move()).toMatchObject(refusal);
  });
});
