import { describe, expect, test } from 'vitest';
import { followCorners } from '../../../../domain/geometry/cut/insert-corners.ts';
import type { MultiPolygon, Ring } from '../../../../domain/geometry/shapes.ts';
import { box } from './expect-cut.ts';

//  +---+---+
//  | a * b |    a got two corners on the edge it shares with b
//  |   *   |
//  +---+---+
const a: MultiPolygon = [[box(0, 0, 100, 100)]];
const longer: MultiPolygon = [
  [
    [
      [0, 0],
      [100, 0],
      [101, 30],
      [100, 60],
      [100, 100],
      [0, 100],
      [0, 50],
    ],
  ],
];
const b: Ring = box(100, 0, 200, 100);

describe('corners that land got on shared edges are followed', () => {
  test('in order, from the other side', () => {
    expect(followCorners([[b]], a, longer)).toEqual([[[...b, [100, 60], [101, 30]]]]);
  });
  test('in the same direction, as the outline around the land has it', () => {
    expect(followCorners(a, a, longer)).toEqual(longer);
  });
  test('by nothing else: the same land comes back', () => {
    const apart: MultiPolygon = [[box(100, 1, 200, 99)]];
    expect(followCorners(apart, a, longer)).toBe(apart);
    expect(followCorners([[b]], a, a)).toEqual([[b]]);
  });
  //  +--*--+
  //  |  v  |     the neighbour is thinner than the corner lies beside the edge
  test('not where the edges of a sliver would meet', () => {
    const sliver: MultiPolygon = [
      [
        [
          [100, 0],
          [101, 30],
          [100, 100],
        ],
      ],
    ];
    const moved: MultiPolygon = [
      [
        [
          [0, 0],
          [100, 0],
          [102, 29],
          [100, 100],
          [0, 100],
        ],
      ],
    ];
    expect(followCorners(sliver, a, moved)).toMatchObject({ refusal: 'split.too-narrow' });
  });
});
