import fc from 'fast-check';
import { expect, test } from 'vitest';
import { landAccount } from '../../domain/account/account.ts';
import type { CommandName } from '../../domain/access/roles.ts';
import { addDays } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { onEngines } from '../support/on-engines.ts';
import type { TestPark } from '../support/test-park.ts';

interface Step {
  readonly command: CommandName;
  readonly input: object;
}

const day = fc.integer({ min: -300, max: 400 }).map((count) => addDays('2007-11-30', count));
const parcels = fc
  .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'F', 'G', 'H'), fc.integer({ min: 1, max: 8 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((codes) => codes.map(([block, number]) => `${block}-0${number}`));
const gate = fc.constantFrom('approved', 'acquired', 'levelled', 'telecom');
const metres = fc.integer({ min: 0, max: 2900 });
const project = fc.integer({ min: 1, max: 20 }).map((number) => `P-${String(number).padStart(2, '0')}`);
const doneOrPlanned = fc.tuple(day, fc.boolean()).map(([on, isDone]) => ({
  doneOn: isDone ? on : null,
  plannedOn: isDone ? null : on,
}));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ parcels, gate, doneOn: day }).map((input) => ({ command: 'record-gate' as const, input })),
  fc.record({ parcels, gate, plannedOn: day }).map((input) => ({ command: 'plan-gate' as const, input })),
  fc
    .tuple(fc.constantFrom('R0', 'R1', 'R2'), fc.constantFrom('full', 'left', 'right'), metres, metres, doneOrPlanned)
    .map(([road, side, a, b, days]) => ({
      command: 'record-stretch' as const,
      input: { road, layer: 'subgrade', side, fromMetres: Math.min(a, b), toMetres: Math.max(a, b), ...days },
    })),
  fc
    .tuple(fc.constantFrom('W-01', 'W-02', 'W-03', 'W-06'), doneOrPlanned)
    .map(([work, days]) => ({ command: 'record-work' as const, input: { work, ...days } })),
  fc
    .record({ project, parcels, kind: fc.constantFrom('hold', 'reservation', 'contract'), fromOn: day })
    .map((input) => ({ command: 'assign-parcels' as const, input })),
  fc
    .record({ parcels, on: day })
    .map((input) => ({ command: 'release-parcels' as const, input: { ...input, reason: '试' } })),
  fc
    .record({ project, stage: fc.constantFrom('negotiating', 'reserved', 'construction'), on: day })
    .map((input) => ({ command: 'record-stage' as const, input: { ...input, reason: '试' } })),
  fc.integer({ min: 1, max: 60 }).map((back) => ({ command: 'undo' as const, input: { back, reason: null } })),
);

/** The facts in an order that does not depend on how they came about. */
function plain(facts: ParkFacts): unknown {
  const sorted = (value: unknown): unknown => {
    if (value instanceof Map) {
      const entries = [...value].filter(([, inner]) => !(inner instanceof Map) || inner.size > 0);
      return entries
        .map(([key, inner]) => [key, sorted(inner)] as const)
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    }
    return value;
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, sorted(value)]));
}

async function give(park: TestPark, facts: ParkFacts, { command, input }: Step): Promise<number> {
  const sent = 'back' in input ? { seq: Math.max(1, facts.seq + 1 - Number(input.back)), reason: null } : input;
  const answer = await park.command(command, { basedOn: facts.seq, input: sent });
  await answer.arrayBuffer();
  return answer.status;
}

onEngines('any sequence of commands', (park) => {
  test('leaves memory equal to a rebuild and an account that balances at any date', { timeout: 240_000 }, async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), day, day, async (steps, on, knownOn) => {
        for (const one of steps) {
          const status = await give(park(), memory.facts, one);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          expect(status).toBeLessThan(500);
        }
        const rebuilt = await loadFacts(park().house.database.queries, 'jinling');
        expect(plain(memory.facts)).toEqual(plain(rebuilt!.facts));
        for (const row of landAccount(memory.facts, { on, knownOn }).rows) {
          expect(row.balanceTwiceAreaSquareMillimetres).toBe(0);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(statuses.get(200) ?? 0).toBeGreaterThan(30);
  });

  test('is taken back by undoing it from the last to the first', { timeout: 240_000 }, async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          step.filter(({ command }) => command !== 'undo'),
          { minLength: 4, maxLength: 10 },
        ),
        async (steps) => {
          const from = memory.facts.seq;
          const before = { ...(plain(memory.facts) as object), seq: 0, touched: [] };
          for (const one of steps) await give(park(), memory.facts, one);
          for (let seq = memory.facts.seq; seq > from; seq -= 1) {
            const answer = await park().command('undo', { basedOn: memory.facts.seq, input: { seq, reason: '试' } });
            expect([seq, answer.status, await answer.json()]).toMatchObject([seq, 200, {}]);
            undone += 1;
          }
          expect({ ...(plain(memory.facts) as object), seq: 0, touched: [] }).toEqual(before);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
    expect(undone).toBeGreaterThan(5);
  });
});
