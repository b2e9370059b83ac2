import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../domain/day.ts';
import { expectedDays } from '../../../domain/parcel/expected-days.ts';
import { slippedPlans } from '../../../domain/parcel/slipped-plans.ts';
import { gates } from '../../../domain/parcel/schema.ts';
import { anyDay, anyPlans } from '../../support/plan-days.ts';
import { tinyFacts, tinyParcel, tinyStretch } from '../../support/tiny-park.ts';

const gate = (
  parcel: string,
  name: 'approved' | 'acquired' | 'levelled',
  plannedOn: string,
  doneOn: string | null = null,
) => ({
  parcel,
  gate: name,
  plannedOn,
  doneOn,
  document: null,
});
const on = (knownOn: string) => ({ on: knownOn, knownOn });

describe('plans that slip', () => {
  test('nothing is late before its day, and everything undone is late once its day has passed', () => {
    expect(slippedPlans(tinyFacts(), on('2007-12-30'))).toEqual([]);
    const late = slippedPlans(tinyFacts(), on('2007-12-31'));
    expect(late.map(({ plan, plannedOn, slippedOn }) => [plan.kind, plannedOn, slippedOn])).toEqual([
      ['work', '2007-12-31', '2008-01-01'],
      ['stretch', '2007-12-31', '2008-01-01'],
    ]);
  });
  test('what follows a late gate keeps its planned distance, even across a second one', () => {
    const facts = tinyFacts({
      gates: [
        gate('A-01', 'approved', '2008-01-10'),
        gate('A-01', 'acquired', '2008-01-31'),
        gate('A-01', 'levelled', '2008-05-01'),
      ],
    });
    const days = expectedDays(facts, '2008-01-14').ofGates(tinyParcel('A-01', 0));
    expect([days.get('approved')!.slippedOn, days.get('acquired')!.slippedOn, days.get('levelled')!.slippedOn]).toEqual(
      ['2008-01-15', '2008-02-05', '2008-05-06'],
    );
    expect(days.get('levelled')!.because).toMatchObject([{ kind: 'gate', gate: 'approved', parcel: 'A-01' }]);
  });
  test('a gate passed late moves nothing any more', () => {
    const facts = tinyFacts({
      gates: [gate('A-01', 'approved', '2008-01-10', '2008-01-14'), gate('A-01', 'acquired', '2008-01-31')],
    });
    expect(expectedDays(facts, '2008-01-14').ofGates(tinyParcel('A-01', 0)).get('acquired')).toMatchObject({
      slippedOn: '2008-01-31',
      because: [],
    });
  });
  test('the subgrade waits for late earthwork beneath it, only there and only on that side', () => {
    //  earthwork  0 ---- left, 12-01 ---- 250
    //  subgrade   0 ---- full, 12-10 ---- 500 ---- full, 12-10 ---- 750
    const lower = tinyStretch('E', {
      layer: 'earthwork',
      side: 'left',
      toMetres: 250,
      plannedOn: '2007-12-01',
      doneOn: null,
    });
    const upper = tinyStretch('S', { toMetres: 500, plannedOn: '2007-12-10', doneOn: null });
    const beside = tinyStretch('T', { fromMetres: 500, toMetres: 750, plannedOn: '2007-12-10', doneOn: null });
    const facts = tinyFacts({ stretches: [lower, upper, beside] });
    expect(expectedDays(facts, '2007-12-05').ofStretch(upper)).toMatchObject({ slippedOn: '2007-12-10', because: [] });
    const assumed = expectedDays(facts, '2007-12-05', [{ kind: 'road', code: 'R9', days: 9 }]);
    expect(assumed.ofStretch(upper).slippedOn).toBe('2007-12-10');
    const late = expectedDays(facts, '2007-12-20');
    expect(late.ofStretch(upper).because.map((plan) => plan.kind === 'stretch' && plan.stretch.id)).toEqual(['S', 'E']);
    expect(late.ofStretch(beside).because.map((plan) => plan.kind === 'stretch' && plan.stretch.id)).toEqual(['T']);
  });
  test('an assumed delay moves the work and the gate of every parcel it serves', () => {
    const days = expectedDays(tinyFacts(), '2007-11-30', [{ kind: 'work', code: 'W-2', days: 30 }]);
    expect(days.ofGates(tinyParcel('A-01', 0)).get('water')).toMatchObject({
      plannedOn: '2007-12-31',
      slippedOn: '2008-01-30',
      because: [{ kind: 'work', work: 'W-2' }],
    });
  });
  test('a work that is late does not matter where another one comes first', () => {
    const [power, water] = [...tinyFacts().works.values()];
    const second = { ...water!, code: 'W-3', plannedOn: '2008-01-05' };
    const facts = tinyFacts({ works: [power!, water!, second] });
    const delay = (days: number) => expectedDays(facts, '2007-11-30', [{ kind: 'work', code: 'W-2', days }]);
    expect(delay(3).ofGates(tinyParcel('A-01', 0)).get('water')!.slippedOn).toBe('2008-01-03');
    expect(delay(90).ofGates(tinyParcel('A-01', 0)).get('water')!.slippedOn).toBe('2008-01-05');
  });
});

describe('in any park', () => {
  test('no day slips backwards, and without anything late none slips at all', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, (facts, knownOn) => {
        const days = expectedDays(facts, knownOn);
        const isAnythingLate = slippedPlans(facts, on(knownOn)).length > 0;
        for (const parcel of facts.parcels.values()) {
          for (const { dueOn, slippedOn, because } of days.ofGates(parcel).values()) {
            expect(slippedOn === null).toBe(dueOn === null);
            if (slippedOn === null || dueOn === null) continue;
            expect(slippedOn >= dueOn).toBe(true);
            expect(because.length > 0).toBe(slippedOn > dueOn);
            if (!isAnythingLate) expect(slippedOn).toBe(dueOn);
          }
        }
      }),
    );
  });
  test('a longer delay never brings anything forward', () => {
    const delays = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        anyPlans,
        anyDay,
        delays,
        delays,
        fc.constantFrom('work', 'road'),
        (facts, knownOn, few, more, kind) => {
          const assume = (days: number) =>
            expectedDays(facts, knownOn, [
              kind === 'work' ? { kind, code: 'W-1', days } : { kind: 'road', code: 'R0', days },
            ]);
          const [short, long] = [assume(Math.min(few, more)), assume(Math.max(few, more))];
          for (const parcel of facts.parcels.values()) {
            for (const name of gates) {
              const [before, after] = [
                short.ofGates(parcel).get(name)!.slippedOn,
                long.ofGates(parcel).get(name)!.slippedOn,
              ];
              if (before !== null && after !== null) expect(after >= before).toBe(true);
            }
          }
        },
      ),
    );
  });
  test('levelling keeps its distance from an open acquisition', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 300 }), (knownOn, acquiredOn, gap) => {
        const facts = tinyFacts({
          gates: [
            gate('A-01', 'approved', '2007-01-01', '2007-01-01'),
            gate('A-01', 'acquired', acquiredOn),
            gate('A-01', 'levelled', addDays(acquiredOn, gap)),
          ],
        });
        const days = expectedDays(facts, knownOn).ofGates(tinyParcel('A-01', 0));
        expect(daysBetween(days.get('acquired')!.slippedOn!, days.get('levelled')!.slippedOn!)).toBe(gap);
      }),
    );
  });
});
