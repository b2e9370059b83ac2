import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../server/http/problem.ts';
import { refused } from '../support/answers.ts';
import { preparedFolder } from '../support/database.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost, preparedAdmin, signIn, type Ask } from '../support/people.ts';
import { freePort, runServer, startServer, type ServerProcess } from '../support/server-process.ts';
import { canMount, smallDisk, type SmallDisk } from '../support/small-disk.ts';
import { send } from '../support/documents.ts';
import { stored } from '../support/test-park.ts';
import { photo } from '../support/photo.ts';

const why = canMount ? '' : ' (needs root on Linux to mount a small disk)';
const megabytes = 160;

const picture = (bytes: number) => Buffer.concat([photo({}), Buffer.alloc(bytes)]);

interface Logged {
  readonly events: readonly { readonly id: string; readonly seq: number }[];
}

describe.skipIf(!canMount)(`an embedded store on a disk of ${megabytes} MB${why}`, () => {
  let disk: SmallDisk;
  let data = '';
  let server: ServerProcess;
  let ask: Ask;
  const anybody: Ask = (path, init) => fetch(`${server.url}${path}`, init);
  beforeAll(async () => {
    disk = smallDisk(megabytes);
    data = join(disk.path, 'store');
    const prepared = await preparedFolder();
    cpSync(prepared, data, { recursive: true });
    rmSync(prepared, { recursive: true });
    server = await startServer({ DATA_DIR: data, LOG_LEVEL: 'silent' });
    ask = await signIn(anybody, preparedAdmin.username, preparedAdmin.password);
  });
  afterAll(async () => {
    await server.stop('SIGKILL');
    disk.remove();
  });

  let day = 0;
  const sent: string[] = [];
  /** Plans a gate of A-01 on the next day; the status and what the answer says. */
  const click = async (id: string = randomUUID()) => {
    const { seq } = (await (await anybody('/api/parks/jinling')).json()) as { seq: number };
    const plannedOn = new Date(Date.UTC(2031, 0, 1 + (day += 1))).toISOString().slice(0, 10);
    const input = { parcels: ['A-01'], gate: 'telecom', plannedOn };
    const order = { id, basedOn: seq, input, reason: '一'.repeat(500) };
    const answer = await ask('/api/parks/jinling/commands/plan-gate', jsonPost(order));
    if (answer.ok) sent.push(id);
    return { status: answer.status, body: (await answer.json()) as { seq?: number } };
  };
  const stateOf = async () => (await anybody('/api/parks/jinling/state')).json();
  const history = async () => {
    const events: Logged['events'][number][] = [];
    for (let before: number | null = null; before === null || before > 1; before = events.at(-1)!.seq) {
      const page = (await (
        await ask(`/api/parks/jinling/history${before === null ? '' : `?before=${before}`}`)
      ).json()) as Logged;
      if (page.events.length === 0) break;
      events.push(...page.events);
    }
    return events;
  };
  /** Tries again for a while, as a page with a queue does. */
  const until = async (isGood: (status: number) => boolean) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const { status } = await click();
      if (isGood(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('it never came to that');
  };
  /** Every answered command is in the log, the log has no gap, and a fresh start sees what the memory said. */
  const isSound = async () => {
    const before = await stateOf();
    const events = await history();
    expect(events.map(({ seq }) => seq).reverse()).toEqual(events.map((_, at) => at + 1));
    const stored = new Set(events.map(({ id }) => id));
    expect(sent.filter((id) => !stored.has(id))).toEqual([]);
    expect(await server.stop()).toBe(0);
    server = await startServer({ DATA_DIR: data, LOG_LEVEL: 'silent' });
    expect(await stateOf()).toEqual(before);
    expect((await history()).length).toBe(events.length);
  };

  test('that is full refuses commands, shows the map, and goes on by itself when there is room', async () => {
    expect((await click()).status).toBe(200);
    const giveBack = disk.fill();
    const refusals = new Set<string>();
    for (let tries = 0; tries < 400 && refusals.size < 1; tries += 1) {
      const { status, body } = await click();
      if (status !== 200) refusals.add(problemSchema.parse({ ...body, status }).code);
    }
    for (let more = 0; more < 5; more += 1) {
      const { status, body } = await click();
      if (status === 200) continue;
      const problem = problemSchema.parse(body);
      expect([problem.status, problem.code]).toEqual(
        status === 507 ? [507, 'http.disk-full'] : [503, 'http.unavailable'],
      );
    }
    expect(refusals.size).toBe(1);
    expect(['http.disk-full', 'http.unavailable']).toContain([...refusals][0]);
    expect((await anybody('/api/parks/jinling/account')).status).toBe(200);
    const upload = await send(ask, picture(600_000));
    expect([upload.status, problemSchema.parse(await upload.json()).code]).toEqual([507, 'http.disk-full']);
    giveBack();
    expect(await until((status) => status === 200)).toBe(200);
    await isSound();
  });

  test('that cannot be written while the server runs refuses what it cannot keep, and goes on later', async () => {
    expect((await click()).status).toBe(200);
    const end = disk.makeReadOnly();
    const statuses = new Set<number>();
    for (let tries = 0; tries < 20; tries += 1) statuses.add((await click()).status);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const upload = await send(ask, picture(1_000));
    expect([upload.status, problemSchema.parse(await upload.json()).code]).toEqual([503, 'http.read-only']);
    end();
    expect(await until((status) => status === 200)).toBe(200);
    await isSound();
  });

  test('that is full or cannot be written is told at the start in one sentence', async () => {
    expect(await server.stop()).toBe(0);
    for (const [spoil, sentence] of [
      [disk.fill, /disk of the data folder .*store is full: 0 MB are free.*Make room/],
      [disk.makeReadOnly, /store cannot be written \(EROFS\)/],
    ] as const) {
      const end = spoil();
      const run = runServer({ PORT: String(await freePort()), DATA_DIR: data });
      const giveUp = setTimeout(() => run.child.kill('SIGKILL'), 60_000);
      const code = await new Promise<number | null>((resolve) => run.child.on('close', resolve));
      clearTimeout(giveUp);
      end();
      expect(run.output().trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
      expect(code).toBe(1);
    }
    server = await startServer({ DATA_DIR: data, LOG_LEVEL: 'silent' });
  });
});

onEngines('a database that says there is no room', (park) => {
  test('is answered with 507, keeps nothing, and is asked again', async () => {
    const { pool } = park().house.database;
    const order = { basedOn: 0, input: { parcels: ['A-01'], gate: 'telecom', plannedOn: '2031-01-01' } };
    await pool.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
    await pool.query('CREATE TRIGGER no_room BEFORE INSERT ON event_subject EXECUTE FUNCTION no_room()');
    const before = await stored(park());
    expect(await refused(park().command('plan-gate', order))).toMatchObject({ status: 507, code: 'http.disk-full' });
    expect(await stored(park())).toEqual(before);
    await pool.query('DROP TRIGGER no_room ON event_subject');
    expect((await park().command('plan-gate', order)).status).toBe(200);
  });
});
