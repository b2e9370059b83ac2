import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DaySums } from '../../../domain/account/day-sums.ts';

const amount = fc.integer({ min: -1e9, max: 1e9 });
const move = fc.record({ day: fc.integer({ min: 0, max: 99 }), place: fc.integer({ min: 0, max: 2 }), amount });
type Move = Readonly<Record<'day' | 'place' | 'amount', number>>;

function tell(sums: DaySums, { day, place, amount: moved }: Move): void {
  for (const row of sums.from(day)) row[place]! += moved;
}

function summedUp(moves: readonly Move[], upTo: number): number[] {
  const expected = [0, 0, 0];
  for (const { day, place, amount: moved } of moves) if (day <= upTo) expected[place]! += moved;
  return expected;
}

test('sums up everything that moved up to a day, in whatever order it is told and asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(move, fc.integer({ min: -1, max: 100 })), { maxLength: 200, size: 'max' }),
      (told) => {
        const sums = new DaySums(3);
        told.forEach(([one, asked], index) => {
          tell(sums, one);
          if (index % 7 > 0) return;
          const moves = told.slice(0, index + 1).map(([moved]) => moved);
          expect([...sums.upTo(asked)]).toEqual(summedUp(moves, asked));
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('sums stay right when something is told for any of many days after they were asked', () => {
  const moves = Array.from({ length: 100 }, (_, day): Move => ({ day, place: day % 3, amount: day * day }));
  const sums = new DaySums(3);
  for (const one of moves) tell(sums, one);
  for (let day = 0; day < 100; day += 1) {
    sums.upTo(day);
    moves.push({ day, place: 0, amount: 1 });
    tell(sums, moves.at(-1)!);
    for (const upTo of [day - 1, day, day + 1, 99]) expect([...sums.upTo(upTo)]).toEqual(summedUp(moves, upTo));
  }
});
