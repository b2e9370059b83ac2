import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';
import { intersectLand, subtractLand, uniteLand } from '../../../domain/ledger/clip-land.ts';
import { rectangle } from '../../support/ledger-land.ts';

const squareMetres = (polygons: MultiPolygon) => twiceAreaSquareMillimetres(polygons) / 2e6;
const ring = (west: number, south: number, east: number, north: number) => rectangle(west, south, east, north)[0]![0]!;
//  +-----------------+
//  |   +---------+   |
//  |   |  +---+  |   |     a ring of land with an island in its hole
//  |   |  +---+  |   |
//  |   +---------+   |
//  +-----------------+
const atoll: MultiPolygon = [[ring(0, 0, 50, 50), [...ring(10, 10, 40, 40)].reverse()], [ring(20, 20, 30, 30)]];

describe('cutting land', () => {
  test('keeps holes and the islands in them, whatever the winding', () => {
    const turned = atoll.map((polygon) => polygon.map((points) => [...points].reverse()));
    for (const land of [atoll, turned]) {
      const west = intersectLand(land, rectangle(0, 0, 25, 50));
      expect(squareMetres(west)).toBe(25 * 50 - 15 * 30 + 5 * 10);
      const hole = subtractLand(rectangle(0, 0, 50, 50), [land]);
      expect(hole).toHaveLength(1);
      expect(hole[0]).toHaveLength(2);
      expect(squareMetres(hole)).toBe(30 * 30 - 10 * 10);
      expect(squareMetres(uniteLand([land, hole]))).toBe(2500);
    }
  });
  test('of pieces that only touch leaves nothing in common', () => {
    expect(intersectLand(rectangle(0, 0, 10, 10), rectangle(10, 0, 20, 10))).toEqual([]);
    expect(subtractLand(rectangle(0, 0, 10, 10), [rectangle(0, 0, 10, 10)])).toEqual([]);
  });
  test('counts land of several parts once', () => {
    expect(squareMetres(uniteLand([rectangle(0, 0, 10, 10), rectangle(5, 0, 15, 10), rectangle(5, 5, 8, 8)]))).toBe(
      150,
    );
  });
});
