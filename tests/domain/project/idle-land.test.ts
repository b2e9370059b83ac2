import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/day.ts';
import { idleLand } from '../../../domain/project/idle-land.ts';
import type { Claim, Project } from '../../../domain/project/schema.ts';
import { tinyFacts, tinyProject } from '../../support/tiny-park.ts';

const contract = (change: Partial<Claim> = {}): Claim => ({
  id: 'C-1',
  project: 'P-01',
  parcel: 'A-01',
  kind: 'contract',
  fromOn: '2007-06-01',
  untilOn: null,
  startBy: '2007-10-31',
  finishBy: null,
  ...change,
});
const clocksOn = (on: string, project: Partial<Project> = {}, claims = [contract()]) => {
  const facts = tinyFacts({ projects: [{ ...tinyProject('P-01'), ...project }], claims });
  return idleLand(facts, { on, knownOn: on > '2007-11-30' ? on : '2007-11-30' });
};
const built = [
  { stage: 'planned' as const, on: '2007-03-01' },
  { stage: 'construction' as const, on: '2007-12-01' },
];
const report = (on: string, developedSquareMetres: number, investedYuan: number, isStopped: boolean) => ({
  on,
  developedSquareMetres,
  investedYuan,
  isStopped,
});

describe('idle land', () => {
  test.each([
    ['2007-10-30', undefined, undefined],
    ['2007-10-31', 0, 'amber'],
    ['2007-11-30', 30, 'amber'],
    ['2008-10-29', 364, 'amber'],
    ['2008-10-30', 365, 'red'],
    ['2009-10-29', 729, 'red'],
    ['2009-10-30', 730, 'dark'],
  ])('not started: on %s the clock shows %s days, %s', (on, days, level) => {
    const [clock] = clocksOn(on).clocks;
    expect([clock?.days, clock?.level]).toEqual([days, level]);
    if (clock) expect(clock).toMatchObject({ why: 'not-started', redOn: '2008-10-30', darkOn: '2009-10-30' });
  });

  test('a start, a reservation or no agreed day have no clock', () => {
    expect(clocksOn('2009-01-01', { stages: built }).clocks).toEqual([]);
    expect(clocksOn('2009-01-01', {}, [contract({ kind: 'reservation' })]).clocks).toEqual([]);
    expect(clocksOn('2009-01-01', {}, [contract({ startBy: null })]).clocks).toEqual([]);
  });

  test('stopped: the clock begins with the first report of the standstill', () => {
    const progress = [
      report('2008-01-31', 1000, 1_000_000, true),
      report('2008-02-28', 2000, 2_000_000, false),
      report('2008-03-31', 3000, 4_000_000, true),
      report('2008-06-30', 3000, 4_000_000, true),
    ];
    const { clocks } = clocksOn('2009-03-31', { stages: built, progress });
    expect(clocks).toMatchObject([{ why: 'stopped', since: '2008-03-31', days: 365, level: 'red' }]);
    expect(clocksOn('2008-03-30', { stages: built, progress }).clocks).toEqual([]);
  });

  test.each([
    ['a third of the hectare and a quarter of the money are enough', 3333.333334, 2_500_000, 0],
    ['less than a third of the land', 3333.333333, 2_500_000, 1],
    ['less than a quarter of the money', 5000, 2_499_999, 1],
  ])('stopped: %s', (_, developed, invested, count) => {
    const progress = [report('2008-03-31', developed, invested, true)];
    expect(clocksOn('2008-06-01', { stages: built, progress }).clocks).toHaveLength(count);
  });

  test('what the government delays runs, but is exempt', () => {
    expect(clocksOn('2010-01-01', { idleCause: 'government' }).clocks).toMatchObject([
      { level: 'dark', isExempt: true, cause: 'government' },
    ]);
  });

  test('before the rules were in force they are reckoned as if', () => {
    expect(clocksOn('2012-06-30').isBeforeRules).toBe(true);
    expect(clocksOn('2012-07-01')).toMatchObject({ isBeforeRules: false, rules: { inForceFrom: '2012-07-01' } });
  });

  test('a clock only ever goes on, and its level with it', () => {
    const order = ['amber', 'red', 'dark'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 400 }), (at, more) => {
        const [one] = clocksOn(addDays('2007-10-31', at)).clocks;
        const [later] = clocksOn(addDays('2007-10-31', at + more)).clocks;
        expect(later!.days - one!.days).toBe(more);
        expect(order.indexOf(later!.level)).toBeGreaterThanOrEqual(order.indexOf(one!.level));
      }),
    );
  });
});
