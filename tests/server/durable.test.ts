import { fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDurable } from '../../server/database/durable-engine.ts';
import { temporaryFolder } from '../support/server-process.ts';
import { openTestPark } from '../support/test-park.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

test('every commit of the embedded engine has reached the disk before it is answered', async () => {
  let syncs = 0;
  const count = (descriptor: number) => {
    fsyncSync(descriptor);
    syncs += 1;
  };
  const database = await openDurable({ dataDir: join(folder.path, 'database') }, count);
  await database.exec('CREATE TABLE kept (day date)');
  for (let commit = 0; commit < 5; commit += 1) {
    const before = syncs;
    await database.query(`INSERT INTO kept VALUES ('2007-11-30')`);
    expect(syncs).toBeGreaterThan(before);
  }
  const before = syncs;
  await database.query('SELECT * FROM kept');
  expect(syncs).toBe(before);
  await database.exec('CHECKPOINT');
  expect(syncs).toBeGreaterThan(before);
  await database.close();
});

test('the engine of the server is such a one', async () => {
  const park = await openTestPark();
  const { rows } = await park.house.database.pool.query<{ fsync: string }>('SHOW fsync');
  expect(rows).toEqual([{ fsync: 'on' }]);
  await park.close();
});
