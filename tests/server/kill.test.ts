import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparedFolder } from '../support/database.ts';
import { jsonPost, preparedAdmin, signIn, withCookie, type Ask } from '../support/people.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';

const kills = 12;

interface Logged {
  readonly events: readonly { readonly id: string; readonly seq: number }[];
}

describe('a server that is killed while commands stream in', () => {
  let folder = '';
  let cookie = '';
  beforeAll(async () => {
    folder = await preparedFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** How to ask a server as the admin; the session outlives every kill. */
  const asAdmin = async ({ url }: ServerProcess): Promise<Ask> => {
    const ask: Ask = (path, init) => fetch(url + path, init);
    if (cookie === '') cookie = (await signIn(ask, preparedAdmin.username, preparedAdmin.password)).cookie;
    return withCookie(ask, cookie);
  };

  test(`has lost nothing acknowledged after ${kills} kills`, { timeout: 600_000 }, async () => {
    const acknowledged = new Map<string, number>();
    let day = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await startServer({ DATA_DIR: folder });
      const ask = await asAdmin(server);
      const state = (await (await fetch(`${server.url}/api/parks/jinling/parcels`)).json()) as {
        seq: number;
        parcels: { code: string }[];
      };
      let { seq } = state;
      let answers = 0;
      let dying: Promise<unknown> = Promise.resolve();
      while (server.child.exitCode === null && server.child.signalCode === null) {
        const id = randomUUID();
        const plannedOn = new Date(Date.UTC(2030, 0, 1 + (day += 1))).toISOString().slice(0, 10);
        const parcel = state.parcels[day % state.parcels.length]!.code;
        const input = { parcels: [parcel], gate: 'telecom', plannedOn };
        const answer = await ask('/api/parks/jinling/commands/plan-gate', jsonPost({ id, basedOn: seq, input })).catch(
          () => null,
        );
        const body = answer?.ok ? ((await answer.json().catch(() => null)) as { seq: number } | null) : null;
        if (!body) continue;
        acknowledged.set(id, body.seq);
        seq = body.seq;
        answers += 1;
        // The blow falls some milliseconds later, while the next commands are under way.
        if (answers === 6 + (kill % 5)) {
          dying = new Promise((resolve) => setTimeout(() => resolve(server.stop('SIGKILL')), (kill * 7) % 30));
        }
      }
      await dying;
    }
    expect(acknowledged.size).toBeGreaterThan(kills * 5);

    const server = await startServer({ DATA_DIR: folder });
    const ask = await asAdmin(server);
    const stored = new Map<string, number>();
    let before: number | null = null;
    do {
      const page = before === null ? '' : `?before=${before}`;
      const { events } = (await (await ask(`/api/parks/jinling/history${page}`)).json()) as Logged;
      for (const event of events) stored.set(event.id, event.seq);
      before = events.at(-1)?.seq ?? null;
    } while (before !== null && before > 1);
    expect(await server.stop()).toBe(0);
    expect([...acknowledged].filter(([id, seq]) => stored.get(id) !== seq)).toEqual([]);
    expect([...stored.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: stored.size }, (_, at) => at + 1));
  });
});
