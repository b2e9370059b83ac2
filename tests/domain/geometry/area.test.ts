import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedTwiceArea, squareMetres, twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import type { Point, Ring } from '../../../domain/geometry/shapes.ts';

const at = (north: number, east: number): Point => [
  Math.round((east - 39_530_000) * 1000),
  Math.round((north - 3_044_000) * 1000),
];
const outer: Ring = [
  at(3046512.35, 39532610.42),
  at(3046525.118, 39532858.765),
  at(3046310.904, 39532869.93),
  at(3046297.226, 39532625.087),
];
const hole: Ring = [at(3046430, 39532720), at(3046400, 39532720), at(3046400, 39532760), at(3046430, 39532760)];

describe('plane area', () => {
  test('of the worked survey example with its hole is 51906.88 m²', () => {
    expect(squareMetres(twiceAreaSquareMillimetres([[outer]]))).toBeCloseTo(53106.87565, 4);
    expect(squareMetres(twiceAreaSquareMillimetres([[outer, hole]]))).toBeCloseTo(51906.87565, 4);
  });
  test('of nothing is zero', () => {
    expect(twiceAreaSquareMillimetres([])).toBe(0);
    expect(signedTwiceArea([])).toBe(0);
  });
  test('refuses corners off the millimetre grid', () => {
    expect(() =>
      signedTwiceArea([
        [0, 0],
        [1.5, 0],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });
  test('equals an integer computation with big integers, whatever the start and the winding', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 20_000_000 }), fc.integer({ min: 0, max: 20_000_000 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), fc.nat(40), (ring, shift) => {
        let exact = 0n;
        ring.forEach(([ax, ay], index) => {
          const [bx, by] = ring[(index + 1) % ring.length]!;
          exact += BigInt(ax) * BigInt(by) - BigInt(bx) * BigInt(ay);
        });
        const turned = [...ring.slice(shift % ring.length), ...ring.slice(0, shift % ring.length)];
        expect(BigInt(signedTwiceArea(turned))).toBe(exact);
        expect(BigInt(-signedTwiceArea([...turned].reverse()))).toBe(exact);
      }),
    );
  });
});
