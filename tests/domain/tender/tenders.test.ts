import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earthwork } from '../../../domain/tender/earthwork.ts';
import { paidYuan } from '../../../domain/tender/paid-yuan.ts';
import { sectionSchema, type Section } from '../../../domain/tender/schema.ts';
import { sectionStates } from '../../../domain/tender/section-states.ts';
import { tenderSavings } from '../../../domain/tender/tender-savings.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

const section = (code: string, change: object): Section =>
  sectionSchema.parse({
    code,
    name: code,
    nameEn: code,
    road: null,
    tender: null,
    contract: null,
    earthwork: null,
    ...change,
  });
const tender = (on: string, controlYuan: number, winningYuan: number) => ({
  on,
  controlYuan,
  winningYuan,
  winner: '甲',
  winnerEn: 'A',
});
const earth = {
  plannedCutCubicMetres: 100,
  plannedFillCubicMetres: 60,
  certificates: [
    { on: '2007-06-30', cutCubicMetres: 30, fillCubicMetres: 10 },
    { on: '2007-08-31', cutCubicMetres: 20, fillCubicMetres: 5 },
  ],
};
const facts = tinyFacts({
  sections: [
    section('T-1', {
      tender: tender('2007-03-01', 1000, 500),
      contract: { on: '2007-03-10', priceYuan: 500, settledYuan: null },
      earthwork: earth,
    }),
    section('T-2', { tender: tender('2007-07-01', 100, 99) }),
    section('T-3', { contract: { on: '2007-05-01', priceYuan: 800, settledYuan: 780 }, earthwork: earth }),
  ],
  payments: [
    { id: 'Z-1', section: 'T-1', on: '2007-04-01', amountYuan: 200, note: '', noteEn: '' },
    { id: 'Z-2', section: 'T-1', on: '2007-09-01', amountYuan: 100, note: '', noteEn: '' },
    { id: 'Z-3', section: null, on: '2007-04-02', amountYuan: 7, note: '', noteEn: '' },
  ],
});

describe('tenders', () => {
  test('the rate is Σ saved ÷ Σ control, not the mean of the rates, and only what was opened counts', () => {
    expect(tenderSavings(facts, '2007-06-30')).toMatchObject({ count: 1, rate: { numerator: 500, denominator: 1000 } });
    expect(tenderSavings(facts, '2007-07-01')).toEqual({
      sections: ['T-1', 'T-2'],
      count: 2,
      controlYuan: 1100,
      winningYuan: 599,
      savedYuan: 501,
      rate: { numerator: 501, denominator: 1100 },
    });
    expect(tenderSavings(facts, '2007-02-28').rate).toEqual({ numerator: 0, denominator: 0 });
  });

  test('earthwork is planned from the letting and certified up to the day, cut and fill apart', () => {
    expect(earthwork(facts, '2007-04-01')).toEqual({
      sections: ['T-1'],
      plannedCutCubicMetres: 100,
      plannedFillCubicMetres: 60,
      certifiedCutCubicMetres: 0,
      certifiedFillCubicMetres: 0,
    });
    expect(earthwork(facts, '2007-08-31')).toMatchObject({
      sections: ['T-1', 'T-3'],
      certifiedCutCubicMetres: 100,
      certifiedFillCubicMetres: 30,
    });
  });

  test('a section on a day: what has not happened is not there', () => {
    const on = (day: string) => sectionStates(facts, day);
    expect(on('2007-03-05')[0]).toMatchObject({ isLet: true, contract: null, dueYuan: null, paidYuan: 0 });
    expect(on('2007-04-01')[0]).toMatchObject({ dueYuan: 500, paidYuan: 200 });
    expect(on('2007-04-01')[1]).toMatchObject({ isLet: false, tender: null });
    expect(on('2007-05-01')[2]).toMatchObject({ letOn: '2007-05-01', dueYuan: 780 });
  });

  test('payments of all sections and those outside are what was paid', () => {
    const day = fc.integer({ min: 1, max: 12 }).map((month) => `2007-${String(month).padStart(2, '0')}-15`);
    fc.assert(
      fc.property(day, (on) => {
        const ofSections = sectionStates(facts, on).reduce((sum, one) => sum + one.paidYuan, 0);
        expect(ofSections + paidYuan(facts, on, null)).toBe(paidYuan(facts, on));
      }),
    );
    expect(paidYuan(facts, '2007-12-31')).toBe(307);
  });
});
