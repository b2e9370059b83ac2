import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/day.ts';
import { createApp } from '../../server/app.ts';
import { loadFacts } from '../../server/database/load-facts.ts';
import { followFeed } from '../../web/state/feed/follow-feed.ts';
import type { FeedMessage } from '../../web/state/feed/read-messages.ts';
import { makeCrowd, randomBelow } from '../support/crowd.ts';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { openHouseAt, preparedDatabase, stopPostgres } from '../support/database.ts';
import { jsonPost, type Ask } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import type { OpenHouse } from '../../server/open-house.ts';

const clerkCount = 50;
const commandsEach = 100;
const base = '/api/parks/jinling';

interface Land {
  readonly parcels: readonly string[];
  readonly roads: readonly { readonly code: string; readonly lengthMetres: number }[];
}

describe.skipIf(!hasPostgres)(`${clerkCount} clerks at two server processes`, () => {
  let servers: ServerProcess[] = [];
  let watcher: OpenHouse;
  beforeAll(async () => {
    const address = await preparedDatabase();
    watcher = await openHouseAt(address);
    servers = await Promise.all([1, 2].map(() => startServer({ DATABASE_URL: address })));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await watcher.close();
    stopPostgres();
  });

  test('leave one log, equal memories and feeds without gaps', { timeout: 600_000 }, async () => {
    const { queries, pool } = watcher.house.database;
    const memory = (await watcher.house.memories.of('jinling'))!;
    const below = randomBelow(4548);
    const ask: Ask = (path, init) => {
      const headers = new Headers(init?.headers);
      // Packing and unpacking thousands of answers is not what is tested here.
      headers.set('accept-encoding', 'identity');
      return fetch(`${servers[below(2)]!.url}${path}`, { ...init, headers });
    };
    const clerks = await makeCrowd(queries, ask, clerkCount, ['leader']);
    const feeds = [await follow(''), await follow(`cookie: ${clerks[0]!.cookie}\r\n`)];
    const land = await readLand(ask);

    const acknowledged = new Map<string, number>();
    const statuses = new Map<number, number>();
    await Promise.all(clerks.map((clerk, at) => work(clerk, land, randomBelow(at))));

    const { rows } = await pool.query<{ seq: number; id: string }>(
      `SELECT seq::int AS seq, id FROM event WHERE park_id = $1 ORDER BY seq`,
      [memory.parkId],
    );
    const seqs = rows.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: rows.length }, (_, at) => at + 1));
    const written = new Map(rows.map(({ id, seq }) => [id, seq]));
    expect([...acknowledged].filter(([id, seq]) => written.get(id) !== seq)).toEqual([]);
    expect(acknowledged.size).toBe(rows.length);
    expect([...statuses.keys()].filter((status) => ![200, 409, 422].includes(status))).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan((clerkCount * commandsEach) / 2);

    for (const feed of feeds) {
      await expect.poll(() => feed.changes().at(-1)?.seq, { timeout: 30_000 }).toBe(rows.length);
      expect(feed.changes().map(({ seq }) => seq)).toEqual(seqs);
      expect(feed.proxy.cuts()).toBeGreaterThan(3);
      feed.stop();
    }
    expect(feeds[1]!.changes().map(({ data }) => (data as { id: string }).id)).toEqual(rows.map(({ id }) => id));

    const truth = (await loadFacts(queries, 'jinling'))!.facts;
    await expect.poll(() => memory.facts.seq).toBe(truth.seq);
    for (const name of ['gates', 'stretches', 'works', 'projects', 'claims', 'touched'] as const) {
      expect(sorted(memory.facts[name]), name).toEqual(sorted(truth[name]));
    }
    const fresh = await openHouseAt(pool.options.connectionString!);
    const rebuilt = createApp(fresh.house);
    for (const path of [
      '/state',
      '/account',
      '/parcels',
      '/roads',
      '/account?on=2031-01-01',
      '/parcels?on=2031-01-01',
    ]) {
      const expected = await (await rebuilt.request(base + path)).text();
      for (const { url } of servers) expect(await (await fetch(url + base + path)).text(), path).toBe(expected);
    }
    await fresh.close();

    async function follow(headers: string) {
      const cuts = Array.from({ length: 40 }, () => 3_000 + below(60_000));
      const port = () => Number(new URL(servers[below(2)]!.url).port);
      const proxy: CuttingProxy = await startCuttingProxy(port, cuts, headers);
      const heard: FeedMessage[] = [];
      const listener = { onMessage: (message: FeedMessage) => heard.push(message), onState: () => undefined };
      const waits = { firstMs: 20, longestMs: 200 };
      const following = followFeed(`http://127.0.0.1:${proxy.port}${base}/events`, 0, listener, waits);
      const stop = () => {
        following.stop();
        proxy.close();
      };
      return { proxy, stop, changes: () => heard.filter(({ event }) => event === 'change') };
    }

    /** One clerk: what was seen last is what the next command is based on; now and then an answer is lost. */
    async function work(clerk: Ask, { parcels, roads }: Land, random: (limit: number) => number): Promise<void> {
      let seen = 0;
      let mine: number | null = null;
      for (let count = 0; count < commandsEach; count += 1) {
        const latest = feeds[0]!.changes().at(-1)?.seq ?? 0;
        seen = Math.max(seen, latest);
        const [command, input] = choose();
        const order = jsonPost({ id: randomUUID(), basedOn: seen, input });
        const path = `${base}/commands/${command}`;
        const answers = random(20) === 0 ? [clerk(path, order), clerk(path, order)] : [clerk(path, order)];
        const seqOfAnswers = new Set<number>();
        for (const answer of await Promise.all(answers)) {
          const body = (await answer.json()) as { seq?: number; detail?: { seq?: number } };
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          seen = Math.max(seen, body.seq ?? body.detail?.seq ?? 0);
          if (answer.status !== 200) continue;
          seqOfAnswers.add(body.seq!);
          mine = body.seq!;
          acknowledged.set((JSON.parse(String(order.body)) as { id: string }).id, body.seq!);
        }
        expect(seqOfAnswers.size).toBeLessThan(2);
      }

      function choose(): [string, object] {
        const parcel = () => parcels[random(parcels.length)]!;
        const day = (from: string) => addDays(from, random(700));
        const kind = random(100);
        if (kind < 8 && mine !== null) return ['undo', { seq: mine, reason: null }];
        if (kind < 16) {
          const days = { untilOn: null, startBy: null, finishBy: null };
          const project = `P-${String(1 + random(20)).padStart(2, '0')}`;
          return ['assign-parcels', { project, parcels: [parcel()], kind: 'hold', fromOn: day('2007-12-01'), ...days }];
        }
        if (kind < 30) {
          const road = roads[random(roads.length)]!;
          const fromMetres = random(Math.floor(road.lengthMetres) - 20);
          const place = { road: road.code, layer: 'fittings', side: 'full', fromMetres, toMetres: fromMetres + 10 };
          return ['record-stretch', { ...place, doneOn: null, plannedOn: day('2030-01-01') }];
        }
        const chosen = [...new Set(Array.from({ length: 1 + random(3) }, parcel))];
        return ['plan-gate', { parcels: chosen, gate: 'telecom', plannedOn: day('2030-01-01') }];
      }
    }
  });
});

async function readLand(ask: Ask): Promise<Land> {
  const { parcels } = (await (await ask(`${base}/parcels`)).json()) as { parcels: { code: string }[] };
  const { roads } = (await (await ask(`${base}/roads`)).json()) as { roads: Land['roads'] };
  return { parcels: parcels.map(({ code }) => code), roads };
}

/** Maps in an order that does not depend on how they came about; an empty one is none. */
function sorted(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  return [...(value as Map<string, unknown>)]
    .filter(([, inner]) => !(inner instanceof Map) || inner.size > 0)
    .map(([key, inner]) => [key, sorted(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
