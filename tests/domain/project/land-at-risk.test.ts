import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../domain/project/schema.ts';
import { landAtRisk, totalAtRisk } from '../../../domain/project/land-at-risk.ts';
import { anyDay, anyPlans } from '../../support/plan-days.ts';
import { tinyFacts, tinyProject } from '../../support/tiny-park.ts';

const known = (knownOn: string) => ({ on: knownOn, knownOn });
const claim = (parcel: string, project: string, kind: Claim['kind'] = 'reservation'): Claim => ({
  id: `${parcel}/${project}`,
  project,
  parcel,
  kind,
  fromOn: '2007-10-01',
  untilOn: null,
  startBy: null,
  finishBy: null,
});
const booked = () =>
  tinyFacts({
    projects: [tinyProject('P-01'), { ...tinyProject('P-02'), totalInvestmentYuan: 90_000_000 }],
    claims: [claim('A-01', 'P-01'), claim('A-02', 'P-01'), claim('A-03', 'P-02', 'contract')],
  });

describe('land at risk', () => {
  test('nothing late: nothing at risk', () => {
    expect(landAtRisk(booked(), known('2007-11-30'))).toEqual([]);
  });
  test('the chain from late work and road to parcels, projects and money, the largest first', () => {
    const risks = landAtRisk(booked(), known('2008-01-15'));
    expect(
      risks.map(({ late, parcels, projects, investmentYuan }) => [
        late.code,
        late.lateDays,
        parcels,
        projects,
        investmentYuan,
      ]),
    ).toEqual([
      ['W-2', 16, ['A-01', 'A-02', 'A-03'], ['P-01', 'P-02'], 100_000_000],
      ['R0', 16, ['A-03'], ['P-02'], 90_000_000],
    ]);
    expect(risks.map(({ holdsSupply }) => holdsSupply)).toEqual([false, true]);
    expect(risks[1]!.late).toMatchObject({
      kind: 'road',
      layer: 'subgrade',
      fromMetres: 500,
      toMetres: 1000,
      isAssumed: false,
    });
    expect(totalAtRisk(booked(), risks, known('2008-01-15'))).toMatchObject({
      parcels: ['A-01', 'A-02', 'A-03'],
      investmentYuan: 100_000_000,
    });
  });
  test('a delay within the time a parcel has anyway costs nothing', () => {
    const delays = (days: number) => [{ kind: 'work' as const, code: 'W-2', days }];
    const facts = booked();
    facts.gates
      .get('A-01')!
      .set('levelled', { parcel: 'A-01', gate: 'levelled', plannedOn: '2008-02-01', doneOn: null, document: null });
    const parcels = (days: number) => landAtRisk(facts, known('2007-11-30'), delays(days))[0]!.parcels;
    expect(parcels(30)).toEqual(['A-02', 'A-03']);
    expect(parcels(40)).toEqual(['A-01', 'A-02', 'A-03']);
  });
  test('an assumed delay is marked, and none of what is done can be late', () => {
    const risks = (code: string) => landAtRisk(booked(), known('2007-11-30'), [{ kind: 'work', code, days: 30 }]);
    expect(risks('W-2')).toMatchObject([
      { late: { code: 'W-2', slippedOn: '2008-01-30', lateDays: 30, isAssumed: true } },
    ]);
    expect(risks('W-1')).toEqual([]);
  });
  test('late parcels of one batch are one risk', () => {
    const record = { gate: 'approved' as const, plannedOn: '2007-12-10', doneOn: null, document: '第四批' };
    const facts = tinyFacts({
      gates: ['A-01', 'A-02'].flatMap((parcel) => [
        { ...record, parcel },
        { ...record, parcel, gate: 'acquired' as const, document: null, plannedOn: '2008-03-01' },
        { ...record, parcel, gate: 'levelled' as const, document: null, plannedOn: '2008-06-01' },
      ]),
    });
    const [batch, ...others] = landAtRisk(facts, known('2007-12-20'));
    expect(others).toEqual([]);
    expect(batch).toMatchObject({
      late: { kind: 'gate', gate: 'approved', document: '第四批', lateDays: 11 },
      parcels: ['A-01', 'A-02'],
    });
  });
});

describe('in any park', () => {
  test('each project and each parcel counts once, in every row and in the total; rows are sorted by money', () => {
    fc.assert(
      fc.property(anyPlans, anyDay, fc.integer({ min: 0, max: 90 }), (facts, knownOn, days) => {
        const asOf = known(knownOn);
        const risks = landAtRisk(facts, asOf, [{ kind: 'work', code: 'W-2', days }]);
        for (const stake of [...risks, totalAtRisk(facts, risks, asOf)]) {
          expect(new Set(stake.projects).size).toBe(stake.projects.length);
          expect(new Set(stake.parcels).size).toBe(stake.parcels.length);
          expect(stake.investmentYuan).toBe(stake.projects.length * 10_000_000);
          expect(stake.twiceAreaSquareMillimetres).toBe(stake.parcels.length * 20_000_000_000);
        }
        const money = risks.map(({ investmentYuan }) => investmentYuan);
        expect(money).toEqual([...money].sort((a, b) => b - a));
        for (const { late } of risks) expect(late.slippedOn > late.plannedOn && late.lateDays > 0).toBe(true);
      }),
    );
  });
});
