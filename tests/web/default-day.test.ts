import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/day.ts';
import { defaultDay, isKeptCurrent, meaningOf } from '../../web/state/default-day.ts';

const today = '2026-11-23';
const current = { today, knownUntil: '2026-11-20' };
const old = { today, knownUntil: '2007-11-30' };

describe('defaultDay', () => {
  it('is today in a park that is kept current', () => {
    expect(defaultDay({ ...current, lookedOn: null })).toBe(today);
    expect(defaultDay({ ...current, lookedOn: '2027-03-01' })).toBe(today);
  });
  it('is the past day that is looked at', () => {
    expect(defaultDay({ ...current, lookedOn: '2026-10-01' })).toBe('2026-10-01');
    expect(defaultDay({ ...old, lookedOn: '2007-09-01' })).toBe('2007-09-01');
  });
  it('is the last known day in a park that is not kept current', () => {
    expect(defaultDay({ ...old, lookedOn: null })).toBe('2007-11-30');
    expect(defaultDay({ ...old, lookedOn: '2027-01-01' })).toBe('2027-01-01');
  });
  it('calls a park current for 92 days after its last known day', () => {
    expect(isKeptCurrent({ today, knownUntil: addDays(today, -92) })).toBe(true);
    expect(isKeptCurrent({ today, knownUntil: addDays(today, -93) })).toBe(false);
    expect(isKeptCurrent({ today, knownUntil: addDays(today, 5) })).toBe(true);
  });
});

describe('meaningOf', () => {
  it('tells a plan after today and a fact up to the last known day', () => {
    expect(meaningOf('2026-11-24', current)).toBe('plan');
    expect(meaningOf(today, current)).toBe('done');
    expect(meaningOf('2026-11-21', current)).toBe('done');
    expect(meaningOf('2007-11-30', old)).toBe('done');
  });
  it('leaves open what a day after the last report of an old park means', () => {
    expect(meaningOf('2007-12-31', old)).toBe('either');
    expect(meaningOf(today, old)).toBe('either');
    expect(meaningOf('2026-11-24', old)).toBe('plan');
  });
  it('never calls a day after today done, nor a known day up to today a plan', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(day, day, (on, knownUntil) => {
        const meaning = meaningOf(on, { today, knownUntil });
        if (on > today) expect(meaning).toBe('plan');
        else if (on <= knownUntil) expect(meaning).toBe('done');
        else expect(meaning).not.toBe('plan');
      }),
    );
  });
});
