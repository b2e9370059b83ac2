import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../domain/park/facts.ts';
import { rowKey } from '../../domain/park/row-key.ts';
import { actionOf, waveChanges } from '../../server/database/wave-changes.ts';

const claim = (id: string, parcel: string, untilOn: string | null) => ({
  id,
  parcel,
  project: 'P-01',
  kind: 'hold' as const,
  fromOn: '2007-06-01',
  untilOn,
  startBy: null,
  finishBy: null,
});
const gate = (parcel: string, doneOn: string | null) => ({
  parcel,
  gate: 'approved' as const,
  plannedOn: '2007-05-01',
  doneOn,
  document: null,
});

test('many parcels go in one wave, also where one claim ends and the next begins', () => {
  const raised = ['A-01', 'A-02', 'A-03'].flatMap((parcel): Change[] => [
    {
      table: 'claim',
      before: claim(`old ${parcel}`, parcel, null),
      after: claim(`old ${parcel}`, parcel, '2007-07-01'),
    },
    { table: 'claim', before: null, after: claim(`new ${parcel}`, parcel, null) },
  ]);
  expect(waveChanges(raised)).toEqual([raised]);
});

test('a row changed twice, or two claims of a parcel changed alike, wait for the next wave', () => {
  const twice: Change[] = [
    { table: 'gate', before: null, after: gate('A-01', null) },
    { table: 'gate', before: gate('A-01', null), after: gate('A-01', '2007-06-01') },
  ];
  expect(waveChanges(twice)).toEqual([[twice[0]], [twice[1]]]);
  const moved: Change[] = [
    { table: 'claim', before: claim('C-1', 'A-01', '2007-08-01'), after: claim('C-1', 'A-01', '2007-07-01') },
    { table: 'claim', before: claim('C-2', 'A-01', '2007-08-01'), after: claim('C-2', 'A-01', '2007-09-01') },
  ];
  expect(waveChanges(moved)).toEqual([[moved[0]], [moved[1]]]);
});

const someChange = fc
  .tuple(fc.constantFrom('A-01', 'A-02', 'A-03'), fc.constantFrom('1', '2'), fc.nat(3), fc.boolean())
  .map(([parcel, id, action, isClaim]): Change => {
    const [before, after] = [action !== 0 && action !== 3, action !== 1 && action !== 3];
    if (!isClaim)
      return {
        table: 'gate',
        before: before ? gate(parcel, null) : null,
        after: after ? gate(parcel, '2007-06-01') : null,
      };
    const row = claim(`${parcel}/${id}`, parcel, null);
    return { table: 'claim', before: before ? row : null, after: after ? { ...row, untilOn: '2007-09-01' } : null };
  });

test('for any changes: all are kept in their order, and within a wave their order does not matter', () => {
  fc.assert(
    fc.property(fc.array(someChange, { maxLength: 20 }), (changes) => {
      const waves = waveChanges(changes);
      expect(waves.flat()).toEqual(changes.filter(({ before, after }) => before !== null || after !== null));
      for (const wave of waves) {
        const rows = wave.map(rowKey);
        expect(new Set(rows).size).toBe(rows.length);
        const alike = wave.flatMap((change) =>
          change.table === 'claim' ? [`${(change.after ?? change.before)?.parcel} ${actionOf(change)}`] : [],
        );
        expect(new Set(alike).size).toBe(alike.length);
      }
    }),
  );
});
