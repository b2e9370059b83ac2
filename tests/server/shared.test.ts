import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventChannel } from '../../server/database/hear-events.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { ParkMemories } from '../../server/park-memories.ts';
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

  test('what is written while the connection that listens is lost is heard once it is found again', async () => {
    const memory = (await there.house.memories.of('jinling'))!;
    const heard: number[] = [];
    const unfollow = memory.follow(({ seq }) => heard.push(seq));
    const told: number[] = [];
    for (const parcel of ['A-02', 'A-03', 'A-04']) {
      const { rowCount } = await here.house.database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'yuantu listening'`,
      );
      if (parcel === 'A-02') expect(rowCount).toBe(2);
      told.push((await done(here.command('plan-gate', { basedOn: await seqOf(here), input: input(parcel) }))).seq);
    }
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(told);
    const [last] = told.slice(-1);
    const next = await done(here.command('plan-gate', { basedOn: last!, input: input('A-05') }));
    await expect.poll(() => heard.at(-1), { timeout: 20_000 }).toBe(next.seq);
    unfollow();
  });

  test('a notification says which park and how far, and one that was swallowed is made up for', async () => {
    const memories = new ParkMemories(there.house.database);
    const memory = (await memories.of('jinling'))!;
    const channel = eventChannel(memories);
    const { seq } = memory.facts;
    await done(here.command('plan-gate', { basedOn: seq, input: input('A-06') }));
    await channel.hear(JSON.stringify({ park: 'heshun', seq: seq + 1 }));
    await channel.hear(JSON.stringify({ park: 'jinling', seq }));
    expect(memory.facts.seq).toBe(seq);
    await channel.hear(JSON.stringify({ park: 'jinling', seq: seq + 1 }));
    expect(memory.facts.seq).toBe(seq + 1);
    await done(here.command('plan-gate', { basedOn: seq + 1, input: input('A-07') }));
    await channel.check?.();
    expect(memory.facts.seq).toBe(seq + 2);
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
