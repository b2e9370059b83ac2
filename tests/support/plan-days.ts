import fc from 'fast-check';
import type { Day } from '../../domain/day.ts';
import { addDays } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { tinyFacts, tinyStretch } from './tiny-park.ts';

/** A day of the tiny park's two years. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2007-01-01', count));

const anyDates = fc.record({
  plannedOn: fc.option(anyDay, { freq: 4 }),
  doneOn: fc.option(anyDay, { freq: 2 }),
});

const recorded = ['approved', 'acquired', 'levelled', 'telecom'] as const;
const layers = ['clearing', 'earthwork', 'subgrade'] as const;
const places = [0, 125, 250, 500, 750, 1000] as const;

const anyStretch = fc.record({
  layer: fc.constantFrom(...layers),
  side: fc.constantFrom('left' as const, 'right' as const, 'full' as const, 'full' as const),
  from: fc.integer({ min: 0, max: 4 }),
  length: fc.integer({ min: 1, max: 5 }),
  dates: anyDates,
});

/** The tiny park with any days at all, consistent or not, and any claims. */
export const anyPlans: fc.Arbitrary<ParkFacts> = fc
  .record({
    gates: fc.array(anyDates, { minLength: 16, maxLength: 16 }),
    stretches: fc.array(anyStretch, { maxLength: 9 }),
    works: fc.array(anyDates, { minLength: 2, maxLength: 2 }),
    claims: fc.array(fc.constantFrom(null, 'reservation' as const, 'contract' as const), {
      minLength: 4,
      maxLength: 4,
    }),
    owners: fc.array(fc.constantFrom('P-01', 'P-02'), { minLength: 4, maxLength: 4 }),
  })
  .map(({ gates, stretches, works, claims, owners }) => {
    const codes = ['A-01', 'A-02', 'A-03', 'B-01'];
    return tinyFacts({
      gates: codes.flatMap((parcel, row) =>
        recorded.map((gate, column) => ({ parcel, gate, ...gates[row * 4 + column]!, document: null })),
      ),
      stretches: stretches.map(({ layer, side, from, length, dates }, index) =>
        tinyStretch(`S-${index}`, {
          layer,
          side,
          fromMetres: places[from]!,
          toMetres: places[Math.min(5, from + length)]!,
          ...dates,
        }),
      ),
      works: [...tinyFacts().works.values()].map((work, index) => ({ ...work, ...works[index]! })),
      claims: codes.flatMap((parcel, index) => {
        const kind = claims[index];
        const agreed = { startBy: null, finishBy: null, untilOn: null };
        return kind
          ? [{ id: `C-${index}`, project: owners[index]!, parcel, kind, fromOn: '2007-06-01', ...agreed }]
          : [];
      }),
    });
  });
