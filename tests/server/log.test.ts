import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { session } from '../../server/database/schema.ts';
import { openLog } from '../../server/open-log.ts';
import { preparedFolder } from '../support/database.ts';
import { jsonPost, preparedAdmin, signIn, type Ask } from '../support/people.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { openTestPark } from '../support/test-park.ts';

let server: ServerProcess | null = null;
afterAll(() => server?.stop('SIGKILL'));

test('a run that is logged in full tells no password, cookie, token or query', async () => {
  const data = await preparedFolder();
  server = await startServer({ DATA_DIR: data, LOG_LEVEL: 'trace' });
  const { url } = server;
  const anybody: Ask = (path, init) => fetch(`${url}${path}`, init);
  const secrets = [
    'hidden-wrong-pw',
    'hidden-new-password',
    'hidden-query',
    'hidden-bearer',
    'hidden-body',
    'hidden-cookie',
  ];
  const [wrong, next, query, bearer, body, cookie] = secrets as [string, string, string, string, string, string];
  await anybody('/api/session', jsonPost({ username: 'admin', password: wrong }));
  const admin = await signIn(anybody, preparedAdmin.username, preparedAdmin.password);
  await admin('/api/session/password', jsonPost({ current: preparedAdmin.password, next }));
  const added = await admin('/api/people', jsonPost({ username: 'wang', name: '王路', roles: ['leader'] }));
  const { password } = (await added.json()) as { password: string };
  await admin(`/api/parks/jinling/history?subject=${query}`);
  await anybody(`/api/nothing?${query}`, {
    headers: { authorization: `Bearer ${bearer}`, cookie: `yuantu.x=${cookie}` },
  });
  await anybody('/api/parks/jinling/commands/undo', {
    method: 'POST',
    body: `{"${body}`,
    headers: { 'content-type': 'application/json' },
  });
  await admin('/api/parks/jinling/commands/undo', jsonPost({ id: 'x', basedOn: -1, input: { reason: body } }));
  const { token } = JSON.parse(readFileSync(join(data, 'operator.json'), 'utf8')) as { token: string };
  await anybody('/api/people', { headers: { authorization: `Bearer ${token}` } });
  await server.stop();
  const printed = server.output();
  expect(printed).toContain('"path":"/api/session/password"');
  expect(printed.split('\n').length).toBeGreaterThan(8);
  const cookies = admin.cookie.split('; ').map((one) => one.split('=')[1]!);
  for (const secret of [
    ...secrets,
    ...cookies,
    ...cookies.map(decodeURIComponent),
    password,
    preparedAdmin.password,
    token,
  ]) {
    expect(secret.length).toBeGreaterThan(8);
    expect(printed).not.toContain(secret);
  }
});

test('a query that fails is logged without the values it was given', async () => {
  const park = await openTestPark();
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  await park.house.database.pool.query('ALTER TABLE session RENAME TO gone');
  const failing = park.house.database.queries
    .select()
    .from(session)
    .where(eq(session.token, 'hidden-token\nsecond line'));
  const error: unknown = await failing.then(
    () => null,
    (reason: unknown) => reason,
  );
  log.error({ err: error }, 'http.internal');
  await park.house.database.pool.query('ALTER TABLE gone RENAME TO session');
  await park.close();
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({ msg: 'http.internal', err: { cause: { code: '42P01' } } });
  expect(line).toContain('select');
  expect(line).not.toContain('hidden-token');
  expect(line).not.toContain('second line');
});
