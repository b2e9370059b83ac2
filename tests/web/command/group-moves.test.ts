import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelStatuses } from '../../../domain/parcel/schema.ts';
import { groupMoves } from '../../../web/panels/command/group-moves.ts';

describe('groupMoves', () => {
  it('puts parcels that change alike together, the largest group first', () => {
    const groups = groupMoves([
      { parcel: 'A-01', before: 'approved', after: 'acquired' },
      { parcel: 'A-02', before: 'acquired', after: 'levelled' },
      { parcel: 'A-03', before: 'acquired', after: 'levelled' },
    ]);
    expect(groups.map(({ before, after, parcels }) => [before, after, parcels])).toEqual([
      ['acquired', 'levelled', ['A-02', 'A-03']],
      ['approved', 'acquired', ['A-01']],
    ]);
  });
  it('loses no parcel and invents none', () => {
    const status = fc.constantFrom(...parcelStatuses);
    const move = fc.record({ parcel: fc.string({ minLength: 1 }), before: status, after: status });
    fc.assert(
      fc.property(fc.uniqueArray(move, { selector: ({ parcel }) => parcel }), (moved) => {
        const codes = groupMoves(moved).flatMap(({ parcels }) => parcels);
        expect([...codes].sort()).toEqual(moved.map(({ parcel }) => parcel).sort());
      }),
    );
  });
});
