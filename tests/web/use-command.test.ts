import { createPinia, setActivePinia } from 'pinia';
import { createApp, effectScope, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../domain/access/person.ts';
import { defineOperation } from '../../web/operations/operation.ts';
import { useCommand } from '../../web/operations/use-command.ts';
import { useFeed } from '../../web/state/feed.ts';
import { useSession } from '../../web/state/session.ts';

interface Sent {
  command: string;
  id: string;
  basedOn: number;
  input: { text: string };
  preview: boolean;
  reason?: string | null;
  documents?: string[];
}
const sent: Sent[] = [];
let answer: (order: Sent) => { status: number; body: unknown } | null;
const work = (doneOn: string | null) => ({
  table: 'work',
  before: { code: 'W-1', plannedOn: null, doneOn: null },
  after: { code: 'W-1', plannedOn: null, doneOn },
});
const done = (order: Sent) => ({
  status: 200,
  body: {
    seq: 8,
    event: order.preview ? null : { seq: 8 },
    changes: [work(order.input.text)],
    moved: [],
    effect: { rows: [] },
    roads: [],
    refused: [],
  },
});
const person: Person = { id: 'p-1', username: 'wang', name: '王工', roles: ['leader'], mustChangePassword: false };
let sitting: Person | null;
let park: { seq: number };
let history: ReturnType<typeof theirs>[];

beforeEach(async () => {
  sent.length = 0;
  answer = done;
  sitting = person;
  history = [];
  const facts = { knownUntil: '2007-11-30', today: '2026-11-23', planVersions: [], phases: [], landUses: [] };
  park = { seq: 7, ...facts };
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('fetch', (path: string | URL | Request, init: RequestInit) => {
    const url = path instanceof Request ? path.url : String(path);
    if (/[/]events([?]|$)/.test(url)) return new Promise<Response>(() => undefined);
    if (url.endsWith('/session')) return Promise.resolve(Response.json({ person: sitting }));
    if (url.includes('/history')) {
      const before = Number(new URL(url, 'http://park').searchParams.get('before') ?? Infinity);
      const events = history.filter(({ seq }) => seq < before);
      return Promise.resolve(Response.json({ events, documents: [], hasEarlier: false }));
    }
    const command = /commands\/([\w-]+)$/.exec(url)?.[1];
    if (command === undefined) return Promise.resolve(Response.json(park));
    const order = { command, ...(JSON.parse(String(init.body)) as Omit<Sent, 'command'>) };
    sent.push(order);
    const given = answer(order);
    return given === null
      ? Promise.reject(new TypeError('no network'))
      : Promise.resolve(Response.json(given.body, { status: given.status }));
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:park?', component: {} }] });
  const pinia = createPinia();
  createApp({}).use(pinia).use(router);
  setActivePinia(pinia);
  await router.push('/jinling');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = async () => {
  await vi.advanceTimersByTimeAsync(400);
  await nextTick();
};
const ran = () => sent.filter(({ preview }) => !preview);

async function open(text = ref('a')) {
  const scope = effectScope();
  await useSession().refresh();
  const operation = defineOperation<{ text: string }>('record-work', 'w');
  const command = scope.run(() =>
    useCommand(() => (text.value === '' ? null : operation.with({ text: text.value })), 7, {
      fields: () => ({ doneOn: (value) => (text.value = String(value)) }),
    }),
  )!;
  await settle();
  return { command, text, close: () => scope.stop() };
}

const stale = { status: 409, body: { code: 'work.stale', field: 'basedOn', detail: { work: 'W-1' } } };
const theirs = (doneOn: string) => ({
  seq: 9,
  id: 'e-9',
  actor: '李路',
  recordedAt: '2026-11-23T02:00:00.000Z',
  command: 'record-work',
  subjects: ['work:W-1'],
  changes: [work(doneOn)] as unknown[],
  undoes: null,
  undoneBy: null,
});
/** Somebody was faster: event 9, seen by nobody who based a command on 7. */
function overtake(doneOn: string): void {
  park.seq = 9;
  history = [theirs(doneOn)];
  answer = (order) =>
    order.basedOn < 9 ? stale : { status: 200, body: { ...done(order).body, changes: [now(order)] } };
  const now = (order: Sent) => ({ ...work(order.input.text), before: work(doneOn).after });
}

describe('useCommand', () => {
  it('shows what would happen before it can be done', async () => {
    const { command, close } = await open();
    expect(sent).toMatchObject([{ command: 'record-work', basedOn: 7, preview: true }]);
    expect(command.canRun.value).toBe(true);
    close();
  });

  it('does it once for two clicks', async () => {
    const { command, close } = await open();
    const [first, second] = await Promise.all([command.run(), command.run()]);
    expect([first, second]).toEqual(['done', 'refused']);
    expect(ran()).toHaveLength(1);
    close();
  });

  it('sends the reason and the documents, and asks no new preview for them', async () => {
    const { command, close } = await open();
    command.write({ reason: '  现场验收 ', documents: ['d-1'] });
    await settle();
    expect(sent).toHaveLength(1);
    await command.run();
    expect(ran()).toMatchObject([{ reason: '现场验收', documents: ['d-1'] }]);
    close();
  });

  it('repeats a lost answer under the same id, and another input or reason under another', async () => {
    const { command, text, close } = await open();
    answer = () => ({ status: 500, body: null });
    expect(await command.run()).toBe('refused');
    answer = done;
    await command.run();
    text.value = 'b';
    await settle();
    await command.run();
    command.write({ reason: '更正' });
    await command.run();
    const ids = ran().map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    close();
  });

  it('cannot be done while something is missing, a preview is refused, a file is on its way or a parcel cannot', async () => {
    const { command, text, close } = await open(ref(''));
    expect(sent).toHaveLength(0);
    expect(command.canRun.value).toBe(false);
    answer = () => ({ status: 409, body: { code: 'parcel.claimed', field: 'parcels', detail: { parcel: 'A-01' } } });
    text.value = 'x';
    await settle();
    expect(command.objection.value).toMatchObject({ code: 'parcel.claimed', field: 'parcels', isStale: false });
    expect(command.canRun.value).toBe(false);
    answer = done;
    text.value = 'y';
    await settle();
    expect(command.canRun.value).toBe(true);
    command.write({ isUploading: true });
    expect(command.canRun.value).toBe(false);
    command.write({ isUploading: false });
    const refused = [{ parcel: 'A-02', code: 'parcel.claimed', field: 'parcels', detail: {} }];
    answer = (order) => ({ status: 200, body: { ...done(order).body, refused } });
    text.value = 'z';
    await settle();
    expect(command.canRun.value).toBe(false);
    close();
  });

  it('can be confirmed without its preview when there is no network', async () => {
    const text = ref('');
    const { command, close } = await open(text);
    answer = () => null;
    text.value = 'x';
    await settle();
    expect([command.isBlind.value, command.canRun.value, command.objection.value]).toEqual([true, true, null]);
    answer = done;
    text.value = 'y';
    await settle();
    expect(command.isBlind.value).toBe(false);
    close();
  });

  it('keeps the form when the session has ended, and previews again after signing in', async () => {
    const { command, text, close } = await open();
    sitting = null;
    answer = () => ({ status: 401, body: { code: 'access.sign-in', field: null, detail: {} } });
    expect(await command.run()).toBe('refused');
    await settle();
    expect(command.objection.value?.code).toBe('access.sign-in');
    expect(command.canRun.value).toBe(false);
    expect(text.value).toBe('a');
    sitting = person;
    answer = done;
    await useSession().refresh();
    await settle();
    expect(command.canRun.value).toBe(true);
    close();
  });

  it('is asked again when somebody recorded something', async () => {
    const { close } = await open();
    useFeed().learn(7);
    await settle();
    const before = sent.length;
    useFeed().learn(8);
    await settle();
    expect(sent.length).toBe(before + 1);
    close();
  });
});

describe('a stale command', () => {
  it('shows per field what it was, what it is and what I want, and who changed it', async () => {
    const { command, close } = await open();
    overtake('b');
    expect(await command.run()).toBe('refused');
    const conflict = command.conflict.value;
    expect(conflict?.rows[0]?.conflicts).toEqual([{ field: 'doneOn', base: null, theirs: 'b', mine: 'a', seq: 9 }]);
    expect(conflict?.events[0]?.actor).toBe('李路');
    expect(command.canRun.value).toBe(false);
    close();
  });

  it('mine: previews again on what is true now, and stores mine', async () => {
    const { command, text, close } = await open();
    overtake('b');
    await command.run();
    expect(command.settle(() => false)).toBe(true);
    await settle();
    expect(sent.at(-1)).toMatchObject({ preview: true, basedOn: 9, input: { text: 'a' } });
    expect(text.value).toBe('a');
    expect(await command.run()).toBe('done');
    close();
  });

  it('theirs: nothing is left to do, and nothing is sent', async () => {
    const { command, close } = await open();
    overtake('b');
    await command.run();
    const count = ran().length;
    expect(command.settle(() => true)).toBe(false);
    await settle();
    expect(ran()).toHaveLength(count);
    close();
  });

  it('goes on after a look when what others did is not what the form is about', async () => {
    const { command, close } = await open();
    overtake('b');
    const other = { table: 'work', before: null, after: { code: 'W-9', plannedOn: null, doneOn: 'c' } };
    history = [{ ...theirs('b'), changes: [other] }];
    await command.run();
    expect(command.conflict.value?.rows).toEqual([]);
    expect(command.conflict.value?.events).toHaveLength(1);
    expect(command.settle(() => false)).toBe(true);
    await settle();
    expect(command.canRun.value).toBe(true);
    close();
  });
});
