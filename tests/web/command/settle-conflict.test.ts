import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedRow } from '../../../domain/park/compare-rows.ts';
import type { GateRecord } from '../../../domain/parcel/schema.ts';
import { settleConflict } from '../../../web/operations/settle-conflict.ts';

const record = (parcel: string, doneOn: string): GateRecord => ({
  parcel,
  gate: 'telecom',
  plannedOn: null,
  doneOn,
  document: null,
});
/** A parcel whose day somebody set to the first of December while I want the second. */
function row(parcel: string, mine: Record<string, string | null> = {}): ComparedRow {
  const theirs = { doneOn: '2007-12-01', document: '他的' };
  const wanted = { doneOn: '2007-12-02', document: '他的', ...mine };
  const conflicts = (['doneOn', 'document'] as const)
    .filter((field) => theirs[field] !== wanted[field])
    .map((field) => ({ field, base: null, theirs: theirs[field], mine: wanted[field], seq: 9 }));
  const change = { table: 'gate' as const, before: null, after: record(parcel, wanted.doneOn) };
  return { thing: `gate:${parcel}/telecom`, change, theirs, mine: wanted, conflicts };
}

describe('settleConflict', () => {
  it('takes what is kept of theirs into the form about one parcel, and leaves mine', () => {
    const rows = [row('A-01', { document: '我的' })];
    expect(settleConflict(rows, (_row, { field }) => field === 'document', 1)).toEqual({
      fields: { document: '他的' },
      drop: [],
      isNothingLeft: false,
    });
  });
  it('has nothing left to do when all that I wanted is theirs', () => {
    expect(settleConflict([row('A-01')], () => true, 1).isNothingLeft).toBe(true);
    expect(settleConflict([row('A-01')], () => false, 1)).toEqual({ fields: {}, drop: [], isNothingLeft: false });
  });
  it('has nothing left to do when they took back what I wanted to correct, but a paper may be empty', () => {
    const taken = (field: string): ComparedRow => ({
      ...row('A-01'),
      conflicts: [{ field, base: 'x', theirs: null, mine: 'y', seq: 9 }],
    });
    expect(settleConflict([taken('doneOn')], () => true, 1).isNothingLeft).toBe(true);
    expect(settleConflict([taken('document')], () => true, 1)).toMatchObject({
      fields: { document: null },
      isNothingLeft: false,
    });
  });
  it('of several parcels it leaves out those with anything of theirs, and nothing else', () => {
    const codes = ['A-01', 'A-02', 'A-03', 'A-04'];
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), (touched, kept) => {
        const rows = touched.map((code) => row(code));
        const settled = settleConflict(rows, ({ change }) => kept.includes((change.after as GateRecord).parcel), 4);
        expect(settled.drop).toEqual(touched.filter((code) => kept.includes(code)));
        expect(settled.fields).toEqual({});
        expect(settled.isNothingLeft).toBe(settled.drop.length === 4);
      }),
    );
  });
});
