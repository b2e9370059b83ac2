import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/day.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { seqOf } from '../support/answers.ts';
import { makeCrowd } from '../support/crowd.ts';
import { stopPostgres, testCluster } from '../support/database.ts';
import { jsonPost, type Ask } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { openNeighbour, openTestPark, stored, type TestPark } from '../support/test-park.ts';

const base = '/api/parks/jinling';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Clerks and visitors who go on asking until they are told to stop, and what they were answered. */
async function load(parks: readonly TestPark[]) {
  const [first] = parks;
  const asks = parks.map(
    (park): Ask =>
      async (path, init) =>
        park.app.request(path, init),
  );
  const clerks = await Promise.all(
    asks.map((ask, at) => (at === 0 ? makeCrowd(first!.house.database.queries, ask, 6, ['leader']) : [])),
  );
  const { parcels } = (await first!.getJson(`${base}/parcels`)) as { parcels: { code: string }[] };
  const acknowledged = new Map<string, number>();
  const odd: string[] = [];
  const statuses = new Map<number, number>();
  let isOver = false;
  let day = 0;

  const note = async (path: string, answer: Response) => {
    const text = await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const isRefusal = answer.status === 409 || answer.status === 422;
    const isBusy = answer.status === 503 && Number(answer.headers.get('retry-after')) > 0;
    if (answer.status !== 200 && !isRefusal && !isBusy) odd.push(`${path} ${answer.status} ${text.slice(0, 200)}`);
    return answer.status === 200 ? (JSON.parse(text) as { seq: number }) : null;
  };
  const clerk = async (ask: Ask, at: number) => {
    let seen = 0;
    while (!isOver) {
      const id = randomUUID();
      const plannedOn = addDays('2030-01-01', (day += 1));
      const parcel = parcels[(at * 7 + day) % parcels.length]!.code;
      const order = jsonPost({ id, basedOn: seen, input: { parcels: [parcel], gate: 'telecom', plannedOn } });
      const done = await note('plan-gate', await ask(`${base}/commands/plan-gate`, order));
      if (done) acknowledged.set(id, (seen = done.seq));
      else seen = (await first!.house.memories.of('jinling').catch(() => null))?.facts.seq ?? seen;
      await pause(5);
    }
  };
  const reader = async (ask: Ask, path: string) => {
    while (!isOver) {
      await note(path, await ask(path));
      await pause(60);
    }
  };
  const running = Promise.all([
    ...clerks[0]!.map((ask, at) => clerk(ask, at)),
    ...asks.flatMap((ask) => [`${base}/state`, `${base}/account`, '/api/health'].map((path) => reader(ask, path))),
    reader(clerks[0]![0]!, `${base}/history`),
  ]);
  return {
    acknowledged,
    statuses,
    odd,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}

/** Nothing acknowledged is lost, the log has no gaps, and the memory is what the tables say. */
async function expectWhole(park: TestPark, acknowledged: ReadonlyMap<string, number>) {
  const { events } = await stored(park);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: events.length }, (_, at) => at + 1));
  const written = new Map(events.map(({ id, seq }) => [id, seq]));
  expect([...acknowledged].filter(([id, seq]) => written.get(id) !== seq)).toEqual([]);
  const truth = (await loadFacts(park.house.database.queries, 'jinling'))!.facts;
  const memory = (await park.house.memories.of('jinling'))!;
  await expect.poll(() => memory.facts.seq, { timeout: 60_000 }).toBe(truth.seq);
  expect(memory.facts.gates).toEqual(truth.gates);
}

describe.skipIf(!hasPostgres)('PostgreSQL stopped and started while people work', () => {
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

  test.each(['fast', 'immediate'] as const)('%s: 503 meanwhile, and everything comes back by itself', async (mode) => {
    const cluster = testCluster();
    const memory = (await there.house.memories.of('jinling'))!;
    const heard: number[] = [];
    const unfollow = memory.follow(({ seq }) => heard.push(seq));
    const work = await load([here, there]);
    await expect.poll(() => work.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(10);
    await cluster.halt(mode);
    const before = work.acknowledged.size;
    await expect.poll(() => work.statuses.get(503) ?? 0, { timeout: 60_000 }).toBeGreaterThan(10);
    await cluster.start();
    await expect.poll(() => work.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 10);
    await work.stop();
    expect(work.odd).toEqual([]);
    await expectWhole(here, work.acknowledged);
    // The neighbour wrote nothing: what it knows it was told, before and after the break.
    const last = await seqOf(here);
    await expect.poll(() => heard.at(-1), { timeout: 60_000 }).toBe(last);
    expect(heard).toEqual(Array.from({ length: heard.length }, (_, at) => last - heard.length + 1 + at));
    unfollow();
  });
});

describe('the embedded engine killed while people work', () => {
  let park: TestPark;
  const threads: Worker[] = [];
  const remember = (thread: Worker) => void threads.push(thread);
  beforeAll(async () => {
    process.on('worker', remember);
    park = await openTestPark();
  });
  afterAll(async () => {
    process.off('worker', remember);
    await park.close();
  });

  test('is started again each time and has lost nothing', async () => {
    const work = await load([park]);
    for (let kill = 0; kill < 3; kill += 1) {
      const before = work.acknowledged.size;
      await expect.poll(() => work.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 5);
      const running = threads.length;
      await threads.at(-1)!.terminate();
      await expect.poll(() => threads.length, { timeout: 60_000 }).toBeGreaterThan(running);
    }
    const before = work.acknowledged.size;
    await expect.poll(() => work.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 5);
    await work.stop();
    expect(work.odd).toEqual([]);
    expect(work.statuses.get(503)).toBeGreaterThan(0);
    await expectWhole(park, work.acknowledged);
  });
});
