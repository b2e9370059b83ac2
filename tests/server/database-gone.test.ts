import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedPool } from '../../server/database/connect.ts';
import { EmbeddedEngine } from '../../server/database/embedded-engine.ts';
import { isDatabaseUnavailable } from '../../server/database/refused-by-database.ts';
import { done, refused, stateOf } from '../support/answers.ts';
import { stopPostgres } from '../support/database.ts';
import { hasPostgres } from '../support/postgres.ts';
import { temporaryFolder } from '../support/server-process.ts';
import { openTestPark, stored, type TestPark } from '../support/test-park.ts';

const input = { parcels: ['A-01'], gate: 'levelled', doneOn: '2007-12-10', document: null };

describe.skipIf(!hasPostgres)('a PostgreSQL server that breaks connections', () => {
  let park: TestPark;
  beforeAll(async () => {
    park = await openTestPark('postgres');
  });
  afterAll(async () => {
    await park.close();
    stopPostgres();
  });

  const breakConnections = () =>
    park.house.database.pool
      .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()')
      .catch(() => undefined);

  test('is a 503 that says when to come back, and the same id then tells the truth', async () => {
    const memory = (await park.house.memories.of('jinling'))!;
    const order = { id: randomUUID(), basedOn: 0, input };
    // Signing in takes its time and must be over when the connections break.
    await park.as('张三');
    const locking = await park.house.database.pool.connect();
    locking.on('error', () => undefined);
    await locking.query('BEGIN');
    await locking.query('LOCK TABLE gate IN ACCESS EXCLUSIVE MODE');
    const waiting = park.command('record-gate', order);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await breakConnections();
    const answer = await waiting;
    locking.release(true);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await refused(answer)).toMatchObject({ status: 503, code: 'http.unavailable' });
    expect(memory.facts.seq).toBe(0);
    await expect.poll(async () => (await park.app.request('/api/health')).status).toBe(200);
    const again = await done(park.command('record-gate', order));
    expect(again.seq).toBe(1);
    expect((await stored(park)).events).toHaveLength(1);
  });

  test('reads of a loaded park go on without the database', async () => {
    const { pool } = park.house.database;
    const query = pool.query.bind(pool);
    const before = await stateOf(park);
    pool.connect = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) as never;
    pool.query = (() => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))) as never;
    expect(await stateOf(park)).toEqual(before);
    expect(await refused(park.app.request('/api/health'))).toMatchObject({ status: 503, code: 'http.unavailable' });
    expect(
      await refused(park.command('record-gate', { basedOn: 1, input: { ...input, doneOn: '2007-12-11' } })),
    ).toMatchObject({
      status: 503,
    });
    pool.query = query;
  });
});

describe('the embedded engine', () => {
  test('whose data cannot be opened says so', async () => {
    const engine = new EmbeddedEngine('/proc/yuantu');
    await expect(engine.open()).rejects.toThrow('ENOENT');
    await engine.close();
  });

  test('that broke is started again and has kept what was committed', async () => {
    const folder = temporaryFolder();
    const engine = new EmbeddedEngine(join(folder.path, 'database'));
    const pool = embeddedPool(engine);
    const started = once(process, 'worker') as Promise<[Worker]>;
    await pool.query('CREATE TABLE kept (day date)');
    await pool.query(`INSERT INTO kept VALUES ('2007-11-30')`);
    await pool.query('SELECT broken').catch((error: unknown) => expect(error).toMatchObject({ code: '42703' }));
    const waiting = expect(pool.query('SELECT count(*) FROM generate_series(1, 100000000)')).rejects.toThrow('stopped');
    const [thread] = await started;
    await thread.terminate();
    await waiting;
    await pool.query('SELECT 1').catch((error: unknown) => expect(isDatabaseUnavailable(error)).toBe(true));
    expect((await pool.query('SELECT day::text FROM kept')).rows).toEqual([{ day: '2007-11-30' }]);
    await pool.end();
    await engine.close();
    folder.remove();
  });
});
