import { expect, test } from 'vitest';
import { openEdges } from '../../../domain/geometry/coverage.ts';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';

//  0,2 ---- 1,2 ---- 2,2
//   |    a   |    b   |
//  0,0 ---- 1,0 ---- 2,0
const whole: MultiPolygon = [
  [
    [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 2],
      [1, 2],
      [0, 2],
    ],
  ],
];
const a: MultiPolygon = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 2],
      [0, 2],
    ],
  ],
];
const b: MultiPolygon = [
  [
    [
      [1, 2],
      [2, 2],
      [2, 0],
      [1, 0],
    ],
  ],
];

test('parts that share every corner leave no edge open, whatever their winding', () => {
  expect(openEdges([a, b], whole)).toEqual([]);
});
test('a gap is an open edge of the whole', () => {
  expect(openEdges([a], whole).length).toBe(4);
});
test('an overlap is open', () => {
  expect(openEdges([a, b, b], whole).length).toBe(4);
});
test('a corner that the neighbour lacks is open (T-junction)', () => {
  const withCorner: MultiPolygon = [
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [1, 2],
        [0, 2],
      ],
    ],
  ];
  const edges = openEdges([withCorner, b], whole);
  expect(edges.length).toBe(3);
  expect(edges.every((edge) => edge.from[0] === 1 && edge.to[0] === 1)).toBe(true);
});
test('a hole is filled by its island', () => {
  const ring: MultiPolygon = [
    [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ],
      [
        [3, 3],
        [6, 3],
        [6, 6],
        [3, 6],
      ],
    ],
  ];
  const island: MultiPolygon = [
    [
      [
        [3, 3],
        [6, 3],
        [6, 6],
        [3, 6],
      ],
    ],
  ];
  expect(
    openEdges(
      [ring, island],
      [
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
          ],
        ],
      ],
    ),
  ).toEqual([]);
  expect(
    openEdges(
      [ring],
      [
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
          ],
        ],
      ],
    ).length,
  ).toBe(4);
});
