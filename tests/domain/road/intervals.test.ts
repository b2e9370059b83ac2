import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullWidth, gaps, totalMetres, union, type SidedInterval } from '../../../domain/road/intervals.ts';

const whole = { fromMetres: 0, toMetres: 60 };
const interval = fc
  .record({
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 30 }),
    side: fc.constantFrom('left', 'right', 'full'),
  })
  .map(
    ({ from, length, side }) => ({ fromMetres: from, toMetres: Math.min(60, from + length), side }) as SidedInterval,
  );

/** Metre cells that a list of intervals covers. */
const cells = (intervals: readonly { fromMetres: number; toMetres: number }[]) =>
  new Set(
    intervals.flatMap(({ fromMetres, toMetres }) =>
      Array.from({ length: Math.max(0, toMetres - fromMetres) }, (_, at) => fromMetres + at),
    ),
  );

describe('intervals along a road', () => {
  test('overlapping stretches count once', () => {
    //  0----------1000
    //        800-------1500
    //                  1500--1700
    const joined = union([
      { fromMetres: 800, toMetres: 1500 },
      { fromMetres: 0, toMetres: 1000 },
      { fromMetres: 1500, toMetres: 1700 },
    ]);
    expect(joined).toEqual([{ fromMetres: 0, toMetres: 1700 }]);
    expect(totalMetres(joined)).toBe(1700);
  });
  test('a left half alone is no full width', () => {
    expect(fullWidth([{ fromMetres: 0, toMetres: 100, side: 'left' }])).toEqual([]);
    const both: SidedInterval[] = [
      { fromMetres: 0, toMetres: 100, side: 'left' },
      { fromMetres: 50, toMetres: 150, side: 'right' },
    ];
    expect(fullWidth(both)).toEqual([{ fromMetres: 50, toMetres: 100 }]);
  });
  test('the union covers the same metres as its parts', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
        const joined = union(intervals);
        expect(cells(joined)).toEqual(cells(intervals));
        expect(totalMetres(joined)).toBe(cells(intervals).size);
        expect(totalMetres(joined) + totalMetres(gaps(joined, whole))).toBe(60);
      }),
    );
  });
  test('full width is where left and right are both covered', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
        const left = cells(intervals.filter(({ side }) => side !== 'right'));
        const right = cells(intervals.filter(({ side }) => side !== 'left'));
        const both = new Set([...left].filter((cell) => right.has(cell)));
        expect(cells(fullWidth(intervals))).toEqual(both);
      }),
    );
  });
});
