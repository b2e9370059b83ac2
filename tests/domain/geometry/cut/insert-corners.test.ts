import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertCorners } from '../../../../domain/geometry/cut/insert-corners.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { firstSelfCrossing } from '../../../../domain/geometry/self-crossing.ts';
import type { MultiPolygon, Point, Ring } from '../../../../domain/geometry/shapes.ts';
import { simpleRing } from './random-land.ts';

const square: Ring = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const land: MultiPolygon = [[square]];

describe('corners are inserted', () => {
  //  +-------+
  //  |       |
  //  +--*-*--+     in order along the edge, whatever their order in the list
  test('in order along an edge', () => {
    expect(
      insertCorners(land, [
        [60, 0],
        [20, 0],
        [40, 1],
      ]),
    ).toEqual([[[[0, 0], [20, 0], [40, 1], [60, 0], ...square.slice(1)]]]);
  });
  test('on the edge that closes the ring', () => {
    expect(
      insertCorners(land, [
        [0, 30],
        [0, 70],
      ]),
    ).toEqual([[[...square, [0, 70], [0, 30]]]]);
  });
  test('a millimetre beside the edge on either side, not two', () => {
    expect(insertCorners(land, [[50, -1]])[0]![0]).toContainEqual([50, -1]);
    expect(insertCorners(land, [[50, 1]])[0]![0]).toContainEqual([50, 1]);
    expect(insertCorners(land, [[50, 2]])).toBe(land);
    expect(insertCorners(land, [[50, 2]], 2)[0]![0]).toContainEqual([50, 2]);
  });
  test('on the edge of a hole', () => {
    const hole: Ring = [
      [20, 20],
      [20, 80],
      [80, 80],
      [80, 20],
    ];
    expect(insertCorners([[square, hole]], [[20, 50]])).toEqual([
      [
        square,
        [
          [20, 20],
          [20, 50],
          [20, 80],
          [80, 80],
          [80, 20],
        ],
      ],
    ]);
  });
  test('once, however often they are given', () => {
    expect(
      insertCorners(land, [
        [50, 0],
        [50, 0],
      ])[0]![0]!.length,
    ).toBe(5);
  });
});

describe('the same land comes back', () => {
  test.each<[string, Point[]]>([
    ['without corners', []],
    [
      'for its own corners',
      [
        [100, 0],
        [0, 0],
      ],
    ],
    [
      'for corners inside and outside',
      [
        [50, 50],
        [500, 50],
      ],
    ],
    [
      'for a corner beyond the end of an edge',
      [
        [101, 0],
        [-1, -1],
      ],
    ],
  ])('%s', (_name, corners) => {
    expect(insertCorners(land, corners)).toBe(land);
  });
});

describe('a corner is left out', () => {
  //  +-------+
  //  |  \ /  |
  //  |   V   |      the hole comes down to a millimetre above the edge
  //  +---*---+
  const hole: Ring = [
    [49, 1],
    [60, 60],
    [40, 60],
  ];
  test('where the edge would touch a hole', () => {
    expect(insertCorners([[square, hole]], [[49, 1]])).toEqual([[square, hole]]);
    expect(insertCorners([[square, hole]], [[49, 0]])[0]![0]).toContainEqual([49, 0]);
  });
  test('where the edge would cross a hole', () => {
    const after = insertCorners(
      [[square, hole]],
      [
        [50, 2],
        [70, 1],
      ],
      2,
    );
    expect(after[0]![0]).toContainEqual([70, 1]);
    expect(after[0]![0]).not.toContainEqual([50, 2]);
  });
  //  +--+ +--+
  //  |  \ /  |     the slot of the ring itself
  //  +---*---+
  test('where the ring would touch itself', () => {
    const slot: Ring = [...square.slice(0, 3), [60, 100], [50, 1], [40, 100], [0, 100]];
    expect(insertCorners([[slot]], [[50, 1]])).toEqual([[slot]]);
  });
});

test('a corner between two edges of a spike goes into the nearest only', () => {
  const spike: Ring = [
    [0, 0],
    [10_000, 5],
    [0, 10],
  ];
  const [ring] = insertCorners([[spike]], [[9_000, 5]])[0]!;
  expect(ring!.length).toBe(4);
  expect(firstSelfCrossing(ring!)).toBeNull();
});

describe('random rings', () => {
  const corners = (ring: Ring, aside = 1) =>
    fc
      .array(
        fc.tuple(
          fc.nat(ring.length - 1),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.integer({ min: -aside, max: aside }),
        ),
        { maxLength: 20 },
      )
      .map((places) =>
        places.map(([edge, share, beside]): Point => {
          const [from, to] = [ring[edge]!, ring[(edge + 1) % ring.length]!];
          return [
            Math.round(from[0] + (to[0] - from[0]) * share) + 0,
            Math.round(from[1] + (to[1] - from[1]) * share) + beside + 0,
          ];
        }),
      );

  test('keep their corners, stay sound and take every corner of an edge that does no harm', () => {
    let took = 0;
    fc.assert(
      fc.property(
        simpleRing.chain((ring) => fc.tuple(fc.constant(ring), corners(ring))),
        ([ring, chosen]) => {
          const [after] = insertCorners([[ring]], chosen)[0]!;
          expect(firstSelfCrossing(after!)).toBeNull();
          const kept = new Set(ring.map(String));
          expect(after!.filter((corner) => kept.has(String(corner)))).toEqual(ring);
          expect(insertCorners([[after!]], [])[0]![0]).toEqual(after);
          took += after!.length - ring.length;
        },
      ),
      { numRuns: 500 },
    );
    expect(took).toBeGreaterThan(500);
  });

  //   +---*----+
  //   |   :    |      what lies on the other side of the edge takes the same corners
  test('meet their surroundings again when both take the same corners', () => {
    fc.assert(
      fc.property(
        simpleRing.chain((ring) => fc.tuple(fc.constant(ring), corners(ring, 0))),
        ([ring, chosen]) => {
          const far = 30_000_000;
          const outline: MultiPolygon = [
            [
              [
                [-far, -far],
                [far, -far],
                [far, far],
                [-far, far],
              ],
            ],
          ];
          const around: MultiPolygon = [[outline[0]![0]!, [...ring].reverse()]];
          const parts = [insertCorners([[ring]], chosen), insertCorners(around, chosen)];
          expect(openEdges(parts, outline)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
