import fc from 'fast-check';
import { expect, test } from 'vitest';
import { landAccount, type AccountColumn } from '../../../domain/account/account.ts';
import type { Day } from '../../../domain/day.ts';
import type { Change, ParkFacts } from '../../../domain/park/facts.ts';
import { tinyFacts } from '../../support/tiny-park.ts';
import { anyChange, anyChanges, anyDay, make } from './any-change.ts';

/** No parcel is taken off the map. */
const onMap = (change: Change): Change =>
  change.table === 'boundary' && change.after ? { ...change, after: { ...change.after, untilOn: null } } : change;
/** Changes that take nothing back: claims have no end, and so, as the database holds, a parcel has one at most. */
const lasting = anyChange
  .map((change) =>
    change.table === 'claim' && change.after
      ? { ...change, after: { ...change.after, id: `${change.after.parcel}/1`, untilOn: null } }
      : change,
  )
  .map(onMap);
const days = fc.uniqueArray(anyDay, { minLength: 2, maxLength: 12 }).map((list) => list.sort());

function codes(facts: ParkFacts, on: Day, knownOn: Day) {
  const { figures } = landAccount(facts, { on, knownOn }).rows.at(-1)!;
  return (...columns: AccountColumn[]) => new Set(columns.flatMap((column) => figures[column].codes));
}

function changed(changes: readonly Parameters<typeof make>[1][]): ParkFacts {
  const facts = tinyFacts();
  for (const change of changes) make(facts, change);
  return facts;
}

test('while nothing is released, land that was approved, acquired, levelled or serviced stays so', () => {
  fc.assert(
    fc.property(anyChanges, days, anyDay, (changes, ons, knownOn) => {
      const facts = changed(changes.map(onMap));
      for (const column of ['approved', 'acquired', 'developed', 'serviced'] as const) {
        ons.slice(1).forEach((on, index) => {
          const earlier = codes(facts, ons[index]!, knownOn)(column);
          expect([...earlier].filter((code) => !codes(facts, on, knownOn)(column).has(code))).toEqual([]);
        });
      }
    }),
  );
});

test('while claims have no end, land available or under contract stays one of the two', () => {
  fc.assert(
    fc.property(fc.array(lasting, { maxLength: 25, size: 'max' }), days, anyDay, (changes, ons, knownOn) => {
      const facts = changed(changes);
      ons.slice(1).forEach((on, index) => {
        const earlier = codes(facts, ons[index]!, knownOn)('available', 'contracted');
        const later = codes(facts, on, knownOn)('available', 'contracted');
        expect([...earlier].filter((code) => !later.has(code))).toEqual([]);
      });
    }),
  );
});

test('what is known later changes nothing of what was done before', () => {
  fc.assert(
    fc.property(anyChanges, anyDay, anyDay, anyDay, (changes, a, b, c) => {
      const [on, knownOn, later] = [a, b, c].sort();
      const facts = changed(changes);
      const { rows } = landAccount(facts, { on: on!, knownOn: knownOn! });
      expect(landAccount(facts, { on: on!, knownOn: later! }).rows).toEqual(rows);
    }),
  );
});
