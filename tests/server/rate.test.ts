import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { answerError } from '../../server/http/answer-problem.ts';
import type { HttpEnv } from '../../server/http/env.ts';
import { limitRate, limits } from '../../server/http/limit-rate.ts';
import { refused } from '../support/answers.ts';
import { makePerson, signIn, type Ask } from '../support/people.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('a limit of three in a minute', () => {
  const app = new Hono<HttpEnv>();
  app.onError(answerError);
  app.use(requestId(), async (c, next) => {
    c.set('proxies', 0);
    const name = c.req.header('x-test-person');
    c.set('person', name ? { id: name, username: name, name, roles: ['leader'], mustChangePassword: false } : null);
    await next();
  });
  app.use(limitRate({ requests: 3, seconds: 60 }));
  app.get('*', (c) => c.text('well'));
  const statuses = async (count: number, address: string, headers: Record<string, string> = {}, path = '/') => {
    const answers: number[] = [];
    for (let at = 0; at < count; at += 1) answers.push((await app.request(path, { headers }, from(address))).status);
    return answers;
  };

  test('stops the fourth of one address, not the first of another', async () => {
    expect(await statuses(4, '10.0.0.1')).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, '10.0.0.2')).toEqual([200]);
    const answer = await app.request('/', {}, from('10.0.0.1'));
    const { waitSeconds } = (await refused(answer.clone())).detail;
    expect(await refused(answer)).toMatchObject({ status: 429, code: 'http.too-many-requests' });
    expect(Number(answer.headers.get('retry-after'))).toBe(waitSeconds);
    expect(waitSeconds).toBeGreaterThan(0);
    expect(waitSeconds).toBeLessThanOrEqual(60);
  });

  test('is of the person who is signed in, wherever from', async () => {
    expect(await statuses(2, '10.0.1.1', { 'x-test-person': 'wang' })).toEqual([200, 200]);
    expect(await statuses(2, '10.0.1.2', { 'x-test-person': 'wang' })).toEqual([200, 429]);
    expect(await statuses(1, '10.0.1.2', { 'x-test-person': 'zhang' })).toEqual([200]);
  });

  test('takes a network of IPv6 for one, and does not believe what a header says', async () => {
    expect(await statuses(2, '2001:db8:1:2::5')).toEqual([200, 200]);
    expect(await statuses(2, '2001:db8:1:2:ffff:1:2:3')).toEqual([200, 429]);
    expect(await statuses(1, '2001:db8:1:3::5')).toEqual([200]);
    expect(await statuses(2, '10.0.2.1', { 'x-forwarded-for': '1.1.1.1' })).toEqual([200, 200]);
    expect(await statuses(2, '10.0.2.1', { 'x-forwarded-for': '1.1.1.2' })).toEqual([200, 429]);
  });

  test('is not for open feeds', async () => {
    expect(await statuses(5, '10.0.3.1', {}, '/api/parks/jinling/events')).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('the whole server', () => {
  let park: TestPark;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    park = await openTestPark();
    app = createApp(park.house);
  });
  afterAll(() => park.close());

  test('lets an office of fifty open the page at once and stops who asks without end', async () => {
    const ask = async (address: string) => {
      const answer = await app.request('/api/nothing', {}, from(address));
      await answer.arrayBuffer();
      return answer.status;
    };
    for (let at = 0; at < 50 * 40; at += 1) expect(await ask('10.1.0.1')).toBe(404);
    for (let at = 50 * 40; at < limits.everything.requests; at += 1) await ask('10.1.0.1');
    expect(await ask('10.1.0.1')).toBe(429);
    expect(await ask('10.1.0.2')).toBe(404);
  });

  test('lets a day of queued commands pass, and hands out a backup now and then', async () => {
    expect(limits.commands.requests).toBeGreaterThanOrEqual(1_000);
    await makePerson(park.house, { name: '备份', roles: ['admin'] }, 'keeper');
    const anybody: Ask = async (path, init) => app.request(path, init, from('10.2.0.1'));
    const keeper = await signIn(anybody, 'keeper');
    for (let at = 0; at < limits.backups.requests; at += 1) {
      const answer = await keeper('/api/backup');
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
    expect(await refused(keeper('/api/backup'))).toMatchObject({ status: 429, code: 'http.too-many-requests' });
    expect((await keeper('/api/people')).status).toBe(200);
  });
});
