import { expect, test } from 'vitest';
import { z } from 'zod';
import { peopleAnswer, signInsAnswer } from '../../server/people/answers.ts';
import { refused } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost, makePerson, preparedAdmin, signIn, testPassword, type Ask } from '../support/people.ts';

const devices = z.object({ devices: z.array(z.object({ id: z.string(), isThis: z.boolean() })) });
const passwordOf = z.object({ person: z.object({ id: z.string() }), password: z.string() });

onEngines('signing in', (park) => {
  const ask: Ask = async (path, init) => park().app.request(path, init);
  const trySignIn = (username: string, password: string) =>
    ask('/api/session', jsonPost({ username, password, remember: false }));
  const whoIs = async (asking: Ask) => ((await (await asking('/api/session')).json()) as { person: unknown }).person;
  const admin = () => signIn(ask, preparedAdmin.username, preparedAdmin.password);
  const cookieOf = (answer: Response) => answer.headers.getSetCookie().join('\n');

  test('a right password opens a session; names are the same in any case and width; the cookie is closed to scripts', async () => {
    await makePerson(park().house, { name: '王路', roles: ['road-clerk'] }, 'wang.lu');
    const answer = await trySignIn(' ＷANG.lu ', testPassword);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ person: { username: 'wang.lu', name: '王路', roles: ['road-clerk'] } });
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookieOf(answer)).toContain(flag);
    expect(cookieOf(answer)).not.toMatch(/Secure|Max-Age=[1-9]/);
    expect(await whoIs(ask)).toBeNull();
  });

  test('a wrong password, an unknown name and a disabled person hear the same', async () => {
    const id = (
      await (
        await admin()
      )('/api/people', jsonPost({ username: 'gone', name: '离职', roles: ['leader'] }))
    ).json();
    const { person, password } = passwordOf.parse(await id);
    await (
      await admin()
    )(`/api/people/${person.id}`, jsonPost({ disabled: true }));
    const told = await Promise.all(
      [
        ['wang.lu', 'not the password'],
        ['nobody', testPassword],
        ['gone', password],
      ].map(async ([username, given]) => refused(trySignIn(username!, given!))),
    );
    expect(told).toEqual(Array(3).fill({ status: 401, code: 'access.wrong-password', field: 'password', detail: {} }));
  });

  test('after five wrong passwords one has to wait, with the right one too; another name and place do not', async () => {
    await makePerson(park().house, { name: '李地', roles: ['land-clerk'] }, 'li.di');
    for (let at = 0; at < 5; at += 1) expect((await trySignIn('li.di', `wrong ${at}`)).status).toBe(401);
    const answer = await trySignIn('li.di', testPassword);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const { code, detail } = await refused(answer);
    expect(code).toBe('access.throttled');
    expect(Number(detail['waitSeconds'])).toBeGreaterThan(20);
    expect((await trySignIn('wang.lu', testPassword)).status).toBe(200);
  });

  test('many guesses at once are counted as well', async () => {
    await makePerson(park().house, { name: '钱七', roles: ['leader'] }, 'qian.qi');
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => trySignIn('qian.qi', `guess ${at}`)));
    const answered = answers.filter(({ status }) => status === 401);
    expect(answered.length).toBeLessThanOrEqual(6);
    expect(answers.filter(({ status }) => status === 429).length).toBe(answers.length - answered.length);
  });

  test('a changed password ends the other sessions; the old one and the same one are refused', async () => {
    await makePerson(park().house, { name: '孙八', roles: ['leader'] }, 'sun.ba');
    const [here, there] = [await signIn(ask, 'sun.ba'), await signIn(ask, 'sun.ba')];
    const change = (current: string, next: string) => here('/api/session/password', jsonPost({ current, next }));
    expect(await refused(change('wrong', 'a new password'))).toMatchObject({ status: 401, field: 'current' });
    expect(await refused(change(testPassword, testPassword))).toMatchObject({ code: 'access.same-password' });
    expect(await refused(change(testPassword, 'short'))).toMatchObject({ code: 'input.invalid', field: 'next' });
    expect((await change(testPassword, 'a new password')).status).toBe(200);
    expect(await whoIs(here)).toMatchObject({ username: 'sun.ba' });
    expect(await whoIs(there)).toBeNull();
    expect((await trySignIn('sun.ba', testPassword)).status).toBe(401);
    expect((await trySignIn('sun.ba', 'a new password')).status).toBe(200);
  });

  test('open sessions are listed and ended one by one or all but this one; those of others are not to be found', async () => {
    await makePerson(park().house, { name: '周九', roles: ['leader'] }, 'zhou.jiu');
    const [here, there, third] = [
      await signIn(ask, 'zhou.jiu'),
      await signIn(ask, 'zhou.jiu'),
      await signIn(ask, 'zhou.jiu'),
    ];
    const list = async (asking: Ask) => devices.parse(await (await asking('/api/session/devices')).json()).devices;
    expect((await list(here)).filter(({ isThis }) => isThis)).toHaveLength(1);
    const mine = (await list(there)).find(({ isThis }) => isThis)!.id;
    const stranger = await signIn(ask, 'wang.lu');
    expect(await refused(stranger('/api/session/devices/end', jsonPost({ device: mine })))).toMatchObject({
      status: 404,
      code: 'device.unknown',
    });
    expect((await here('/api/session/devices/end', jsonPost({ device: mine }))).status).toBe(200);
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(third)).not.toBeNull();
    await here('/api/session/devices/end', jsonPost({ device: null }));
    expect(await whoIs(third)).toBeNull();
    expect(await list(here)).toHaveLength(1);
  });

  test('signing out ends the session on the server too', async () => {
    const asking = await signIn(ask, 'wang.lu');
    expect((await asking('/api/session', { method: 'DELETE' })).status).toBe(200);
    expect(await whoIs(asking)).toBeNull();
  });

  test('a disabled person is out at once, and the last admin cannot be lost', async () => {
    const asking = await signIn(ask, 'zhou.jiu');
    const keeper = await admin();
    const { people } = peopleAnswer.parse(await (await keeper('/api/people')).json());
    const idOf = (username: string) => people.find((person) => person.username === username)!.id;
    expect((await keeper(`/api/people/${idOf('zhou.jiu')}`, jsonPost({ disabled: true }))).status).toBe(200);
    expect(await whoIs(asking)).toBeNull();
    for (const change of [{ disabled: true }, { roles: ['leader'] }]) {
      expect(await refused(keeper(`/api/people/${idOf('admin')}`, jsonPost(change)))).toMatchObject({
        code: 'person.last-admin',
      });
    }
    expect(
      await refused(keeper('/api/people', jsonPost({ username: 'WANG.LU', name: '王', roles: ['leader'] }))),
    ).toMatchObject({
      status: 409,
      code: 'person.exists',
    });
  });

  test('a reset password works once and ends the sessions', async () => {
    const asking = await signIn(ask, 'sun.ba', 'a new password');
    const keeper = await admin();
    const { people } = peopleAnswer.parse(await (await keeper('/api/people')).json());
    const { id } = people.find(({ username }) => username === 'sun.ba')!;
    const { password } = passwordOf.parse(await (await keeper(`/api/people/${id}/password`, jsonPost({}))).json());
    expect(await whoIs(asking)).toBeNull();
    expect(await whoIs(await signIn(ask, 'sun.ba', password))).toMatchObject({ mustChangePassword: true });
  });

  test('everything tried stands in the audit, without passwords', async () => {
    const keeper = await admin();
    const text = await (await keeper('/api/sign-ins')).text();
    const { signIns } = signInsAnswer.parse(JSON.parse(text));
    const outcomes = new Set(signIns.map(({ outcome }) => outcome));
    for (const outcome of ['signed-in', 'refused', 'throttled', 'signed-out', 'password', 'ended'] as const) {
      expect(outcomes).toContain(outcome);
    }
    for (const secret of [testPassword, preparedAdmin.password, 'a new password']) expect(text).not.toContain(secret);
  });

  test('who speaks for somebody else than who is signed in is refused', async () => {
    const asking = await signIn(ask, 'wang.lu');
    const answer = asking('/api/session/devices', { headers: { 'x-yuantu-person': 'somebody-else' } });
    expect(await refused(answer)).toMatchObject({ status: 401, code: 'access.sign-in' });
  });
});
