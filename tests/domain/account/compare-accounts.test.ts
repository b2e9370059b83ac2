import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountColumns, planInForce, type AccountColumn } from '../../../domain/account/account.ts';
import { AccountTable } from '../../../domain/account/account-table.ts';
import { compareAccounts, type AccountComparison } from '../../../domain/account/compare-accounts.ts';
import { isInColumn } from '../../../domain/account/measures.ts';
import { addDays, type Day } from '../../../domain/day.ts';
import type { ParkFacts } from '../../../domain/park/facts.ts';
import type { Claim } from '../../../domain/project/schema.ts';
import { boundaryOn } from '../../../domain/parcel/parcels-on.ts';
import { tinyFacts } from '../../support/tiny-park.ts';
import { anyChanges, anyDay, make } from './any-change.ts';
import { manyPlans } from './many-plans.ts';

const known = '2007-11-30';
const between = (facts: ParkFacts, from: string, to: string, knownOn = known) =>
  compareAccounts(facts, { on: from, knownOn }, { on: to, knownOn });
const column = (comparison: AccountComparison, name: AccountColumn, phase: string | null = null) =>
  comparison.rows.find((row) => row.phase === phase)!.columns[name];
const causes = (moved: ReturnType<typeof column>['entered']) => moved.map(({ code, cause }) => [code, cause]);

function claimed(...claims: Partial<Claim>[]): ParkFacts {
  const rest = { project: 'P-01', parcel: 'A-01', untilOn: null, startBy: null, finishBy: null };
  const complete = claims.map((claim, index) => ({
    id: `C-${index}`,
    ...rest,
    kind: 'contract',
    fromOn: known,
    ...claim,
  }));
  return tinyFacts({ claims: complete as Claim[] });
}

describe('two accounts side by side', () => {
  test('name the parcels that make the difference, and the gate that did it last', () => {
    const available = column(between(tinyFacts(), '2007-09-30', '2007-11-30'), 'available');
    const gate = { kind: 'gate', gate: 'road', on: '2007-10-01', forecast: false };
    expect(causes(available.entered)).toEqual([
      ['A-01', gate],
      ['A-02', gate],
    ]);
    expect([available.before.count, available.after.count, available.left]).toEqual([0, 2, []]);
    const developed = column(between(tinyFacts(), '2007-09-14', '2007-09-15'), 'developed', '1');
    expect(developed.entered[0]!.cause).toMatchObject({ gate: 'levelled', on: '2007-09-15' });
  });

  test('tell a forecast, and the day a late plan counts from', () => {
    const forecast = column(between(tinyFacts(), '2007-11-30', '2007-12-31'), 'available');
    expect(causes(forecast.entered)).toEqual([
      ['A-03', { kind: 'gate', gate: 'road', on: '2007-12-31', forecast: true }],
    ]);
    const late = between(tinyFacts(), '2007-11-30', '2008-12-31', '2008-01-31');
    expect(causes(column(late, 'available').entered)).toMatchObject([['A-03', { on: '2008-02-01', forecast: true }]]);
  });

  test.each<[string, Partial<Claim>[], AccountColumn, 'entered' | 'left', object]>([
    ['a contract', [{}], 'contracted', 'entered', { claimKind: 'contract', isEnd: false, on: known }],
    ['a contract', [{}], 'free', 'left', { claimKind: 'contract', isEnd: false, on: known }],
    [
      'a reservation',
      [{ kind: 'reservation', project: 'P-02' }],
      'reserved',
      'entered',
      { project: 'P-02', claimKind: 'reservation', on: known },
    ],
    [
      'the end of a contract',
      [{ fromOn: '2007-10-05', untilOn: '2007-11-20' }],
      'contracted',
      'left',
      { isEnd: true, on: '2007-11-20' },
    ],
    [
      'the end of a contract before a reservation',
      [
        { fromOn: '2007-10-05', untilOn: '2007-11-20' },
        { fromOn: '2007-11-20', kind: 'reservation', project: 'P-02' },
      ],
      'available',
      'entered',
      { isEnd: true, on: '2007-11-20', project: 'P-01' },
    ],
    [
      'a contract after a reservation',
      [{ fromOn: '2007-10-05', untilOn: '2007-11-20', kind: 'reservation' }, { fromOn: '2007-11-20' }],
      'reserved',
      'left',
      { isEnd: false, on: '2007-11-20', claimKind: 'contract' },
    ],
  ])('%s moves a parcel: %o, %s %s', (_, claims, name, direction, cause) => {
    const compared = column(between(claimed(...claims), '2007-10-10', '2007-11-30'), name);
    expect(compared[direction]).toMatchObject([{ code: 'A-01', cause: { kind: 'claim', ...cause } }]);
  });

  test('a stage of the project moves what it holds', () => {
    const facts = claimed({ fromOn: '2007-10-05' });
    const project = facts.projects.get('P-01')!;
    facts.projects.set('P-01', { ...project, stages: [{ stage: 'construction', on: '2007-11-01' }] });
    const { entered } = column(between(facts, '2007-10-10', '2007-11-30'), 'construction');
    expect(causes(entered)).toEqual([
      ['A-01', { kind: 'stage', project: 'P-01', stage: 'construction', on: '2007-11-01' }],
    ]);
  });

  test('a parcel that came and went again is not named', () => {
    const facts = claimed({ fromOn: '2007-10-15', untilOn: '2007-11-20' });
    const { entered, left } = column(between(facts, '2007-10-10', '2007-11-30'), 'contracted');
    expect([entered, left]).toEqual([[], []]);
  });

  test('a new plan brings its parcels and takes away the zones of the old one', () => {
    const planned = column(between(manyPlans(), '2007-01-31', '2007-03-15'), 'planned');
    const cause = { kind: 'plan-version', planVersion: 'v1', on: '2007-02-01' };
    expect(planned.left.map(({ kind, code }) => [kind, code])).toEqual([
      ['parcel', 'O-01'],
      ['zone', 'O-1'],
    ]);
    expect(planned.entered.map(({ code }) => code)).toEqual(['A-01', 'A-02', 'A-03', 'B-01']);
    expect([...planned.entered, ...planned.left].map((moved) => moved.cause)).toEqual(Array(6).fill(cause));
    const approved = column(between(manyPlans(), '2007-01-31', '2007-03-15'), 'approved');
    expect(approved.entered[0]!.cause).toMatchObject({ kind: 'gate', gate: 'approved', on: '2007-03-01' });
    const facts = manyPlans();
    for (const gate of facts.gates.values()) gate.set('approved', { ...gate.get('approved')!, doneOn: '2007-01-20' });
    expect(causes(column(between(facts, '2006-12-31', '2007-03-15'), 'approved').entered)).toContainEqual([
      'A-01',
      cause,
    ]);
  });

  test('what was only expected and did not come is told by what is known later', () => {
    const facts = tinyFacts();
    const expected = { on: '2007-12-31', knownOn: known };
    const actual = { on: '2007-12-31', knownOn: '2007-12-31' };
    const { left } = column(compareAccounts(facts, expected, actual), 'available');
    expect(causes(left)).toEqual([['A-03', { kind: 'knowledge', on: '2007-12-31' }]]);
  });

  test('refuse days in the wrong order', () => {
    expect(() => between(tinyFacts(), '2007-12-01', '2007-11-30')).toThrow(RangeError);
  });
});

test('the difference is what entered minus what left, and on the day of its cause a parcel moved', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      anyChanges,
      fc.tuple(anyDay, anyDay).map((days) => days.sort()),
      fc.tuple(anyDay, fc.option(anyDay)),
      (changes, [from, to], [knownOn, other]) => {
        const facts = manyPlans();
        for (const change of changes) make(facts, change);
        const a = { on: from!, knownOn };
        const b = { on: to!, knownOn: other ?? knownOn };
        const seenLater = new AccountTable(facts, b.knownOn);
        for (const row of compareAccounts(facts, a, b).rows) {
          for (const name of accountColumns) {
            const { before, after, entered, left, ...difference } = row.columns[name];
            const area = (moved: typeof entered) => moved.reduce((sum, one) => sum + one.twiceAreaSquareMillimetres, 0);
            expect(difference.differenceTwiceAreaSquareMillimetres).toBe(area(entered) - area(left));
            expect(after.count - before.count).toBe(entered.length - left.length);
            for (const { code, isIn, cause } of [...entered, ...left]) {
              seen.add(cause.kind);
              if (cause.kind === 'knowledge') expect(a.knownOn).not.toBe(b.knownOn);
              else expect(from! < cause.on && cause.on <= to!).toBe(true);
              if (cause.kind === 'knowledge') continue;
              const dayBefore = addDays(cause.on, -1);
              if (cause.kind === 'boundary') {
                const own = [...facts.boundaries.get(code)!.values()];
                expect(boundaryOn(own, dayBefore)?.id).not.toBe(boundaryOn(own, cause.on)?.id);
                continue;
              }
              const parcel = facts.parcels.get(code);
              const land = parcel ?? facts.zones.find((zone) => zone.code === code);
              const isInOn = (on: Day) =>
                planInForce(facts, on).code === land!.planVersion &&
                (!parcel || isInColumn(seenLater.maskOn(code, on), name));
              expect([isInOn(dayBefore), isInOn(cause.on)]).toEqual([!isIn, isIn]);
              const isNewPlan = planInForce(facts, dayBefore) !== planInForce(facts, cause.on);
              expect(cause.kind === 'plan-version').toBe(isNewPlan);
            }
          }
        }
      },
    ),
    { numRuns: 200 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['boundary', 'claim', 'gate', 'knowledge', 'plan-version']));
});
