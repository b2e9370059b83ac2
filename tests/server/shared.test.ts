import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFacts } from '../../server/database/load-facts.ts';
import { done, parcelsThatAre, seqOf } from '../support/answers.ts';
import { stopPostgres } from '../support/database.ts';
import { hasPostgres } from '../support/postgres.ts';
import { openNeighbour, openTestPark, stored, type TestPark } from '../support/test-park.ts';

describe.skipIf(!hasPostgres)('two processes on one PostgreSQL database', () => {
  let here: TestPark;
  let there: TestPark;
  beforeAll(async () => {
    here = await openTestPark('postgres');
    there = await openNeighbour(here);
  });
  afterAll(async () => {
    await there.close();
    await here.close();
    stopPostgres();
  });

  const input = (parcel: string) => ({ parcels: [parcel], gate: 'telecom', plannedOn: '2009-01-01' });

  test('each hears what the other writes', async () => {
    const memory = (await there.house.memories.of('jinling'))!;
    const heard: number[] = [];
    memory.follow(({ seq }) => heard.push(seq));
    const { seq } = await done(here.command('plan-gate', { basedOn: 0, input: input('A-01') }));
    await expect.poll(() => heard).toEqual([seq]);
    expect(await seqOf(there)).toBe(seq);
  });

  test('commands of both at once leave one log and equal memories', async () => {
    const parcels = (await parcelsThatAre(here, 'planned')).slice(0, 20);
    const basedOn = await seqOf(here);
    await Promise.all(
      parcels.map((parcel, at) =>
        done((at % 2 ? here : there).command('plan-gate', { basedOn, input: input(parcel) })),
      ),
    );
    const { events } = await stored(here);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: events.length }, (_, at) => at + 1));
    const truth = (await loadFacts(here.house.database.queries, 'jinling'))!.facts;
    for (const park of [here, there]) {
      const memory = (await park.house.memories.of('jinling'))!;
      await expect.poll(() => memory.facts.seq).toBe(truth.seq);
      expect(memory.facts.gates).toEqual(truth.gates);
      expect(memory.facts.touched).toEqual(truth.touched);
    }
  });
});
