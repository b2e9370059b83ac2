import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { OpenFeeds, type FeedLimits } from '../../server/events/open-feeds.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { followAnswer } from '../support/feed.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost, withCookie } from '../support/people.ts';
import type { TestPark } from '../support/test-park.ts';

const path = '/api/parks/jinling/events';
const clerk = '张三';

/** Follows as somebody, or as a visitor for null. */
async function follow(park: TestPark, query = '', who: string | null = clerk, headers: Record<string, string> = {}) {
  const ask = who === null ? (to: string, init: RequestInit) => park.app.request(to, init) : await park.as(who);
  return followAnswer(await ask(`${path}${query}`, { headers }));
}

onEngines('the change feed', (park) => {
  const plan = async (plannedOn: string, parcel = 'A-01') => {
    const input = { parcels: [parcel], gate: 'levelled', plannedOn };
    return done(park().command('plan-gate', { basedOn: await seqOf(park()), input }));
  };
  const changesOf = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at);

  test('greets, then tells every event once and in order', async () => {
    const feed = await follow(park(), '', null);
    expect(feed.answer.headers.get('content-type')).toContain('text/event-stream');
    expect(feed.answer.headers.get('content-encoding')).toBeNull();
    expect(feed.answer.headers.get('cache-control')).toContain('no-transform');
    expect(feed.answer.headers.get('x-accel-buffering')).toBe('no');
    const [hello] = await feed.next(1);
    expect(hello).toEqual({ event: 'hello', id: 0, data: { seq: 0, person: null, isStaff: false } });
    for (const day of ['2008-04-01', '2008-04-02', '2008-04-03']) await plan(day);
    expect(await feed.next(3)).toEqual(changesOf(3).map((seq) => ({ event: 'change', id: seq, data: { seq } })));
    await feed.stop();
  });

  test('a visitor hears numbers and nothing else, staff the events of the log', async () => {
    const seq = await seqOf(park());
    const [visitor, staff] = [await follow(park(), '?after=0', null), await follow(park(), '?after=0')];
    const [, ...numbers] = await visitor.next(seq + 1);
    expect(numbers.map(({ data }) => data)).toEqual(changesOf(seq).map((number) => ({ seq: number })));
    const [hello, ...changes] = await staff.next(seq + 1);
    expect(hello).toMatchObject({ data: { isStaff: true } });
    const { events } = (await park().getJson('/api/parks/jinling/history', clerk)) as { events: unknown[] };
    expect(changes.map(({ data }) => data)).toEqual([...events].reverse());
    const investor = { name: '钱商', roles: ['investor'] as const };
    const outside = followAnswer(await (await park().as(investor))(`${path}?after=0`));
    const [, first] = await outside.next(2);
    expect(first!.data).toEqual({ seq: 1 });
    await Promise.all([visitor.stop(), staff.stop(), outside.stop()]);
  });

  test('resumes after Last-Event-ID or ?after= without gap or repetition, also while events happen', async () => {
    for (const [query, headers, who] of [
      ['', { 'last-event-id': '1' }, clerk],
      ['?after=1', {}, null],
    ] as const) {
      const from = await seqOf(park());
      const [feed] = await Promise.all([
        follow(park(), query, who, headers),
        plan(`2008-05-0${from}`, 'D-05'),
        plan(`2008-06-0${from}`, 'D-06'),
      ]);
      expect(await feed.next(1)).toMatchObject([{ event: 'hello', id: 1 }]);
      const heard: (number | null)[] = [];
      while (heard.length < from + 1) {
        const [message] = await feed.next(1);
        if (message?.event === 'change') heard.push(message.id);
      }
      expect(heard).toEqual(changesOf(from + 1, 2));
      await feed.stop();
    }
  });

  test('a feed that has gone is forgotten and gives its place back', async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const feeds = await Promise.all([1, 2, 3].map(() => follow(park())));
    for (const feed of feeds) await feed.next(1);
    expect(memory.followerCount).toBeGreaterThanOrEqual(3);
    for (const feed of feeds) await feed.stop();
    await expect.poll(() => memory.followerCount).toBe(0);
    await expect.poll(() => park().house.feeds.count).toBe(0);
  });

  test('nonsense positions are refused, positions ahead wait for what comes', async () => {
    expect(await refused(park().app.request(`${path}?after=x`))).toMatchObject({ code: 'input.invalid' });
    const feed = await follow(park(), '', null, { 'last-event-id': '999999' });
    expect(await feed.next(1)).toMatchObject([{ event: 'hello', id: await seqOf(park()) }]);
    await feed.stop();
  });

  describe('with limits and short heartbeats', () => {
    const withLimits = (limits: Partial<FeedLimits>) => {
      const app = createApp({ ...park().house, feeds: new OpenFeeds(limits) });
      return (to: string, init?: RequestInit) => Promise.resolve(app.request(to, init));
    };

    test('a silent feed says that it is there, with how far the log reaches', async () => {
      const feed = followAnswer(await withLimits({ beatMilliseconds: 40 })(path));
      const seq = await seqOf(park());
      const [, ...beats] = await feed.next(3);
      expect(beats).toEqual([1, 2].map(() => ({ event: 'beat', id: null, data: { seq } })));
      await feed.stop();
    });

    test('too many feeds are refused with the time to wait, and a closed one makes room', async () => {
      const ask = withLimits({ mostPerAddress: 2, mostInAll: 1_000 });
      const feeds = [followAnswer(await ask(path)), followAnswer(await ask(path))];
      const third = await ask(path);
      expect(third.headers.get('retry-after')).toBe('30');
      expect(await refused(third)).toMatchObject({ status: 429, code: 'http.too-many-requests' });
      await feeds[0]!.stop();
      await expect.poll(async () => (await probe(ask)).status).toBe(200);
      await feeds[1]!.stop();
      const full = await withLimits({ mostInAll: 0 })(path);
      expect([full.headers.get('retry-after'), (await refused(full)).status]).toEqual(['30', 503]);
    });

    const probe = async (ask: (to: string) => Promise<Response>) => {
      const answer = await ask(path);
      await answer.body?.cancel();
      return answer;
    };

    test.each([
      [
        'signs out',
        (ask: (to: string, init: RequestInit) => Promise<Response>) => ask('/api/session', { method: 'DELETE' }),
      ],
      [
        'is disabled',
        async () => {
          const admin = await park().as({ name: '管理', roles: ['admin'] });
          const { people } = (await (await admin('/api/people')).json()) as { people: { id: string; name: string }[] };
          const gone = people.find(({ name }) => name === '走人甲')!;
          return admin(`/api/people/${gone.id}`, jsonPost({ disabled: true }));
        },
      ],
    ])('who %s loses the feed of staff', async (what, act) => {
      const name = what === 'is disabled' ? '走人甲' : '走人乙';
      const ask = withLimits({ beatMilliseconds: 40 });
      const { cookie } = await park().as(name);
      const own = withCookie(ask, cookie);
      const feed = followAnswer(await own(path));
      expect(await feed.next(1)).toMatchObject([{ event: 'hello', data: { isStaff: true } }]);
      expect((await act(own)).status).toBe(200);
      expect(await feed.until('session')).not.toBeNull();
      expect(await feed.next(1)).toEqual([]);
      const again = followAnswer(await own(path));
      expect(await again.next(1)).toMatchObject([{ event: 'hello', data: { person: null, isStaff: false } }]);
      await again.stop();
    });
  });
});
