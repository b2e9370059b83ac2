import { describe, expect, test } from 'vitest';
import { dayOfInstant, isIn, weekOf } from '../../../domain/report/week.ts';

describe('a week', () => {
  test.each([
    ['2007-11-26', 0, '2007-11-26', '2007-12-02'],
    ['2007-12-02', 0, '2007-11-26', '2007-12-02'],
    ['2007-11-30', -1, '2007-11-19', '2007-11-25'],
    ['2007-12-31', 1, '2008-01-07', '2008-01-13'],
  ])('of %s, %i weeks on, is %s to %s', (day, later, from, to) => {
    expect(weekOf(day, later)).toEqual({ from, to });
  });

  test('holds its Monday and its Sunday and nothing else', () => {
    const week = weekOf('2007-11-30');
    expect(['2007-11-25', '2007-11-26', '2007-12-02', '2007-12-03', null].map((day) => isIn(week, day))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  test('an instant belongs to the day in China', () => {
    expect(dayOfInstant('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(dayOfInstant('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
  });
});
