import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelStatuses } from '../../../domain/parcel/schema.ts';
import { groupChanges } from '../../../web/panels/compare/group-changes.ts';

describe('changes of state', () => {
  it('are grouped by the turn they took, the furthest first', () => {
    const groups = groupChanges(
      [
        { code: 'B', before: 'acquired', after: 'levelled' },
        { code: 'C', before: 'levelled', after: 'available' },
        { code: 'A', before: 'acquired', after: 'levelled' },
      ],
      () => 2,
    );
    expect(groups.map(({ codes, squareMetres }) => [codes, squareMetres])).toEqual([
      [['C'], 2],
      [['A', 'B'], 4],
    ]);
  });

  it('are all there, once each', () => {
    const status = fc.constantFrom(...parcelStatuses);
    fc.assert(
      fc.property(fc.array(fc.tuple(status, status)), (turns) => {
        const changes = turns.map(([before, after], index) => ({ code: `P${index}`, before, after }));
        const codes = groupChanges(changes, () => 1).flatMap((group) => group.codes);
        expect([...codes].sort()).toEqual(changes.map(({ code }) => code).sort());
      }),
    );
  });
});
