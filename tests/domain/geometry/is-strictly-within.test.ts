import { describe, expect, test } from 'vitest';
import { isStrictlyWithin } from '../../../domain/geometry/is-strictly-within.ts';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';

const square = (from: number, to: number): MultiPolygon => [
  [
    [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ],
  ],
];

//   0 ------------------ 9
//   |    2 ------- 7     |
describe('an area lies strictly within another', () => {
  test.each([
    ['inside', square(2, 7), square(0, 9), true],
    ['the other way round', square(0, 9), square(2, 7), false],
    ['the same', square(0, 9), square(0, 9), false],
    ['touching an edge', square(0, 5), square(0, 9), false],
    ['crossing', square(5, 12), square(0, 9), false],
    ['beside it', square(20, 25), square(0, 9), false],
  ])('%s', (_name, inner, outer, expected) => {
    expect(isStrictlyWithin(inner, outer)).toBe(expected);
  });
  test('not when it lies in a hole', () => {
    const ring: MultiPolygon = [[...square(0, 90)[0]!, ...square(20, 60)[0]!]];
    expect(isStrictlyWithin(square(30, 40), ring)).toBe(false);
    expect(isStrictlyWithin(square(5, 15), ring)).toBe(true);
  });
});
