import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, reachedOn } from '../../domain/day.ts';

describe('a day', () => {
  test.each(['2007-11-30', '2008-02-29', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each(['2007-02-29', '2007-13-01', '07-11-30', '2007-11-30T00:00', '', '2200-01-01', '２００７-11-30'])(
    '%s is none',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
  test('counts over a leap day', () => {
    expect(addDays('2008-02-28', 2)).toBe('2008-03-01');
    expect(daysBetween('2008-02-28', '2008-03-01')).toBe(2);
  });
});

describe('a planned and done fact is reached', () => {
  const fact = { plannedOn: '2007-12-31', doneOn: null };
  test('never by its plan on a known day', () => {
    expect(reachedOn(fact, { on: '2007-12-31', knownOn: '2007-12-31' })).toBeNull();
  });
  test('by its plan in a forecast', () => {
    expect(reachedOn(fact, { on: '2007-12-31', knownOn: '2007-11-30' })).toBe('2007-12-31');
    expect(reachedOn(fact, { on: '2007-12-30', knownOn: '2007-11-30' })).toBeNull();
  });
  test('by its done day, which the plan does not change', () => {
    const done = { plannedOn: '2007-10-01', doneOn: '2007-11-20' };
    expect(reachedOn(done, { on: '2007-11-19', knownOn: '2007-11-30' })).toBeNull();
    expect(reachedOn(done, { on: '2007-11-20', knownOn: '2007-11-30' })).toBe('2007-11-20');
  });
  test('by its plan when the done day was not known yet', () => {
    const done = { plannedOn: '2007-12-10', doneOn: '2007-12-20' };
    expect(reachedOn(done, { on: '2007-12-15', knownOn: '2007-11-30' })).toBe('2007-12-10');
    expect(reachedOn(done, { on: '2007-12-15', knownOn: '2007-12-20' })).toBeNull();
  });
});
