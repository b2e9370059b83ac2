import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { PresenceBoard } from '../../server/presence/presence-board.ts';
import { presenceAnswer } from '../../server/presence/routes.ts';
import { SharedPresence } from '../../server/presence/shared-presence.ts';
import { refused } from '../support/answers.ts';
import { stopPostgres } from '../support/database.ts';
import { followAnswer } from '../support/feed.ts';
import { jsonPost } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { openNeighbour, openTestPark, stored, type TestPark } from '../support/test-park.ts';

const land = { name: '李地', roles: ['land-clerk'] } as const;
const road = { name: '王路', roles: ['road-clerk'] } as const;
const presence = '/api/parks/jinling/presence';

async function tell(park: TestPark, who: Parameters<TestPark['as']>[0], sighting: object) {
  const answer = await (
    await park.as(who)
  )(presence, jsonPost({ client: randomUUID(), doing: 'looking', ...sighting }));
  const body: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(JSON.stringify(body));
  return presenceAnswer.parse(body).people.map(({ name, subject, doing }) => `${name} ${doing} ${subject}`);
}

describe('presence', () => {
  let park: TestPark;
  beforeAll(async () => {
    park = await openTestPark();
  });
  afterAll(() => park.close());

  test('colleagues see who looks and who records, until it is over; nothing of it is stored', async () => {
    const before = (await stored(park)).counts;
    const client = randomUUID();
    expect(await tell(park, land, { client, subject: 'parcel:A-01', doing: 'recording' })).toEqual([
      '李地 recording parcel:A-01',
    ]);
    const feed = followAnswer(await (await park.as(road))('/api/parks/jinling/events'));
    const [, first] = await feed.next(2);
    expect(first).toMatchObject({
      event: 'presence',
      id: null,
      data: { people: [{ name: '李地', doing: 'recording' }] },
    });
    const own = randomUUID();
    expect(await tell(park, road, { client: own, subject: 'road:R1', also: ['parcel:A-01'] })).toHaveLength(3);
    const [second] = await feed.next(1);
    expect((second!.data as unknown as { people: object[] }).people).toHaveLength(3);
    await tell(park, land, { client, subject: null });
    const [third] = await feed.next(1);
    expect((third!.data as unknown as { people: { name: string }[] }).people.map(({ name }) => name)).toEqual([
      '王路',
      '王路',
    ]);
    await tell(park, road, { client: own, subject: null });
    await feed.stop();
    expect((await stored(park)).counts).toEqual(before);
  });

  test('two pages of one person are one person, and who records is not said to look as well', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await tell(park, land, { client: one, subject: 'parcel:B-01', doing: 'recording' });
    expect(await tell(park, land, { client: other, subject: 'parcel:B-01' })).toEqual(['李地 recording parcel:B-01']);
    expect(await tell(park, land, { client: one, subject: null })).toEqual(['李地 looking parcel:B-01']);
    expect(await tell(park, land, { client: other, subject: null })).toEqual([]);
  });

  test('nobody can speak for the page of somebody else', async () => {
    const client = randomUUID();
    await tell(park, land, { client, subject: 'parcel:B-02' });
    expect(await tell(park, road, { client, subject: null })).toEqual(['李地 looking parcel:B-02']);
    expect(await tell(park, land, { client, subject: null })).toEqual([]);
  });

  test('visitors and investors neither tell nor hear', async () => {
    const body = jsonPost({ client: randomUUID(), subject: 'parcel:A-01', doing: 'looking' });
    expect(await refused(park.app.request(presence, body))).toMatchObject({ status: 401, code: 'access.sign-in' });
    const investor = await park.as({ name: '钱商', roles: ['investor'] });
    expect(await refused(investor(presence, body))).toMatchObject({ status: 403, code: 'access.not-allowed' });
    await tell(park, land, { client: randomUUID(), subject: 'parcel:A-01' });
    const app = createApp({ ...park.house, feeds: park.house.feeds });
    const feed = followAnswer(await app.request('/api/parks/jinling/events'));
    expect(await feed.next(1)).toMatchObject([{ event: 'hello' }]);
    expect(JSON.stringify(await Promise.race([feed.next(1), settled()]))).not.toContain('李地');
    await feed.stop();
  });

  test.each(['A-01', 'parcel:', 'batch:1', `parcel:${'x'.repeat(81)}`])('%s is not a subject', async (subject) => {
    const body = jsonPost({ client: randomUUID(), subject, doing: 'looking' });
    expect(await refused((await park.as(land))(presence, body))).toMatchObject({
      code: 'input.invalid',
      field: 'subject',
    });
  });
});

const settled = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), 150));

describe('the board of presence', () => {
  const sighting = { personId: 'p', name: '李地', subjects: ['parcel:A-01'], doing: 'looking' as const };

  test('forgets what is not told again, and tells its followers', async () => {
    const board = new PresenceBoard(60);
    const heard: number[] = [];
    board.follow('jinling', (people) => heard.push(people.length));
    board.see('jinling', 'a', sighting);
    board.see('jinling', 'b', { ...sighting, personId: 'q' });
    // Both may be forgotten in one moment or one after the other.
    await expect.poll(() => heard.at(-1)).toBe(0);
    expect(heard.filter((count, index) => count !== 1 || index === 0)).toEqual([1, 2, 0]);
    expect(board.people('jinling')).toEqual([]);
  });

  test('keeps what is told again in time', async () => {
    const board = new PresenceBoard(200);
    const heard: number[] = [];
    board.follow('jinling', (people) => heard.push(people.length));
    for (let beat = 0; beat < 10; beat += 1) {
      board.see('jinling', 'a', sighting);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(heard).toEqual([1]);
  });

  test('remembers only so many pages of one person', () => {
    const board = new PresenceBoard();
    for (let page = 0; page < 100; page += 1) {
      board.see('jinling', `page ${page}`, { ...sighting, subjects: [`parcel:${page}`] });
    }
    expect(board.people('jinling')).toHaveLength(20);
    expect(board.people('jinling').some(({ subject }) => subject === 'parcel:99')).toBe(true);
  });
});

describe.skipIf(!hasPostgres)('presence in two processes', () => {
  let here: TestPark;
  let there: TestPark;
  beforeAll(async () => {
    here = await openTestPark('postgres');
    there = await openNeighbour(here);
  });
  afterAll(async () => {
    await there.close();
    await here.close();
    stopPostgres();
  });
  const seenThere = () => there.house.presence.board.people('jinling').map(({ name, subject }) => `${name} ${subject}`);

  test('is heard in the other, also when a page moves from one to the other', async () => {
    const client = randomUUID();
    await expect
      .poll(async () => {
        await tell(here, land, { client, subject: 'parcel:A-01' });
        return seenThere();
      })
      .toEqual(['李地 parcel:A-01']);
    expect(await tell(there, land, { client, subject: 'parcel:A-02' })).toEqual(['李地 looking parcel:A-02']);
    const seenHere = () => here.house.presence.board.people('jinling').map(({ subject }) => subject);
    await expect.poll(seenHere).toEqual(['parcel:A-02']);
    await tell(here, land, { client, subject: null });
    await expect.poll(seenThere).toEqual([]);
  });

  test('a process that joins learns what is there', async () => {
    await tell(here, land, { client: randomUUID(), subject: 'parcel:C-01' });
    await tell(there, road, { client: randomUUID(), subject: 'road:R2' });
    const third = await openNeighbour(here);
    const seen = () => third.house.presence.board.people('jinling').map(({ subject }) => subject);
    await expect.poll(seen).toEqual(['parcel:C-01', 'road:R2']);
    await third.close();
  });

  test('many and long things of one page are cut to what a notification can carry', async () => {
    const also = Array.from({ length: 60 }, (_, at) => `parcel:${'长'.repeat(70)}${at}`);
    const told = await tell(here, land, { client: randomUUID(), subject: 'parcel:D-01', also });
    expect(told.length).toBeGreaterThan(60);
    await expect.poll(() => seenThere().length).toBeGreaterThan(20);
    expect(seenThere()).toContain('李地 parcel:D-01');
    expect(seenThere().length).toBeLessThan(told.length);
  });

  test('noise on the channel does not stop it', async () => {
    const { pool } = here.house.database;
    for (const noise of ['', '{', '{"from":"x"}'])
      await pool.query('SELECT pg_notify($1, $2)', ['yuantu_presence', noise]);
    for (const noise of ['', 'jinling', '{"park":"jinling","seq":"x"}']) {
      await pool.query('SELECT pg_notify($1, $2)', ['yuantu_event', noise]);
    }
    const lone = new SharedPresence(here.house.database, pino({ level: 'silent' }));
    lone.tell('jinling', randomUUID(), { personId: 'z', name: '赵', subjects: ['work:W-01'], doing: 'looking' });
    await expect.poll(seenThere).toContain('赵 work:W-01');
  });
});
