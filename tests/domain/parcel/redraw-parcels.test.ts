import { describe, expect, test } from 'vitest';
import { AccountTable } from '../../../domain/account/account-table.ts';
import { compareAccounts } from '../../../domain/account/compare-accounts.ts';
import { applyChanges, knownUntil, type ParkFacts } from '../../../domain/park/facts.ts';
import { parcelOn, parcelsOn } from '../../../domain/parcel/parcels-on.ts';
import { recordGate } from '../../../domain/parcel/record-gate.ts';
import { redrawParcels, type Redrawing } from '../../../domain/parcel/redraw-parcels.ts';
import { assignParcels } from '../../../domain/project/assign-parcels.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { tinyContext, tinyFacts, tinyParcel } from '../../support/tiny-park.ts';

const hectare = 20_000_000_000;
const land = (boundary: string, hectares: number) => ({ boundary, twiceAreaSquareMillimetres: hectares * hectare });
const rowOf = (code: string, fromMetres: number) => {
  const { twiceAreaSquareMillimetres: _, ...row } = tinyParcel(code, fromMetres);
  return row;
};
const nothing = { reshaped: [], removed: [], added: [] };
const today = { today: '2007-12-05' };

/** The tiny park after land was redrawn on 2007-12-01. */
function redrawn(input: Partial<Redrawing>, facts: ParkFacts = tinyFacts()): ParkFacts {
  const decision = redrawParcels(facts, { on: '2007-12-01', ...nothing, ...input }, today);
  if (isRefusal(decision)) throw new Error(`${decision.refusal} ${JSON.stringify(decision.detail)}`);
  applyChanges(facts, decision.changes);
  return facts;
}
const refusalOf = (input: Partial<Redrawing>, facts: ParkFacts = tinyFacts()) => {
  const decision = redrawParcels(facts, { on: '2007-12-01', ...nothing, ...input }, today);
  return isRefusal(decision) ? [decision.refusal, decision.detail] : null;
};
const planned = (facts: ParkFacts, on: string) => {
  const table = new AccountTable(facts, knownUntil(facts));
  const { planned: amount, available } = table.totals(on).rows.at(-1)!.columns;
  return [amount.twiceAreaSquareMillimetres / hectare, amount.count, available.count];
};

//   before            A-01 | A-02 | A-03 | B-01        one hectare each
//   cut in two        A-01 | A-21 + A-22 | A-03 | B-01
const cut: Partial<Redrawing> = {
  removed: ['A-02'],
  added: [
    { row: rowOf('A-21', 250), from: ['A-02'], ...land('b1', 0.4) },
    { row: rowOf('A-22', 250), from: ['A-02'], ...land('b2', 0.6) },
  ],
};

describe('redrawing parcels', () => {
  test('a parcel that grows has its old area before the day and its new one from then on', () => {
    const facts = redrawn({ reshaped: [{ code: 'A-01', ...land('b1', 3) }] });
    expect(planned(facts, '2007-11-30')).toEqual([4, 4, 2]);
    expect(planned(facts, '2007-12-01')).toEqual([6, 4, 2]);
    expect(parcelOn(facts, 'A-01', '2007-11-30')!.twiceAreaSquareMillimetres).toBe(hectare);
    expect(facts.parcels.get('A-01')!.twiceAreaSquareMillimetres).toBe(3 * hectare);
  });

  test('a parcel cut in two is gone, and its parts stand where it stood', () => {
    const facts = redrawn(cut);
    const codes = (on: string) => parcelsOn(facts, on).map(({ code }) => code);
    expect(codes('2007-11-30')).toEqual(['A-01', 'A-02', 'A-03', 'B-01']);
    expect(codes('2007-12-01')).toEqual(['A-01', 'A-03', 'B-01', 'A-21', 'A-22']);
    expect(planned(facts, '2007-12-01')).toEqual([4, 5, 3]);
    expect([...facts.gates.get('A-21')!.values()]).toEqual(
      [...facts.gates.get('A-02')!.values()].map((gate) => ({ ...gate, parcel: 'A-21' })),
    );
    const table = new AccountTable(facts, '2007-12-01');
    expect(table.statusOn('A-22', '2007-12-01')).toBe(table.statusOn('A-02', '2007-11-30'));
    expect(() => table.statusOn('A-22', '2007-11-30')).toThrow('A-22');
  });

  test('parcels made one have what all of them had, on the last of their days', () => {
    const facts = tinyFacts();
    const days = { 'A-01': '2007-10-01', 'A-02': '2007-10-20' };
    for (const [parcel, doneOn] of Object.entries(days)) {
      const input = { parcels: [parcel], gate: 'telecom' as const, doneOn, document: null };
      const decision = recordGate(facts, input, tinyContext());
      if (isRefusal(decision)) throw new Error(decision.refusal);
      applyChanges(facts, decision.changes);
    }
    const row = rowOf('A-12', 0);
    redrawn({ removed: ['A-01', 'A-02'], added: [{ row, from: ['A-01', 'A-02'], ...land('b1', 2) }] }, facts);
    expect(facts.gates.get('A-12')!.get('telecom')).toEqual({
      parcel: 'A-12',
      gate: 'telecom',
      plannedOn: null,
      doneOn: '2007-10-20',
      document: null,
    });
    const other = tinyFacts();
    other.gates.get('A-02')!.delete('levelled');
    redrawn({ removed: ['A-01', 'A-02'], added: [{ row, from: ['A-01', 'A-02'], ...land('b1', 2) }] }, other);
    expect(other.gates.get('A-12')!.has('levelled')).toBe(false);
    expect(other.gates.get('A-12')!.has('acquired')).toBe(true);
  });

  test('the comparison of two days says that the land changed', () => {
    const facts = redrawn(cut);
    const at = (on: string) => ({ on, knownOn: '2007-12-01' });
    const { rows } = compareAccounts(facts, at('2007-11-30'), at('2007-12-01'));
    const { entered, left, ...column } = rows.at(-1)!.columns.planned;
    expect(left.map(({ code, cause }) => [code, cause])).toEqual([['A-02', { kind: 'boundary', on: '2007-12-01' }]]);
    expect(entered.map(({ code }) => code)).toEqual(['A-21', 'A-22']);
    expect(column.differenceTwiceAreaSquareMillimetres).toBe(0);
  });

  test('on the day a boundary began it is replaced, as if it had never been', () => {
    const facts = redrawn({ reshaped: [{ code: 'A-01', ...land('b1', 3) }] });
    redrawn({ reshaped: [{ code: 'A-01', ...land('b2', 2) }] }, facts);
    expect([...facts.boundaries.get('A-01')!.keys()]).toEqual(['A-01', 'b2']);
    expect(planned(facts, '2007-12-01')).toEqual([5, 4, 2]);
  });

  test('a parcel off the map is given to nobody, and nothing more is recorded on it', () => {
    const facts = redrawn(cut);
    const claim = { project: 'P-01', kind: 'hold' as const, untilOn: null, startBy: null, finishBy: null };
    const give = (parcel: string, fromOn: string) =>
      assignParcels(facts, { ...claim, parcels: [parcel], fromOn }, tinyContext('2007-12-05'));
    const gone = { refusal: 'parcel.not-there', detail: { parcel: 'A-02', fromOn: null, untilOn: '2007-12-01' } };
    expect(give('A-02', '2007-12-03')).toMatchObject(gone);
    expect(give('A-21', '2007-11-20')).toMatchObject({ refusal: 'parcel.not-there', detail: { fromOn: '2007-12-01' } });
    expect(isRefusal(give('A-21', '2007-12-03'))).toBe(false);
    const gate = { gate: 'telecom' as const, document: null };
    const record = (parcel: string, doneOn: string) =>
      recordGate(facts, { ...gate, parcels: [parcel], doneOn }, tinyContext('2007-12-05'));
    expect(record('A-02', '2007-12-03')).toMatchObject(gone);
    expect(isRefusal(record('A-02', '2007-11-20'))).toBe(false);
    expect(isRefusal(record('A-21', '2007-11-20'))).toBe(false);
  });

  test('parcel.unknown, parcel.exists, parcel.not-there', () => {
    expect(refusalOf({ removed: ['X-00'] })).toEqual(['parcel.unknown', { parcel: 'X-00' }]);
    expect(refusalOf({ added: [{ row: rowOf('A-01', 0), from: [], ...land('b', 1) }] })).toEqual([
      'parcel.exists',
      { parcel: 'A-01' },
    ]);
    const facts = redrawn(cut);
    expect(refusalOf({ removed: ['A-02'] }, facts)![0]).toBe('parcel.not-there');
    expect(refusalOf({ added: [{ row: rowOf('A-02', 0), from: [], ...land('b', 1) }] }, facts)![0]).toBe(
      'parcel.exists',
    );
  });

  test('parcel.claimed: claimed land is reshaped, not taken off the map', () => {
    const claim = { project: 'P-01', kind: 'hold' as const, untilOn: null, startBy: null, finishBy: null };
    const facts = tinyFacts({ claims: [{ id: 'c', parcel: 'A-02', fromOn: '2007-11-01', ...claim }] });
    expect(refusalOf({ removed: ['A-02'] }, facts)).toMatchObject(['parcel.claimed', { project: 'P-01' }]);
    redrawn({ reshaped: [{ code: 'A-02', ...land('b1', 2) }] }, facts);
    expect(facts.claims.get('A-02')!.size).toBe(1);
  });

  test('land.later-change, land.unchanged, day.future, day.before-park', () => {
    const facts = redrawn(cut);
    expect(refusalOf({ on: '2007-11-01', removed: ['A-02'] }, facts)).toEqual([
      'land.later-change',
      { parcel: 'A-02', day: '2007-11-01', later: '2007-12-01' },
    ]);
    expect(refusalOf({})).toEqual(['land.unchanged', {}]);
    expect(refusalOf({ on: '2007-12-06', removed: ['A-02'] })![0]).toBe('day.future');
    expect(refusalOf({ on: '1999-01-01', removed: ['A-02'] })![0]).toBe('day.before-park');
  });
});
