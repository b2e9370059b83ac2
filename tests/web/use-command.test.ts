import { createPinia, setActivePinia } from 'pinia';
import { createApp, effectScope, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineOperation } from '../../web/operations/operation.ts';
import { useCommand } from '../../web/operations/use-command.ts';
import { useStaff } from '../../web/state/staff.ts';

interface Sent {
  command: string;
  staff: string | null;
  id: string;
  basedOn: number;
  input: { text: string };
  preview: boolean;
}
const sent: Sent[] = [];
let answer: (order: Sent) => { status: number; body: unknown };
const done = (order: Sent) => ({
  status: 200,
  body: { seq: 8, event: order.preview ? null : { seq: 8 }, changes: [], moved: [], effect: { rows: [] }, roads: [] },
});
const park = {
  park: { code: 'jinling' },
  seq: 7,
  staffOpen: true,
  today: '2026-11-23',
  knownUntil: '2007-11-30',
  planVersions: [],
  phases: [],
  landUses: [],
};

class QuietFeed extends EventTarget {
  close(): void {
    this.dispatchEvent(new Event('closed'));
  }
}

beforeEach(async () => {
  sent.length = 0;
  answer = done;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', QuietFeed);
  vi.stubGlobal('fetch', (path: string | URL | Request, init: RequestInit) => {
    const url = path instanceof Request ? path.url : String(path);
    const command = /commands\/([\w-]+)$/.exec(url)?.[1];
    if (command === undefined) return Promise.resolve(Response.json(park));
    const staff = new Headers(init.headers).get('x-yuantu-staff');
    const order = { command, staff, ...(JSON.parse(String(init.body)) as Omit<Sent, 'command' | 'staff'>) };
    sent.push(order);
    const { status, body } = answer(order);
    return Promise.resolve(Response.json(body, { status }));
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

async function open(text = ref('a')) {
  const scope = effectScope();
  useStaff();
  await settle();
  useStaff().enter('王工');
  const operation = defineOperation<{ text: string }>('undo', 'u');
  const command = scope.run(() => useCommand(operation, () => (text.value === '' ? null : { text: text.value }), 7))!;
  await settle();
  return { command, text, close: () => scope.stop() };
}

describe('useCommand', () => {
  it('shows what would happen before it can be done, with the name of the staff percent-encoded', async () => {
    const { command, close } = await open();
    expect(sent).toMatchObject([{ command: 'undo', basedOn: 7, preview: true, staff: encodeURIComponent('王工') }]);
    expect(command.canRun.value).toBe(true);
    close();
  });

  it('does it once for two clicks', async () => {
    const { command, close } = await open();
    const [first, second] = await Promise.all([command.run(), command.run()]);
    expect([first, second]).toEqual([true, false]);
    expect(sent.filter(({ preview }) => !preview)).toHaveLength(1);
    close();
  });

  it('repeats a lost answer under the same id, and another input under another', async () => {
    const { command, text, close } = await open();
    answer = () => ({ status: 503, body: null });
    expect(await command.run()).toBe(false);
    expect(command.objection.value?.code).toBe('http.unavailable');
    answer = done;
    await command.run();
    text.value = 'b';
    await settle();
    await command.run();
    const ids = sent.filter(({ preview }) => !preview).map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    close();
  });

  it('cannot be done while something is missing or a preview is refused', async () => {
    const { command, text, close } = await open(ref(''));
    expect(sent).toHaveLength(0);
    expect(command.canRun.value).toBe(false);
    answer = () => ({ status: 409, body: { code: 'parcel.claimed', field: 'parcels', detail: { parcel: 'A-01' } } });
    text.value = 'x';
    await settle();
    expect(command.objection.value).toMatchObject({ code: 'parcel.claimed', field: 'parcels', isStale: false });
    expect(command.canRun.value).toBe(false);
    close();
  });

  it('looks again after somebody else was faster', async () => {
    const { command, close } = await open();
    answer = (order) =>
      order.basedOn < 9 ? { status: 409, body: { code: 'parcel.stale', field: null, detail: {} } } : done(order);
    await command.run();
    expect(command.objection.value?.isStale).toBe(true);
    park.seq = 9;
    await command.lookAgain();
    await settle();
    expect(sent.at(-1)).toMatchObject({ preview: true, basedOn: 9 });
    expect(command.canRun.value).toBe(true);
    park.seq = 7;
    close();
  });
});
