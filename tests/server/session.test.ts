import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonPost, withCookie, type Ask } from '../support/people.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const dayMilliseconds = 86_400_000;

describe('a session', () => {
  let park: TestPark;
  let cookie: string;
  const ask: Ask = async (path, init) => park.app.request(path, init);
  const whoIs = async (signed: string) => {
    const answer = await withCookie(ask, signed)('/api/session');
    const { person } = (await answer.json()) as { person: { name: string } | null };
    return { name: person?.name ?? null, cookies: answer.headers.getSetCookie() };
  };
  /** Moves the end of every session to so many days from now. */
  const lasts = (days: number) =>
    park.house.database.pool.query('UPDATE session SET expires_at = $1', [
      new Date(Date.now() + days * dayMilliseconds),
    ]);
  beforeAll(async () => {
    park = await openTestPark();
    cookie = (await park.as('张三')).cookie;
  });
  afterAll(() => park.close());

  test('counts with the signature of this installation only', async () => {
    const [name = '', value = ''] = cookie.split('=');
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const signed = (text: string) => whoIs(`${name}=${encodeURIComponent(text)}`);
    expect(await whoIs(cookie)).toEqual({ name: '张三', cookies: [] });
    for (const forged of [
      token,
      `${token}.`,
      `${token}x.${signature}`,
      `${token}.${signature.toUpperCase()}`,
      `.${signature}`,
      '',
    ]) {
      expect([forged, (await signed(forged)).name]).toEqual([forged, null]);
    }
  });

  test('in use is prolonged once a day, one that was not to be remembered is not', async () => {
    await lasts(28.9);
    const { name, cookies } = await whoIs(cookie);
    expect([name, cookies.length > 0]).toEqual(['张三', true]);
    expect(await whoIs(cookie)).toEqual({ name: '张三', cookies: [] });
    const { person } = (await (await withCookie(ask, cookie)('/api/session')).json()) as {
      person: { username: string };
    };
    const credentials = { username: person.username, password: 'correct horse battery', remember: false };
    const opened = await ask('/api/session', jsonPost(credentials));
    const short = opened.headers.getSetCookie().map((one) => one.split(';')[0]);
    expect(short.some((one) => one?.includes('dont_remember'))).toBe(true);
    await lasts(0.5);
    expect(await whoIs(short.join('; '))).toEqual({ name: '张三', cookies: [] });
  });

  test('that is over or whose person is disabled is nobody’s', async () => {
    await lasts(-0.1);
    expect((await whoIs(cookie)).name).toBeNull();
    await lasts(10);
    expect((await whoIs(cookie)).name).toBe('张三');
    await park.house.database.pool.query('UPDATE person SET disabled_at = now()');
    expect((await whoIs(cookie)).name).toBeNull();
  });
});
