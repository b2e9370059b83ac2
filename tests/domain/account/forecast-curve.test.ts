import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { curveDays } from '../../../domain/account/curve-days.ts';
import { forecastCurve } from '../../../domain/account/forecast-curve.ts';
import { parcelStatuses } from '../../../domain/parcel/schema.ts';
import { tinyFacts } from '../../support/tiny-park.ts';
import { anyChanges, anyDay, make } from './any-change.ts';
import { manyPlans } from './many-plans.ts';

describe('the days of a curve', () => {
  test('are the asked ones, the month ends between and the known day', () => {
    expect(curveDays('2007-11-15', '2008-03-01', '2007-12-10')).toEqual([
      '2007-11-15',
      '2007-11-30',
      '2007-12-10',
      '2007-12-31',
      '2008-01-31',
      '2008-02-29',
      '2008-03-01',
    ]);
    expect(curveDays('2007-11-30', '2007-12-31', '2007-11-30')).toEqual(['2007-11-30', '2007-12-31']);
    expect(curveDays('2007-11-15', '2007-11-15', '2008-01-01')).toEqual(['2007-11-15']);
  });
  test('are in order, never twice, and at most a month apart', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, knownOn) => {
        const [from, to] = [a, b].sort();
        const days = curveDays(from!, to!, knownOn);
        expect([days[0], days.at(-1)]).toEqual([from, to]);
        days.slice(1).forEach((day, index) => {
          expect(day > days[index]!).toBe(true);
          expect(Date.parse(day) - Date.parse(days[index]!)).toBeLessThanOrEqual(31 * 86_400_000);
        });
      }),
    );
  });
});

describe('the forecast curve', () => {
  const span = { from: '2007-09-15', to: '2008-01-15', knownOn: '2007-11-30' };

  test('goes from what was done to what is planned', () => {
    const points = forecastCurve(tinyFacts(), span);
    expect(points.map(({ on, forecast, columns }) => [on, forecast, columns.available.count])).toEqual([
      ['2007-09-15', false, 0],
      ['2007-09-30', false, 0],
      ['2007-10-31', false, 2],
      ['2007-11-30', false, 2],
      ['2007-12-31', true, 3],
      ['2008-01-15', true, 3],
    ]);
  });
  test('can be that of a phase, from the day a plan has land in it', () => {
    const days = (phase: string) =>
      forecastCurve(manyPlans(), { ...span, from: '2007-01-01' }, phase).map(({ on }) => on);
    expect(days('2')[0]).toBe('2007-02-28');
    expect(days('9')).toEqual([]);
  });
  test('refuses days in the wrong order', () => {
    expect(() => forecastCurve(tinyFacts(), { ...span, to: '2007-09-14' })).toThrow(RangeError);
  });

  test('has at every point the account of its day, and statuses that are together the planned area', () => {
    fc.assert(
      fc.property(anyChanges, anyDay, anyDay, anyDay, (changes, a, b, knownOn) => {
        const facts = manyPlans();
        for (const change of changes) make(facts, change);
        const [from, to] = [a, b].sort();
        for (const { on, columns, statuses, forecast } of forecastCurve(facts, { from: from!, to: to!, knownOn })) {
          const { figures } = landAccount(facts, { on, knownOn }).rows.at(-1)!;
          for (const name of ['available', 'reserved', 'free', 'contracted', 'developed', 'serviced'] as const) {
            const { twiceAreaSquareMillimetres, codes } = figures[name];
            expect(columns[name]).toEqual({ twiceAreaSquareMillimetres, count: codes.length });
          }
          const sum = (of: 'twiceAreaSquareMillimetres' | 'count') =>
            parcelStatuses.reduce((all, status) => all + statuses[status][of], 0);
          expect([sum('twiceAreaSquareMillimetres'), sum('count')]).toEqual(Object.values(columns.planned));
          expect(forecast).toBe(on > knownOn);
        }
      }),
      { numRuns: 100 },
    );
  });
});
