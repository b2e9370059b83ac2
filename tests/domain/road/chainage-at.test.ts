import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainagesMetres } from '../../../domain/geometry/line.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import type { Point } from '../../../domain/geometry/shapes.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { chainageAt, roundToAccuracy, type ChainageAt, type DrawnRoad } from '../../../domain/road/chainage-at.ts';

/**
 *        P (60 m, 8 m)                    100 m ─┐ (150, 50)
 *        ·                                       │
 *   0 ───┴──────────────── (100, 0) ─ corner ────┘ 50 m up
 */
const corner: DrawnRoad = {
  code: 'R0',
  designWidthMetres: 30,
  centreline: [
    [0, 0],
    [100_000, 0],
    [100_000, 50_000],
  ],
};

const found = (road: DrawnRoad, at: Point, accuracyMetres = 5): ChainageAt => {
  const answer = chainageAt(road, at, accuracyMetres);
  if (isRefusal(answer)) throw new Error(answer.refusal);
  return answer;
};

describe('the chainage of a position', () => {
  test.each([
    ['left of the first part', [60_000, 8_000], { metres: 60, offsetMetres: 8, side: 'left' }],
    ['right of it', [60_000, -8_000], { metres: 60, offsetMetres: 8, side: 'right' }],
    ['on the centreline', [60_000, 0], { metres: 60, offsetMetres: 0, side: null }],
    ['right of the part behind the corner', [110_000, 20_000], { metres: 120, offsetMetres: 10, side: 'right' }],
    ['outside the corner', [103_000, -4_000], { metres: 100, offsetMetres: 5, side: 'right' }],
    ['before the beginning', [-3_000, 4_000], { metres: 0, offsetMetres: 5, side: 'left' }],
    ['beyond the end', [100_000, 55_000], { metres: 150, offsetMetres: 5 }],
  ] as const)('is that of the nearest place: %s', (_, at, answer) => {
    expect(found(corner, at)).toMatchObject(answer);
  });

  test('position.off-road: farther than half the width, the accuracy and 15 m', () => {
    expect(found(corner, [50_000, -35_000], 5).offsetMetres).toBe(35);
    expect(chainageAt(corner, [50_000, -35_001], 5)).toEqual({
      refusal: 'position.off-road',
      field: null,
      detail: { road: 'R0', metresOff: 35, metresAllowed: 35 },
    });
    expect(chainageAt(corner, [50_000, -60_000], 20)).toMatchObject({ detail: { metresOff: 60, metresAllowed: 50 } });
  });

  test.each([50.1, 800, Number.NaN])('position.inaccurate: ±%d m', (accuracyMetres) => {
    expect(chainageAt(corner, [50_000, 0], accuracyMetres)).toMatchObject({ refusal: 'position.inaccurate' });
  });

  test('a position of ±50 m is still taken', () => {
    expect(found(corner, [50_000, 0], 50).metres).toBe(50);
  });

  test.each([
    [1700.4567, 12, 1700],
    [1700.4567, 5, 1700],
    [1700.4567, 4, 1700.5],
    [1700.4567, 0.3, 1700.46],
    [1700.4567, 0.02, 1700.457],
    [1700.4567, 0, 1700.457],
    [2972.9, 12, 2972.95],
  ])('%d m known to ±%d m are written as %d m', (metres, accuracyMetres, written) => {
    expect(roundToAccuracy(metres, accuracyMetres, 2972.95)).toBe(written);
  });

  const step = fc.tuple(fc.integer({ min: 1_000, max: 200_000 }), fc.integer({ min: -150_000, max: 150_000 }));
  /** Lines that always go east meet themselves nowhere. */
  const anyRoad = fc.array(step, { minLength: 1, maxLength: 30 }).map((steps): DrawnRoad => {
    const centreline: Point[] = [[0, 0]];
    for (const [east, north] of steps) {
      const [x, y] = centreline.at(-1)!;
      centreline.push([x + east, y + north]);
    }
    return { code: 'R0', designWidthMetres: 20, centreline };
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  /** The place at a measure of the centreline, not rounded. */
  function placeAt({ centreline }: DrawnRoad, metres: number): Point {
    let rest = metres * 1000;
    for (const [index, end] of centreline.slice(1).entries()) {
      const start = centreline[index]!;
      const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
      if (rest <= length) {
        return [start[0] + ((end[0] - start[0]) * rest) / length, start[1] + ((end[1] - start[1]) * rest) / length];
      }
      rest -= length;
    }
    return centreline.at(-1)!;
  }

  test('a place of known chainage comes back within a millimetre, also by way of degrees', () => {
    const grid = parkGrid({ epsg: 4548, originEast: 530_000, originNorth: 3_044_000 });
    fc.assert(
      fc.property(anyRoad, share, (road, part) => {
        const length = chainagesMetres(road.centreline).at(-1)!;
        const metres = Math.round(length * part * 1000) / 1000;
        const place = placeAt(road, metres);
        expect(Math.abs(found(road, place).metres - metres)).toBeLessThan(0.0011);
        const again = grid.toMillimetres(grid.toDegrees(place));
        expect(Math.abs(found(road, again).metres - metres)).toBeLessThan(0.0011);
      }),
    );
  });

  test('no place of the centreline is nearer than the one that is told', () => {
    const beside = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(anyRoad, share, share, beside, beside, (road, part, other, east, north) => {
        const length = chainagesMetres(road.centreline).at(-1)!;
        const [x, y] = placeAt(road, length * part);
        const at: Point = [x + east, y + north];
        const { metres, offsetMetres } = found(road, at, 30);
        const [footEast, footNorth] = placeAt(road, metres);
        expect(Math.hypot(at[0] - footEast, at[1] - footNorth) / 1000).toBeCloseTo(offsetMetres, 2);
        const [otherEast, otherNorth] = placeAt(road, length * other);
        const otherOffset = Math.hypot(at[0] - otherEast, at[1] - otherNorth) / 1000;
        expect(otherOffset).toBeGreaterThan(offsetMetres - 1e-6);
      }),
    );
  });
});
