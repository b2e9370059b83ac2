import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountColumns, landAccount } from '../../../domain/account/account.ts';
import { AccountTable } from '../../../domain/account/account-table.ts';
import type { AsOf } from '../../../domain/day.ts';
import { applyChanges, inverse, type Change, type ParkFacts } from '../../../domain/park/facts.ts';
import { parcelsOn } from '../../../domain/parcel/parcels-on.ts';
import { parcelState } from '../../../domain/parcel/parcel-state.ts';
import { parcelStatuses } from '../../../domain/parcel/schema.ts';
import { tinyFacts } from '../../support/tiny-park.ts';
import { anyChanges, anyDay, make } from './any-change.ts';
import { manyPlans } from './many-plans.ts';

/** What `totals` has to say, summed up parcel by parcel. */
function summedUp(facts: ParkFacts, asOf: AsOf) {
  const account = landAccount(facts, asOf);
  return {
    planVersion: account.planVersion,
    rows: account.rows.map(({ figures, ...row }) => ({
      ...row,
      columns: Object.fromEntries(
        accountColumns.map((column) => {
          const { twiceAreaSquareMillimetres, codes } = figures[column];
          return [column, { twiceAreaSquareMillimetres, count: codes.length }];
        }),
      ),
    })),
  };
}

const withoutStatuses = ({ planVersion, rows }: ReturnType<AccountTable['totals']>) => ({
  planVersion,
  rows: rows.map((row) => {
    const { phase, outlineTwiceAreaSquareMillimetres, columns, balanceTwiceAreaSquareMillimetres } = row;
    return { phase, outlineTwiceAreaSquareMillimetres, columns, balanceTwiceAreaSquareMillimetres };
  }),
});

function statusesOf(facts: ParkFacts, asOf: AsOf): (readonly [string, string])[] {
  return parcelsOn(facts, asOf.on).map((parcel) => [parcel.code, parcelState(facts, parcel, asOf).status]);
}

function expectEqual(table: AccountTable, facts: ParkFacts, asOf: AsOf): void {
  const totals = table.totals(asOf.on);
  expect(withoutStatuses(totals)).toEqual(summedUp(facts, asOf));
  const statuses = statusesOf(facts, asOf);
  expect(statuses.map(([code]) => [code, table.statusOn(code, asOf.on)])).toEqual(statuses);
  for (const { statuses: amounts, columns } of totals.rows) {
    const sum = parcelStatuses.reduce((all, status) => all + amounts[status].twiceAreaSquareMillimetres, 0);
    expect(sum).toBe(columns.planned.twiceAreaSquareMillimetres);
  }
}

describe('the account table', () => {
  test('tells the account of a day', () => {
    const table = new AccountTable(tinyFacts(), '2007-11-30');
    const park = (on: string) => table.totals(on).rows.at(-1)!;
    const counts = (on: string) => {
      const { approved, developed, available } = park(on).columns;
      return [approved.count, developed.count, available.count];
    };
    expect(counts('2007-02-28')).toEqual([0, 0, 0]);
    expect(counts('2007-09-15')).toEqual([4, 3, 0]);
    expect(counts('2007-11-30')).toEqual([4, 3, 2]);
    expect(counts('2007-12-31')).toEqual([4, 3, 3]);
    expect(park('2007-11-30').statuses).toMatchObject({ available: { count: 2 }, levelled: { count: 1 } });
    expect(table.statusOn('A-03', '2007-12-31')).toBe('available');
  });

  test('shows a plan before it had parcels by its zones', () => {
    const table = new AccountTable(manyPlans(), '2007-11-30');
    const planned = (on: string) => {
      const { planVersion, rows } = table.totals(on);
      return [planVersion, ...rows.map((row) => [row.phase, row.columns.planned.count])];
    };
    expect(planned('2006-07-18')).toEqual(['v0', ['1', 1], [null, 2]]);
    expect(planned('2007-02-01')).toEqual(['v1', ['1', 3], ['2', 1], [null, 4]]);
    expect(planned('2008-09-01')).toEqual(['v2', ['1', 1], ['2', 1], [null, 2]]);
  });

  test('knows no parcel that is not there', () => {
    const table = new AccountTable(tinyFacts(), '2007-11-30');
    expect(() => table.statusOn('X-00', '2007-11-30')).toThrow('X-00');
    expect(() => table.update(['X-00'])).toThrow('X-00');
  });

  test('is the land account of any day in the eyes of any known day, whatever changes', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyChanges, anyDay, fc.array(anyDay), (changes, knownOn, days) => {
        const facts = manyPlans();
        const table = new AccountTable(facts, knownOn);
        for (const change of changes) {
          table.apply(make(facts, change));
          moved += 1;
        }
        for (const on of [...days, knownOn]) {
          expectEqual(table, facts, { on, knownOn });
          expect(table.totals(on)).toEqual(new AccountTable(facts, knownOn).totals(on));
        }
      }),
      { numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(500);
  });

  test('is after every single change what it would be if made anew', () => {
    fc.assert(
      fc.property(anyChanges, anyDay, anyDay, (changes, knownOn, on) => {
        const facts = manyPlans();
        const table = new AccountTable(facts, knownOn);
        const before = table.totals(on);
        const made: Change[] = [];
        for (const change of changes) {
          const now = make(facts, change);
          made.push(...now);
          table.apply(now);
          expectEqual(table, facts, { on, knownOn });
        }
        const back = inverse(made);
        applyChanges(facts, back);
        table.apply(back);
        expect(table.totals(on)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
