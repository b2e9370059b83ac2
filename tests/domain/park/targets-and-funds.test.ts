import { describe, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { fundReceipts } from '../../../domain/park/fund-receipts.ts';
import { targetActuals } from '../../../domain/park/target-actuals.ts';
import { quantityOf } from '../../../domain/park/target-quantity.ts';
import type { Target, TargetMeasure } from '../../../domain/park/schema.ts';
import { tinyFacts } from '../../support/tiny-park.ts';

const target = (measure: TargetMeasure | null, year = 2007, quantity = 1, unit = ''): Target => ({
  code: 'G',
  year,
  name: '目标',
  nameEn: 'Target',
  quantity,
  unit,
  unitEn: unit,
  measure,
});
const measured = (one: Target, on: string, knownOn = '2007-11-30') => {
  const [actual] = targetActuals(tinyFacts({ targets: [one] }), one.year, { on, knownOn });
  return { ...actual!, quantity: actual!.actual && quantityOf(one, actual!.actual) };
};

describe('targets against actual', () => {
  test('a work counts with the whole quantity aimed at once it is done, planned ones as a forecast', () => {
    const water = target({ kind: 'work', work: 'W-2' }, 2007, 10_000, 'm²');
    expect(measured(water, '2007-11-30')).toMatchObject({ quantity: 0, actual: { codes: [] } });
    expect(measured(water, '2007-12-31')).toMatchObject({ quantity: 10_000, actual: { codes: ['W-2'] } });
  });

  test('land is the account’s figure in the unit of the target, with its parcels', () => {
    const available = target({ kind: 'land', column: 'available', isIncrement: false }, 2007, 60, 'mu');
    const { actual, quantity } = measured(available, '2007-11-30');
    const figure = landAccount(tinyFacts(), { on: '2007-11-30', knownOn: '2007-11-30' }).rows.at(-1)!.figures.available;
    expect(actual).toMatchObject(figure);
    expect(quantity).toBeCloseTo(30, 9);
  });

  test('an increment counts from the last day of the year before; a later question is answered for the year’s end', () => {
    const developed = (year: number) =>
      target({ kind: 'land', column: 'developed', isIncrement: true }, year, 45, 'mu');
    expect(measured(developed(2007), '2007-09-14').quantity).toBe(0);
    expect(measured(developed(2007), '2007-09-15').quantity).toBeCloseTo(45, 9);
    expect(measured(developed(2008), '2008-06-30').quantity).toBe(0);
    expect(measured(developed(2008), '2007-06-30').quantity).toBe(0);
    const later = measured(developed(2007), '2009-01-01');
    expect([later.asOf.on, later.quantity]).toEqual(['2007-12-31', expect.closeTo(45, 9)]);
  });

  test('roads count by number when finished, with the metres that are there', () => {
    const road = target({ kind: 'roads-finished', layers: ['subgrade'], roads: ['R0'] });
    expect(measured(road, '2007-11-30')).toMatchObject({
      quantity: 0,
      actual: { codes: [], metres: { done: 500, wanted: 1000 } },
    });
    expect(measured(road, '2007-12-31')).toMatchObject({ quantity: 1, actual: { codes: ['R0'] } });
    const both = target({ kind: 'roads-finished', layers: ['subgrade', 'surface'], roads: ['R0'] });
    expect(measured(both, '2007-12-31')).toMatchObject({
      quantity: 0,
      actual: { metres: { done: 1000, wanted: 2000 } },
    });
  });

  test('surveys count in the year they were made', () => {
    const survey = { code: 'V', name: '', nameEn: '', scale: 1000, surveyedOn: '2007-04-20' };
    const facts = (year: number) =>
      tinyFacts({
        targets: [target({ kind: 'surveyed' }, year, 1, 'ha')],
        surveys: [{ ...survey, twiceAreaSquareMillimetres: 40_000_000_000 }],
      });
    const asOf = { on: '2008-12-31', knownOn: '2008-12-31' };
    expect(targetActuals(facts(2007), 2007, asOf)[0]!.actual).toMatchObject({ codes: ['V'] });
    expect(targetActuals(facts(2008), 2008, asOf)[0]!.actual).toMatchObject({ twiceAreaSquareMillimetres: 0 });
  });

  test('without a measure nobody knows', () => {
    expect(measured(target(null), '2007-11-30').actual).toBeNull();
  });
});

test('funds of a year: planned, and received up to a day', () => {
  const fund = (code: string, year: number, plannedYuan: number, receipts: { on: string; amountYuan: number }[]) => ({
    code,
    year,
    source: '融资',
    sourceEn: 'Loan',
    plannedYuan,
    receipts,
  });
  const facts = tinyFacts({
    funds: [
      fund('F-1', 2008, 100, [
        { on: '2008-03-01', amountYuan: 30 },
        { on: '2008-05-01', amountYuan: 20 },
      ]),
      fund('F-2', 2008, 50, []),
      fund('F-3', 2009, 1, [{ on: '2008-01-01', amountYuan: 1 }]),
    ],
  });
  expect(fundReceipts(facts, 2008, '2008-04-30')).toEqual({
    year: 2008,
    funds: [
      { code: 'F-1', plannedYuan: 100, receivedYuan: 30 },
      { code: 'F-2', plannedYuan: 50, receivedYuan: 0 },
    ],
    plannedYuan: 150,
    receivedYuan: 30,
  });
});
