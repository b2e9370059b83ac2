import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { addDays } from '../../../domain/day.ts';
import { readinessGroups } from '../../../domain/parcel/readiness-groups.ts';
import { neededGates, parcelReadiness, parkReadiness } from '../../../domain/parcel/readiness.ts';
import { anyDay, anyPlans } from '../../support/plan-days.ts';
import { tinyFacts, tinyParcel } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };

describe('readiness of a parcel', () => {
  test('ready since its last gate', () => {
    expect(parcelReadiness(tinyFacts(), tinyParcel('A-01', 0), now)).toMatchObject({
      state: 'ready',
      on: '2007-10-01',
      blockers: [],
    });
  });
  test('ready by the plan of the road in front of it', () => {
    const readiness = parcelReadiness(tinyFacts(), tinyParcel('A-03', 500), now);
    expect(readiness).toMatchObject({ state: 'ready-by', on: '2007-12-31', plannedOn: '2007-12-31', isLate: false });
    expect(readiness.blockers).toMatchObject([
      { gate: 'road', source: { kind: 'road', road: 'R0', fromMetres: 500, toMetres: 750 }, plannedOn: '2007-12-31' },
    ]);
  });
  test('blocked by every gate that no plan leads to', () => {
    const { state, on, blockers } = parcelReadiness(tinyFacts(), tinyParcel('B-01', 750, '2'), now);
    expect([state, on]).toEqual(['blocked', null]);
    expect(blockers.map(({ gate, slippedOn }) => [gate, slippedOn])).toEqual([
      ['acquired', null],
      ['levelled', null],
      ['road', '2007-12-31'],
      ['power', null],
    ]);
  });
  test('a plan does not lead anywhere when the gate before it has none', () => {
    const levelled = {
      parcel: 'B-01',
      gate: 'levelled' as const,
      plannedOn: '2008-03-01',
      doneOn: null,
      document: null,
    };
    const facts = tinyFacts({ gates: [levelled] });
    const { blockers } = parcelReadiness(facts, tinyParcel('B-01', 750, '2'), now);
    expect(blockers.find(({ gate }) => gate === 'levelled')).toMatchObject({
      plannedOn: '2008-03-01',
      slippedOn: null,
    });
  });
  test('given while a contract is live, whatever is missing', () => {
    const agreed = { untilOn: null, startBy: null, finishBy: null };
    const claim = {
      id: 'C',
      project: 'P-01',
      parcel: 'A-03',
      kind: 'contract' as const,
      fromOn: '2007-10-05',
      ...agreed,
    };
    const readiness = parcelReadiness(tinyFacts({ claims: [claim] }), tinyParcel('A-03', 500), now);
    expect(readiness).toMatchObject({ state: 'given', on: '2007-10-05' });
    expect(readiness.blockers.map(({ gate }) => gate)).toEqual(['road']);
  });
  test('supply needs also the gates that legally come before its own', () => {
    expect([...neededGates({ gatesForSupply: ['levelled', 'water'] })]).toEqual([
      'approved',
      'acquired',
      'levelled',
      'water',
    ]);
    expect([...neededGates({ gatesForSupply: ['water'] })]).toEqual(['water']);
  });
});

describe('readiness of any park on any day', () => {
  test('ready is what the account counts as available, given what it counts as contracted', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, anyDay, (facts, on, knownOn) => {
        const { figures } = landAccount(facts, { on, knownOn }).rows.at(-1)!;
        const readiness = [...parkReadiness(facts, { on, knownOn })];
        const are = (state: string) => readiness.filter(([, one]) => one.state === state).map(([code]) => code);
        expect(are('ready')).toEqual(figures.available.codes);
        expect(are('given')).toEqual(figures.contracted.codes);
      }),
    );
  });
  test('ready-by names the first day on which a forecast counts the parcel, blocked one that never comes', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, (facts, knownOn) => {
        const free = { ...facts, claims: new Map() };
        const countsOn = (code: string, on: string) =>
          landAccount(free, { on, knownOn }).rows.at(-1)!.figures.available.codes.includes(code);
        for (const [code, { state, plannedOn }] of parkReadiness(free, { on: knownOn, knownOn })) {
          if (state === 'blocked') expect(countsOn(code, '2199-01-01')).toBe(false);
          if (state !== 'ready-by') continue;
          const first = plannedOn! > knownOn ? plannedOn! : addDays(knownOn, 1);
          expect([countsOn(code, addDays(first, -1)), countsOn(code, first)]).toEqual([false, true]);
        }
      }),
    );
  });
  test('the expected day is never before the planned one, and always after what is known', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, (facts, knownOn) => {
        for (const { state, on, plannedOn, isLate } of parkReadiness(facts, { on: knownOn, knownOn }).values()) {
          if (state !== 'ready-by') continue;
          expect(on! >= plannedOn!).toBe(true);
          expect(isLate).toBe(on !== plannedOn);
          expect(on! > knownOn).toBe(true);
        }
      }),
    );
  });
  test('groups hold every parcel once and add up to the planned land', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, anyDay, (facts, on, knownOn) => {
        const groups = readinessGroups(facts, parkReadiness(facts, { on, knownOn }));
        const { planned } = landAccount(facts, { on, knownOn }).rows.at(-1)!.figures;
        expect(groups.flatMap(({ codes }) => codes).sort()).toEqual([...planned.codes].sort());
        const sum = groups.reduce((total, group) => total + group.twiceAreaSquareMillimetres, 0);
        expect(sum).toBe(planned.twiceAreaSquareMillimetres);
      }),
    );
  });
});

test('groups come in order: ready, month by month, blocked, given', () => {
  const groups = readinessGroups(tinyFacts(), parkReadiness(tinyFacts(), now));
  expect(groups.map(({ state, month, codes }) => [state, month, ...codes])).toEqual([
    ['ready', null, 'A-01', 'A-02'],
    ['ready-by', '2007-12', 'A-03'],
    ['blocked', null, 'B-01'],
  ]);
});
