import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nestRingNumbers, nestRings } from '../../../domain/survey/nest-rings.ts';
import type { Position } from '../../../domain/survey/survey-file.ts';

const box = (west: number, south: number, width: number, height = width): Position[] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
];
const nested = (...rings: Position[][]) => nestRingNumbers(rings).polygons;

describe('flat rings become polygons', () => {
  //  +------------------+  +-----+
  //  | 0  +----------+  |  | 3   |
  //  |    | 1  +--+  |  |  | +-+ |
  //  |    |    |2 |  |  |  | |4| |
  //  |    |    +--+  |  |  | +-+ |
  //  |    +----------+  |  +-----+
  //  +------------------+
  test('by how deep they lie: hole, island in the hole, second part', () => {
    expect(nested(box(0, 0, 10), box(2, 2, 6), box(4, 4, 2), box(20, 0, 6), box(22, 2, 2))).toEqual([
      [0, 1],
      [2],
      [3, 4],
    ]);
  });

  test('whatever their order and winding', () => {
    const rings = [box(4, 4, 2), box(2, 2, 6).reverse(), box(0, 0, 10)];
    expect(nestRings(rings)).toEqual([[rings[0]], [rings[2], rings[1]]]);
  });

  //  +-----+-----+     A hole may share corners and edges with its outer ring,
  //  | 1   |     |     and parts may share an edge.
  //  +--+--+  0  | 3
  //  |  |2 |     |
  test('that share corners and edges', () => {
    expect(nested(box(0, 0, 10), box(0, 5, 5), box(2, 0, 3), box(10, 0, 5, 10))).toEqual([[0, 1, 2], [3]]);
  });

  test('on the large numbers of a zone with prefix', () => {
    const at = (ring: Position[]) =>
      ring.map(([x, y]): Position => [39_532_610.42 + x / 1000, 3_046_512.35 + y / 1000]);
    expect(nested(at(box(0, 0, 10)), at(box(1, 1, 2)), at(box(10, 0, 10)))).toEqual([[0, 1], [2]]);
  });

  test('also when a hole reaches a millimetre over the edge by rounding', () => {
    expect(nested(box(0, 0, 100), box(99.5, 40, 0.501, 10))).toEqual([[0, 1]]);
  });

  //    +-------+
  //    | 0   +-+---+    the middle of 1 is outside: a second part
  //    |     | | 1 |
  //    +-----+-+---+
  test('when they cross, by where the middle of the smaller one is', () => {
    expect(nested(box(0, 0, 10), box(8, 2, 6, 5))).toEqual([[0], [1]]);
    expect(nested(box(0, 0, 10), box(5, 2, 6, 5))).toEqual([[0, 1]]);
  });

  test('when one is there twice, as two parts', () => {
    const ring: Position[] = [
      [0.1, 0.2],
      [10.3, 0.7],
      [7.9, 9.1],
    ];
    expect(nested(ring, [ring[2]!, ring[1]!, ring[0]!], [ring[1]!, ring[2]!, ring[0]!])).toEqual([[0], [1], [2]]);
  });

  test('from nonsense without throwing', () => {
    const point: Position = [1, 1];
    expect(
      nested([], [point], [point, point, point], [[NaN, 0], point, [0, NaN]], box(0, 0, 10))
        .flat()
        .sort(),
    ).toEqual([0, 1, 2, 3, 4]);
    expect(nested()).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(fc.double(), fc.double()))), (rings) => {
        expect(
          nested(...rings)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(rings.map((_, index) => index));
      }),
    );
  });

  test('as trying every pair would have it', () => {
    const side = fc.integer({ min: 0, max: 5 });
    // Boxes whose sides are halved again and again are either apart or in one another.
    const quarter = fc.array(side, { maxLength: 5 }).map((turns) => {
      let [x, y, size] = [0, 0, 1024];
      for (const turn of turns) {
        size /= 4;
        x += size * (1 + (turn % 3) * 0.75);
        y += size * (turn > 2 ? 2 : 1);
        size *= 0.5;
      }
      return box(x, y, size);
    });
    fc.assert(
      fc.property(fc.uniqueArray(quarter, { maxLength: 25, selector: String }), (rings) => {
        const depth = (ring: Position[]) => rings.filter((other) => other !== ring && contains(other, ring)).length;
        const { polygons } = nestRingNumbers(rings);
        for (const [outer, ...holes] of polygons) {
          expect(depth(rings[outer!]!) % 2).toBe(0);
          for (const hole of holes) {
            expect(depth(rings[hole]!)).toBe(depth(rings[outer!]!) + 1);
            expect(contains(rings[outer!]!, rings[hole]!)).toBe(true);
          }
        }
        const outers = rings.filter((ring) => depth(ring) % 2 === 0).length;
        expect(polygons.length).toBe(outers);
      }),
      { numRuns: 300 },
    );
  });

  test(
    'of hundreds of thousands of rings, side by side and in one another, in bounded time',
    { timeout: 60_000 },
    () => {
      const many = Array.from({ length: 300_000 }, (_, ring) =>
        box((ring % 1000) * 10, Math.floor(ring / 1000) * 10, 8),
      );
      expect(nestRingNumbers(many).polygons.length).toBe(300_000);
      const within = Array.from({ length: 100_000 }, (_, ring) => box(-ring, -ring, 2 * ring + 1));
      expect(nestRingNumbers(within)).toMatchObject({ isComplete: true, polygons: { length: 50_000 } });
    },
  );
});

function contains(outer: readonly Position[], inner: readonly Position[]): boolean {
  const [[west, south], , [east, north]] = outer as [Position, Position, Position];
  return inner.every(([x, y]) => x >= west && x <= east && y >= south && y <= north);
}
