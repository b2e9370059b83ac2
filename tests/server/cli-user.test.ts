import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBackup } from '../../server/backup/check-backup.ts';
import { readSettings } from '../../server/settings.ts';
import { runUser } from '../../server/terminal/run-user.ts';
import { UsageError } from '../../server/usage-error.ts';
import { preparedFolder, preparedDatabase, stopPostgres } from '../support/database.ts';
import { jsonPost, preparedAdmin, signIn, type Ask } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { runCli, type Ended } from '../support/run-cli.ts';
import { startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';
import { refused } from '../support/answers.ts';

const folder = temporaryFolder();
afterAll(() => {
  stopPostgres();
  folder.remove();
});

/** What `user` does, without a process of its own, which takes a second to start. */
async function runHere(words: readonly string[], environment: Record<string, string>): Promise<Ended> {
  let out = '';
  try {
    await runUser(words, readSettings(environment), { print: (text) => (out += String(text)), say: () => undefined });
    return { code: 0, out, said: '' };
  } catch (error) {
    return { code: error instanceof UsageError ? 2 : 1, out, said: (error as Error).message };
  }
}

/** Adds somebody, reads the list, gives a new password, disables: the same wherever the data lie. */
async function keepsPeople(user: (...words: string[]) => Promise<Ended>): Promise<{ password: string }> {
  const added = await user('add', '王路', '--name', "王路 O'Neill", '--role', 'road-clerk,land-clerk');
  expect(added, added.said).toMatchObject({ code: 0 });
  expect(added.out).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\n$/);
  const again = await user('add', '王路', '--name', '别人', '--role', 'leader');
  expect([again.code, again.said.trim()]).toEqual([1, 'There is already somebody with the user name 王路.']);
  const { out: list } = await user('list');
  expect(list.split('\n').find((line) => line.startsWith('王路\t'))).toContain(
    "王路\t王路 O'Neill\troad-clerk,land-clerk",
  );
  const renewed = await user('password', '王路');
  expect(renewed.out).not.toBe(added.out);
  const last = await user('disable', preparedAdmin.username);
  expect([last.code, last.said]).toEqual([1, expect.stringContaining('is the last admin')]);
  const disabled = await user('disable', '王路');
  expect([disabled.code, disabled.out]).toEqual([0, expect.stringContaining('已停用 · disabled')]);
  expect((await user('enable', '王路')).out).not.toContain('disabled');
  const nobody = await user('password', 'nobody');
  expect([nobody.code, nobody.said.trim()]).toEqual([1, 'There is nobody with the user name nobody.']);
  return { password: renewed.out.trim() };
}

describe('the terminal', () => {
  test.each<[words: string[], sentence: string]>([
    [[], 'Say what to do'],
    [['dance'], 'Say what to do'],
    [['constructor'], 'Say what to do'],
    [['user', 'list', 'all'], 'Usage: npm run yuantu -- user list'],
    [['backup'], 'Usage: npm run yuantu -- backup FILE'],
    [['restore', 'a', 'b'], 'Usage: npm run yuantu -- restore FILE'],
  ])('ends %j with 2 and plain words', async (words, sentence) => {
    const { code, out, said } = await runCli(words, { DATA_DIR: join(folder.path, 'none') });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test.each<[words: string[], sentence: string]>([
    [[], 'Say what to do'],
    [['add', '王路'], 'Usage: npm run yuantu -- user add'],
    [['add', '王路', '--name', '王路', '--role', 'boss'], '--role is boss; it must be one of investor'],
    [['add', 'a b', '--name', '王路', '--role', 'leader'], 'a b cannot be a user name'],
    [['add', '王路', '--name', '王\u202E路', '--role', 'leader'], '--name must be'],
    [['disable', 'a', '--now'], "Unknown option '--now'"],
  ])('ends user %j with 2 and plain words', async (words, sentence) => {
    const { code, out, said } = await runHere(words, { DATA_DIR: join(folder.path, 'none') });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain(sentence);
  });

  test('lists what it can do', async () => {
    const { code, out } = await runCli(['help']);
    expect(code).toBe(0);
    for (const word of ['report', 'backup FILE', 'restore FILE', 'user add', 'user password'])
      expect(out).toContain(word);
  });

  test('makes no data where there are none', async () => {
    const none = join(folder.path, 'none');
    for (const words of [
      ['user', 'list'],
      ['backup', join(folder.path, 'x.backup')],
    ]) {
      const { code, said } = await runCli(words, { DATA_DIR: none });
      expect([code, said]).toEqual([1, expect.stringContaining(`There is no 园图 (yuantu) data in ${none}`)]);
    }
    expect(existsSync(none)).toBe(false);
  });
});

describe('beside a running server that holds the data folder', () => {
  let server: ServerProcess;
  let data = '';
  const anybody: Ask = (path, init) => fetch(`${server.url}${path}`, init);
  const operatorFile = () => JSON.parse(readFileSync(join(data, 'operator.json'), 'utf8')) as Record<string, string>;
  beforeAll(async () => {
    data = await preparedFolder();
    server = await startServer({ DATA_DIR: data });
  });
  afterAll(() => server.stop('SIGKILL'));

  test('the terminal keeps people, and what it says is true at once', async () => {
    const { password } = await keepsPeople((...words) => runCli(['user', ...words], { DATA_DIR: data }));
    const ask = await signIn(anybody, '王路', password);
    expect(await (await ask('/api/session')).json()).toMatchObject({
      person: { username: '王路', mustChangePassword: true },
    });
  });

  test('the terminal backs up what the server holds, and will not restore over it', async () => {
    const file = join(folder.path, 'running.backup');
    const { code, said } = await runCli(['backup', file], { DATA_DIR: data });
    expect([code, said]).toEqual([0, expect.stringContaining('金岭工业园 (jinling)')]);
    expect((await checkBackup(file)).end.tables['person']).toBe(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const over = await runCli(['restore', file], { DATA_DIR: data });
    expect([over.code, over.said]).toEqual([1, expect.stringContaining('is not empty')]);
    const fresh = join(folder.path, 'restored');
    const { code: restored, said: told } = await runCli(['restore', file], { DATA_DIR: fresh });
    expect([restored, told]).toEqual([0, expect.stringContaining(`${file} → ${fresh}`)]);
    const list = await runCli(['user', 'list'], { DATA_DIR: fresh });
    expect(list.out).toContain("王路\t王路 O'Neill");
  });

  test('the token is for this machine, this run and nobody else', async () => {
    expect(statSync(join(data, 'operator.json')).mode & 0o777).toBe(0o600);
    const { url, token } = operatorFile();
    expect(url).toBe(server.url);
    const people = (headers: Record<string, string>) => anybody('/api/people', { headers });
    expect((await people({ authorization: `Bearer ${token}` })).status).toBe(200);
    for (const headers of [
      {},
      { authorization: `Bearer ${token}x` },
      { authorization: `Bearer ${token!.slice(1)}` },
      { authorization: 'Bearer ' },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${token}`, 'x-forwarded-for': '127.0.0.1' },
    ] as Record<string, string>[]) {
      expect(await refused(people(headers))).toMatchObject({ status: 401, code: 'access.sign-in' });
    }
    const order = {
      id: crypto.randomUUID(),
      basedOn: 0,
      input: { parcels: ['A-01'], gate: 'telecom', plannedOn: '2031-01-01' },
    };
    const done = await anybody('/api/parks/jinling/commands/plan-gate', {
      ...jsonPost(order),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    expect(await done.json()).toMatchObject({ event: { actor: '终端', actorId: 'terminal' } });
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(data, 'operator.json'))).toBe(false);
    server = await startServer({ DATA_DIR: data });
    expect((await people({ authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test('a file left by a killed server leads nowhere', async () => {
    const left = readFileSync(join(data, 'operator.json'));
    await server.stop('SIGKILL');
    const { code, out } = await runCli(['user', 'list'], { DATA_DIR: data });
    expect([code, out]).toEqual([0, expect.stringContaining('王路')]);
    writeFileSync(join(data, 'operator.json'), left);
    server = await startServer({ DATA_DIR: data });
    expect(operatorFile()['token']).not.toBe((JSON.parse(left.toString()) as { token: string }).token);
  });
});

test.skipIf(!hasPostgres)('with DATABASE_URL the terminal keeps people in the database itself', async () => {
  const environment = { DATABASE_URL: await preparedDatabase(), DATA_DIR: join(folder.path, 'documents-only') };
  await keepsPeople((...words) => runHere(words, environment));
  expect(await runCli(['user', 'list'], environment)).toMatchObject({
    code: 0,
    out: expect.stringContaining("王路\t王路 O'Neill") as string,
  });
});
