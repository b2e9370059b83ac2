import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StepStore } from '../../../domain/account/step-store.ts';

const steps = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 1 << 25 })), {
    minLength: 1,
    maxLength: 20,
    size: 'max',
    selector: ([day]) => day,
  })
  .map((list) => list.sort(([a], [b]) => a - b));

test('keeps the steps of every parcel, however often and long they are put', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), steps), { maxLength: 30, size: 'max' }), (puts) => {
      const store = new StepStore(4);
      const kept = new Map<number, (readonly [number, number])[]>();
      for (const [parcel, list] of puts) {
        store.put(parcel, list);
        kept.set(parcel, list);
        for (const [one, expected] of kept) {
          const seen: number[][] = [];
          store.each(one, (...step) => seen.push(step));
          expect(seen).toEqual(expected.map(([day, mask], index) => [day, expected[index - 1]?.[1] ?? 0, mask]));
          for (const day of [-1, 0, 50, 99]) {
            expect(store.maskOn(one, day)).toBe(expected.findLast(([from]) => from <= day)?.[1] ?? 0);
          }
        }
      }
    }),
  );
});
