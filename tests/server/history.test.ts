import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { z } from 'zod';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { LoggedEvent } from '../../server/database/log.ts';
import { eventSchema } from '../../server/events/answers.ts';
import { firstPage } from '../../server/events/first-page.ts';
import { openHouse } from '../../server/open-house.ts';
import { readSettings } from '../../server/settings.ts';
import { done, parcelsThatAre, refused, seqOf } from '../support/answers.ts';
import { openHouseAt, preparedFolder } from '../support/database.ts';
import { onEngines } from '../support/on-engines.ts';
import { jsonPost, makePerson, signIn, type Ask } from '../support/people.ts';
import type { House } from '../../server/house.ts';

const historyAnswer = z.object({
  events: z.array(eventSchema),
  documents: z.array(z.unknown()),
  hasEarlier: z.boolean(),
});

onEngines('the history', (park, engine) => {
  const roads = { name: '王路', roles: ['road-clerk'] } as const;
  const read = async (query = '') =>
    historyAnswer.parse(await park().getJson(`/api/parks/jinling/history${query}`, '张三'));
  const seqs = async (query: string) => (await read(query)).events.map(({ seq }) => seq);
  const plan = (parcel: string, plannedOn: string, who: string) =>
    seqOf(park()).then((basedOn) =>
      done(park().command('plan-gate', { basedOn, input: { parcels: [parcel], gate: 'telecom', plannedOn } }, who)),
    );

  test('is for staff', async () => {
    const visitor = park().app.request('/api/parks/jinling/history');
    expect(await refused(visitor)).toMatchObject({ status: 401, code: 'access.sign-in' });
    const investor = await park().as({ name: '陈商', roles: ['investor'] });
    expect(await refused(investor('/api/parks/jinling/history'))).toMatchObject({ status: 403 });
    expect(await refused(investor('/api/parks/jinling/history/actors'))).toMatchObject({ status: 403 });
  });

  test('is filtered by thing, person, kind of command and day', async () => {
    await plan('A-01', '2008-10-01', '张三');
    await plan('A-02', '2008-10-01', '李地');
    const work = { work: 'W-01', doneOn: '2007-10-19', plannedOn: null };
    await done(park().command('record-work', { basedOn: await seqOf(park()), input: work }, roads));
    await plan('A-01', '2008-11-01', '李地');

    expect(await seqs('')).toEqual([4, 3, 2, 1]);
    expect(await seqs('?subject=parcel:A-01')).toEqual([4, 1]);
    expect(await seqs('?subject=parcel:A-01&before=4')).toEqual([1]);
    expect(await seqs(`?actor=${encodeURIComponent('李地')}`)).toEqual([4, 2]);
    expect(await seqs('?command=record-work')).toEqual([3]);
    expect(await seqs(`?actor=${encodeURIComponent('李地')}&subject=parcel:A-01`)).toEqual([4]);
    const { events } = await read('');
    const { actorId, recordedAt } = events[1]!;
    expect(await seqs(`?actor=${actorId}`)).toEqual([3]);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(recordedAt));
    expect(await seqs(`?from=${day}`)).toContain(3);
    expect(await seqs(`?to=${day}`)).toContain(3);
    expect(await seqs('?to=2007-12-31')).toEqual([]);
    expect(await seqs('?from=2100-01-01')).toEqual([]);
    const { actors } = (await park().getJson('/api/parks/jinling/history/actors', '张三')) as {
      actors: { id: string; name: string }[];
    };
    expect(actors.map(({ name }) => name)).toEqual(['李地', '王路', '张三']);
    expect(actors[1]!.id).toBe(actorId);
  });

  test.each(['?command=nonsense', '?from=2007-13-01', '?before=0', '?subject=nonsense', '?actor='])(
    'refuses %s',
    async (query) => {
      const ask = await park().as('张三');
      expect(await refused(ask(`/api/parks/jinling/history${query}`))).toMatchObject({ status: 400 });
    },
  );

  test('comes in pages of 50', async () => {
    for (let day = 1; day <= 28; day += 1) {
      await plan('A-02', `2008-05-${String(day).padStart(2, '0')}`, '张三');
      await plan('A-02', `2008-06-${String(day).padStart(2, '0')}`, '张三');
    }
    const first = await read('?subject=parcel:A-02');
    expect([first.events.length, first.hasEarlier]).toEqual([50, true]);
    const rest = await read(`?subject=parcel:A-02&before=${first.events.at(-1)!.seq}`);
    expect([rest.events.length, rest.hasEarlier]).toEqual([7, false]);
    const all = [...first.events, ...rest.events].map(({ seq }) => seq);
    expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
  });

  test('undo works after a restart, and names what came later', async () => {
    const restart = engine === 'embedded' ? embeddedRestarts() : serverRestarts(park().house);
    const before = await restart.open();
    const ask = await leaderOf(before.house, before.ask);
    const give = async (asking: Ask, name: string, input: object) => {
      const { seq } = (await (await asking('/api/parks/jinling')).json()) as { seq: number };
      const id = crypto.randomUUID();
      return asking(`/api/parks/jinling/commands/${name}`, jsonPost({ id, basedOn: seq, input }));
    };
    const state = await (await ask('/api/parks/jinling/parcels/A-03')).json();
    const gate = { parcels: ['A-03'], gate: 'telecom', plannedOn: '2008-10-01' };
    const first = await done(give(ask, 'plan-gate', gate));
    const second = await done(give(ask, 'plan-gate', { ...gate, plannedOn: '2008-11-01' }));
    await before.close();

    const after = await restart.open();
    const again = await signIn(after.ask, 'leader');
    expect(await refused(give(again, 'undo', { seq: first.seq }))).toMatchObject({
      status: 409,
      code: 'undo.superseded',
      detail: {
        subject: 'parcel:A-03',
        why: 'changed-since',
        laterSeq: second.seq,
        laterCommand: 'plan-gate',
        laterActor: '赵主任',
        laterOn: '2008-11-01',
      },
    });
    await done(give(again, 'undo', { seq: second.seq }));
    const undone = await done(give(again, 'undo', { seq: first.seq, reason: '记错了地块' }));
    expect(undone.event).toMatchObject({ undoes: first.seq, reason: '记错了地块' });
    const now = await (await again('/api/parks/jinling/parcels/A-03')).json();
    expect({ ...(now as object), seq: 0 }).toEqual({ ...(state as object), seq: 0 });
    await after.close();
  });

  test('a plan that would stand before its forerunner keeps an undo back', async () => {
    const [parcel = ''] = await parcelsThatAre(park(), 'planned');
    const give = async (gate: string, plannedOn: string) =>
      done(
        park().command('plan-gate', { basedOn: await seqOf(park()), input: { parcels: [parcel], gate, plannedOn } }),
      );
    await give('levelled', '2009-12-01');
    await give('acquired', '2009-06-01');
    const moved = await give('acquired', '2009-03-01');
    const rests = await give('levelled', '2009-04-01');
    const undo = async (seq: number) =>
      park().command('undo', { basedOn: await seqOf(park()), input: { seq, reason: null } });
    expect(await refused(undo(moved.seq))).toMatchObject({
      status: 409,
      code: 'undo.superseded',
      detail: { subject: `parcel:${parcel}`, why: 'levelled', laterSeq: rests.seq, laterOn: '2009-04-01' },
    });
    await done(undo(rests.seq));
    await done(undo(moved.seq));
  });
});

test('a page ends early where events are large, but never before the first', async () => {
  const change = { table: 'gate' as const, before: null, after: null };
  const event = (seq: number, count: number) =>
    ({ seq, changes: Array.from({ length: count }, () => change) }) as unknown as LoggedEvent;
  const seqs = (...counts: number[]) =>
    firstPage(
      counts.map((count, at) => event(counts.length - at, count)),
      { mostEvents: 3, mostChanges: 10 },
    ).map(({ seq }) => seq);
  expect(seqs(1, 1, 1, 1)).toEqual([4, 3, 2]);
  expect(seqs(4, 6, 1)).toEqual([3, 2]);
  expect(seqs(50, 1)).toEqual([2]);
  expect(seqs()).toEqual([]);
});

interface Opened {
  readonly house: House;
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** One data folder, opened again and again. */
function embeddedRestarts(): { open: () => Promise<Opened> } {
  let folder: string | null = null;
  return {
    open: async () => {
      folder ??= await preparedFolder();
      folders.push(folder);
      const { house, close } = await openHouse(readSettings({ DATA_DIR: folder }), pino({ level: 'silent' }), () => {});
      return opened(house, close);
    },
  };
}

/** The same PostgreSQL database with a new process each time. */
function serverRestarts({ database }: House): { open: () => Promise<Opened> } {
  const address = database.pool.options.connectionString ?? '';
  return {
    open: async () => {
      const { house, close } = await openHouseAt(address);
      return opened(house, close);
    },
  };
}

function opened(house: House, close: () => Promise<void>): Opened {
  const app = createApp(house);
  return { house, ask: async (path, init) => app.request(path, init), close };
}

async function leaderOf(house: House, ask: Ask): Promise<Ask> {
  await makePerson(house, { name: '赵主任', roles: ['leader'] }, 'leader');
  return signIn(ask, 'leader');
}
