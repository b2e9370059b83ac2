import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../../domain/geometry/area.ts';
import { nearestOnLine } from '../../../../domain/geometry/nearest-on-line.ts';
import type { MultiPolygon, Point } from '../../../../domain/geometry/shapes.ts';
import { landOf } from '../../../../domain/survey/check/between/compared-land.ts';
import { areSeparated } from '../../../../domain/survey/proposal/are-separated.ts';
import { boundaryDistance } from '../../../../domain/survey/proposal/boundary-distance.ts';
import { isSameShape, shapeKey } from '../../../../domain/survey/proposal/shape-key.ts';
import { starRing } from '../check/any-land.ts';
import { box, metres, twiceInCommon } from './any-park.ts';

const land = (polygons: MultiPolygon) => landOf(polygons, twiceAreaSquareMillimetres(polygons));
const star = starRing.filter((ring) => ring.length >= 3).map((ring): MultiPolygon => [[ring]]);

describe('the distance of two boundaries', () => {
  //  +----+----+
  //  |    :    |     cut in half: no new corner moved, two old ones are 5 m away
  //  +----+----+
  test('is looked at from both', () => {
    expect(boundaryDistance(box(0, 0, 5, 10), box(0, 0, 10, 10))).toBe(5000);
    expect(boundaryDistance(box(0, 0, 10, 10), box(0, 0, 5, 10))).toBe(5000);
  });
  test('is the same by trying every edge and by looking around', () => {
    const dense = (polygons: MultiPolygon) =>
      polygons.map((polygon) =>
        polygon.map((ring) =>
          ring.flatMap(([x, y], at) => {
            const [toX, toY] = ring[(at + 1) % ring.length]!;
            return Array.from({ length: 64 }, (_, part): Point => {
              return [x + ((toX - x) * part) / 64, y + ((toY - y) * part) / 64];
            });
          }),
        ),
      );
    const plain = (from: MultiPolygon, to: MultiPolygon) =>
      Math.max(
        ...from
          .flat(2)
          .map((corner) =>
            Math.min(
              ...to.flat().map((ring) => nearestOnLine([...ring, ring[0]!], corner as Point).distanceMillimetres),
            ),
          ),
      );
    fc.assert(
      fc.property(star, star, (a, b) => {
        expect(boundaryDistance(a, b)).toBeCloseTo(Math.max(plain(a, b), plain(b, a)), 6);
        const [one, two] = [dense(a), dense(b)];
        expect(boundaryDistance(one, two)).toBeCloseTo(Math.max(plain(one, two), plain(two, one)), 6);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the key of a shape', () => {
  test('tells a hole from land, and where a ring that touches itself goes on', () => {
    const [shell, hole] = [box(0, 0, 9, 9)[0]![0]!, box(3, 3, 6, 6)[0]![0]!];
    expect(isSameShape([[shell, hole]], [[shell], [hole]])).toBe(false);
    expect(isSameShape([[shell, hole]], [[shell.toReversed(), hole]])).toBe(true);
    //  +--+
    //  |  |        two squares that meet in the lowest corner of one, drawn as one ring
    //  +--x--+
    //     |  |
    const eight = metres([0, 0], [1, 0], [1, -1], [2, -1], [2, 0], [1, 0], [1, 1], [0, 1]);
    const turned = [...eight.slice(5), ...eight.slice(0, 5)].toReversed();
    expect(isSameShape([[eight]], [[turned]])).toBe(true);
    expect(shapeKey([[eight]])).toBe(shapeKey([[turned]]));
  });
  test('is one for all ways to write a shape, and another when a corner moves by 1 mm', () => {
    fc.assert(
      fc.property(star, star, fc.nat(), fc.boolean(), fc.nat(), (one, two, turn, isReversed, moved) => {
        const [[a], [b]] = [one[0]!, two[0]!];
        const start = turn % a!.length;
        const turned = [...a!.slice(start), ...a!.slice(0, start)];
        if (isReversed) turned.reverse();
        expect(shapeKey([[b!], [turned]])).toBe(shapeKey([[a!], [b!]]));
        expect(isSameShape([[b!], [turned]], [[a!], [b!]])).toBe(true);
        const other = a!.map(([x, y], at): Point => [at === moved % a!.length ? x + 1 : x, y]);
        expect(isSameShape([[turned]], [[other]])).toBe(false);
      }),
    );
  });
});

test('lands with a line between them have none in common, and most convex neighbours have one', () => {
  let separated = 0;
  fc.assert(
    fc.property(star, star, fc.integer({ min: 0, max: 8 }), (a, b, shift) => {
      const moved = b.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Point => [x + shift * 2000, y])));
      if (!areSeparated(land(a), land(moved))) return;
      separated += 1;
      expect(twiceInCommon(a, moved)).toBe(0);
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect(separated).toBeGreaterThan(100);
  expect(areSeparated(land(box(0, 0, 10, 10)), land(box(10, 0, 20, 10)))).toBe(true);
  expect(areSeparated(land(box(0, 0, 10, 10)), land(box(9.999, 0, 20, 10)))).toBe(false);
});
