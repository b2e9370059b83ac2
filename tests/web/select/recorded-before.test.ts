import { describe, expect, it } from 'vitest';
import { recordedBefore } from '../../../web/panels/select/recorded-before.ts';

const gate = (parcel: string, doneOn: string | null) => ({
  parcel,
  gate: 'levelled' as const,
  plannedOn: '2007-09-01',
  doneOn,
  document: null,
});

describe('recordedBefore', () => {
  it('names parcels that had passed the gate, not those that only planned it or never heard of it', () => {
    expect(
      recordedBefore([
        { table: 'gate', before: gate('A-01', '2007-09-15'), after: gate('A-01', '2007-11-30') },
        { table: 'gate', before: gate('A-02', null), after: gate('A-02', '2007-11-30') },
        { table: 'gate', before: null, after: gate('A-03', '2007-11-30') },
      ]),
    ).toEqual(['A-01']);
  });
});
