import { describe, expect, test } from 'vitest';
import type { Line, MultiPolygon, Point } from '../../../domain/geometry/shapes.ts';
import { frontLine } from '../../../domain/parcel/front-line.ts';

const metres = (...corners: [number, number][]): Point[] => corners.map(([x, y]) => [x * 1000, y * 1000]);
const road: Line = metres([0, 0], [300, 0]);

//  d +-----------+ c
//    |           |
//  a +---m-------+ b     m: a corner on the front
//  ======================  the road, chainage rising to the east
describe('the front of land', () => {
  const ring = metres([0, 12], [40, 12], [100, 12], [100, 80], [0, 80]);
  test('is the boundary beside the road, as chainage rises, whatever way the ring goes and wherever it begins', () => {
    for (let turn = 0; turn < ring.length; turn += 1) {
      const turned = [...ring.slice(turn), ...ring.slice(0, turn)];
      for (const corners of [turned, [...turned].reverse()]) {
        expect(frontLine([[corners]], road)).toEqual(metres([0, 12], [40, 12], [100, 12]));
      }
    }
    expect(frontLine([[ring]], [...road].reverse())).toEqual(metres([100, 12], [40, 12], [0, 12]));
  });

  test('of several runs is the longest', () => {
    const notched: MultiPolygon = [
      [metres([0, 12], [30, 12], [30, 60], [50, 60], [50, 12], [120, 12], [120, 90], [0, 90])],
    ];
    expect(frontLine(notched, road)).toEqual(metres([50, 12], [120, 12]));
  });

  test('is the edge that is nearest as a whole where none runs beside the road', () => {
    expect(frontLine([[metres([0, 12], [60, 40], [50, 90], [-10, 60])]], road)).toEqual(metres([0, 12], [60, 40]));
  });

  test('of a small piece all along the road is one of its edges', () => {
    expect(frontLine([[metres([0, 12], [9, 12], [9, 18], [0, 18])]], road)).toEqual(metres([0, 12], [9, 12]));
    expect(frontLine([], road)).toEqual([]);
  });
});
