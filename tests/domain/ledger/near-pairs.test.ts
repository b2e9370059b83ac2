import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesMeet, boxOf, nearPairs } from '../../../domain/ledger/near-pairs.ts';
import { rectangle } from '../../support/ledger-land.ts';

describe('pairs that may have land in common', () => {
  test('are the same as by trying every pair', () => {
    const at = fc.integer({ min: 0, max: 20 });
    const box = fc.tuple(at, at, at, at).map(([x, y, width, height]) => boxOf(rectangle(x, y, x + width, y + height)));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
        const every = boxes.flatMap((a, earlier) =>
          boxes.flatMap((b, later) => (earlier < later && boxesMeet(a, b) ? [[earlier, later]] : [])),
        );
        expect(nearPairs(boxes)).toEqual(every);
      }),
    );
  });
  test('boxes meet where they touch, and within a reach', () => {
    const [a, b] = [boxOf(rectangle(0, 0, 10, 10)), boxOf(rectangle(10.001, 0, 20, 10))];
    expect([boxesMeet(a, boxOf(rectangle(10, 10, 20, 20))), boxesMeet(a, b), boxesMeet(a, b, 1)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
