import { expect } from 'vitest';
import { signedTwiceArea, twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { openEdges } from '../../../../domain/geometry/coverage.ts';
import { insertCorners } from '../../../../domain/geometry/cut/insert-corners.ts';
import type { CompletedLand, LandPiece } from '../../../../domain/geometry/cut/cut-along.ts';
import { firstSelfCrossing } from '../../../../domain/geometry/self-crossing.ts';
import type { MultiPolygon, Ring } from '../../../../domain/geometry/shapes.ts';

/** What holds after every cut: nothing lost, nothing gaping, every corner kept, neighbours can follow. */
export function expectExactCut(
  land: MultiPolygon,
  { completed, corners }: CompletedLand,
  pieces: readonly LandPiece[],
): void {
  const sum = pieces.reduce((total, piece) => total + piece.twiceAreaSquareMillimetres, 0);
  expect(sum).toBe(twiceAreaSquareMillimetres(completed));
  expect(
    openEdges(
      pieces.map(({ polygon }) => [polygon]),
      completed,
    ),
  ).toEqual([]);
  const kept = new Set(pieces.flatMap(({ polygon }) => polygon.flat().map(String)));
  expect(land.flat(2).filter((corner) => !kept.has(String(corner)))).toEqual([]);
  expect(insertCorners(land, corners)).toEqual(completed);
  for (const { polygon } of pieces) {
    polygon.forEach((ring, index) => {
      expect(firstSelfCrossing(ring)).toBeNull();
      expect(signedTwiceArea(ring) > 0).toBe(index === 0);
    });
  }
}

export function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}
