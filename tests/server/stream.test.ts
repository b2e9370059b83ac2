import { expect, test } from 'vitest';
import { done, refused, seqOf } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';
import type { TestPark } from '../support/test-park.ts';

interface Message {
  readonly event: string;
  readonly id: number;
  readonly data: { readonly seq: number };
}

/** A follower of the change feed: `next(count)` waits for that many messages. */
async function follow(park: TestPark, path: string, headers: Record<string, string> = {}) {
  const answer = await park.app.request(`/api/parks/jinling/events${path}`, { headers });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (count: number): Promise<Message[]> => {
    const messages: Message[] = [];
    while (messages.length < count) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { value, done: isOver } = await reader.read();
        if (isOver) break;
        text += value;
        continue;
      }
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: (.*)/s) as [string, string]),
      );
      text = text.slice(end + 2);
      const data = fields.get('data');
      if (data === undefined) continue;
      messages.push({
        event: fields.get('event') ?? '',
        id: Number(fields.get('id')),
        data: JSON.parse(data) as Message['data'],
      });
    }
    return messages;
  };
  return { answer, next, stop: () => reader.cancel() };
}

onEngines('the change feed', (park) => {
  const plan = async (plannedOn: string, parcel = 'A-01') => {
    const input = { parcels: [parcel], gate: 'levelled', plannedOn };
    return done(park().command('plan-gate', { basedOn: await seqOf(park()), input }));
  };

  test('greets, then tells every event once and in order', async () => {
    const feed = await follow(park(), '');
    expect(feed.answer.headers.get('content-type')).toContain('text/event-stream');
    expect(feed.answer.headers.get('content-encoding')).toBeNull();
    expect(await feed.next(1)).toMatchObject([{ event: 'hello', id: 0, data: { seq: 0 } }]);
    for (const day of ['2008-04-01', '2008-04-02', '2008-04-03']) await plan(day);
    expect(await feed.next(3)).toMatchObject([1, 2, 3].map((seq) => ({ event: 'change', id: seq, data: { seq } })));
    await feed.stop();
  });

  test('resumes after Last-Event-ID or ?after= without gap or repetition, also while events happen', async () => {
    for (const [path, headers] of [
      ['', { 'last-event-id': '1' }],
      ['?after=1', {}],
    ] as const) {
      const from = await seqOf(park());
      const [feed] = await Promise.all([
        follow(park(), path, headers),
        plan(`2008-05-0${from}`, 'D-05'),
        plan(`2008-06-0${from}`, 'D-06'),
      ]);
      const [hello, ...changes] = await feed.next(1 + from - 1 + 2);
      expect(hello).toMatchObject({ event: 'hello', id: 1 });
      expect(changes.map(({ id }) => id)).toEqual(Array.from({ length: from + 1 }, (_, at) => at + 2));
      await feed.stop();
    }
  });

  test('the events of the feed are the events of the log', async () => {
    const feed = await follow(park(), '?after=0');
    const seq = await seqOf(park());
    const [, ...changes] = await feed.next(seq + 1);
    const { events } = (await park().getJson('/api/parks/jinling/history')) as { events: unknown[] };
    expect(changes.map(({ data }) => data)).toEqual([...events].reverse());
    await feed.stop();
  });

  test('a feed that has gone is forgotten', async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const feeds = await Promise.all([1, 2, 3].map(() => follow(park(), '')));
    for (const feed of feeds) await feed.next(1);
    expect(memory.followerCount).toBeGreaterThanOrEqual(3);
    for (const feed of feeds) await feed.stop();
    await expect.poll(() => memory.followerCount).toBe(0);
  });

  test('nonsense positions are refused, positions ahead wait for what comes', async () => {
    expect(await refused(park().app.request('/api/parks/jinling/events?after=x'))).toMatchObject({
      code: 'input.invalid',
    });
    const feed = await follow(park(), '', { 'last-event-id': '999999' });
    expect(await feed.next(1)).toMatchObject([{ event: 'hello', id: await seqOf(park()) }]);
    await feed.stop();
  });
});
