import { describe, expect, test } from 'vitest';
import { signedTwiceArea, squareMetres } from '../../../domain/geometry/area.ts';
import { checkRing } from '../../../domain/geometry/check-ring.ts';

const check = (ring: readonly (readonly number[])[]) =>
  checkRing(ring, (corners) => squareMetres(Math.abs(signedTwiceArea(corners))));

describe('a ring in millimetres', () => {
  test('of a square metre is sound', () => {
    expect(
      check([
        [0, 0],
        [1000, 0],
        [1000, 1000],
        [0, 1000],
        [0, 0],
      ]),
    ).toBeNull();
  });
  test.each([
    [
      'tiny-area',
      [
        [0, 0],
        [199, 0],
        [0, 100],
        [0, 0],
      ],
      0.00995,
    ],
    [
      'zero-area',
      [
        [0, 0],
        [200, 0],
        [100, 0],
        [0, 0],
      ],
      0,
    ],
    [
      'self-crossing',
      [
        [0, 0],
        [1000, 1000],
        [1000, 0],
        [0, 1000],
        [0, 0],
      ],
      null,
    ],
    [
      'ring-unclosed',
      [
        [0, 0],
        [1000, 0],
        [1000, 1000],
      ],
      null,
    ],
    [
      'position-not-finite',
      [
        [0, 0],
        [1000, NaN],
        [1000, 1000],
        [0, 0],
      ],
      null,
    ],
    [
      'duplicate-corner',
      [
        [0, 0],
        [1000, 0],
        [1000, 0],
        [1000, 1000],
        [0, 0],
      ],
      null,
    ],
    [
      'ring-too-short',
      [
        [0, 0],
        [1000, 0],
        [0, 0],
      ],
      2,
    ],
    ['ring-too-short', [], 0],
  ])('%s', (code, ring, value) => {
    expect(check(ring)).toMatchObject({ code, value });
  });
  test('of exactly 0.01 m² is land', () => {
    expect(
      check([
        [0, 0],
        [200, 0],
        [0, 100],
        [0, 0],
      ]),
    ).toBeNull();
  });
});
