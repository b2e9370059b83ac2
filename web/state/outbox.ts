import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { CommandName } from '../../domain/access/roles.ts';
import type { CommandAnswer } from '../answers.ts';
import { giveCommand } from '../api.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { useFeed } from './feed.ts';
import type { OutboxEntry, OutboxOrder } from './outbox/entry.ts';
import { hearOthers } from './outbox/hear-others.ts';
import { oneAtATime } from './outbox/one-at-a-time.ts';
import { onReturn } from './outbox/on-return.ts';
import { sendEntry } from './outbox/send-entry.ts';
import { judge, nextToSend, pauseMs } from './outbox/sending-rules.ts';
import { broughtForward, giveBack, settle } from './outbox/settle.ts';
import { addEntry, allEntries, changeEntry, putPhoto, removeEntries, removePhoto } from './outbox/storage.ts';
import { remember } from './remember.ts';
import { useSession } from './session.ts';
import { useTask } from './task.ts';
import { useView } from './view.ts';

const othersTurnMs = 5_000;

export type Given = { kind: 'answered'; answer: CommandAnswer } | { kind: 'queued' };

/** Orders on their way to the server: kept here until it has answered, sent in their order, each done once. */
export const useOutbox = defineStore('outbox', () => {
  const session = useSession();
  const feed = useFeed();
  const task = useTask();
  const view = useView();
  const entries = shallowRef<readonly OutboxEntry[]>([]);
  const sendingId = ref<string | null>(null);
  const trouble = ref<'unreachable' | 'sign-in' | null>(null);
  /** What became of the orders that somebody waits for at a form. */
  const outcomes = new Map<string, CommandAnswer | Problem | null>();
  const others = hearOthers(() => void show());
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = Promise.resolve();

  const isMine = ({ personId }: OutboxEntry) => personId === session.person?.id;
  const mine = computed(() => entries.value.filter(isMine));
  const waiting = computed(() => mine.value.filter(({ state }) => state === 'waiting'));
  const refused = computed(() => mine.value.filter(({ state }) => state === 'refused'));

  async function show(): Promise<void> {
    entries.value = await allEntries().catch(() => []);
    remember('outbox', entries.value.some(({ state }) => state !== 'sent') ? 'waiting' : null);
  }
  async function changed(): Promise<void> {
    await show();
    others.tell();
  }

  /**
   * Gives a command at once. Without an answer it is kept and sent when the server can be reached. Throws a Problem when
   * it is refused, and when it can neither be sent nor kept.
   */
  async function give(command: CommandName, order: OutboxOrder): Promise<Given> {
    const { person } = session;
    /** The order that came back and is done anew with this one. */
    const filling = task.filled?.entry ?? null;
    const entry = person && (await keep(command, order, person));
    if (!entry) {
      const answer = await giveCommand(command, { ...order, person: person?.id ?? null, preview: false });
      return { kind: 'answered', answer };
    }
    outcomes.set(entry.id, null);
    await send();
    const outcome = outcomes.get(entry.id) ?? null;
    outcomes.delete(entry.id);
    if (outcome instanceof Problem) {
      await discard(entry.id);
      throw outcome;
    }
    if (filling) await discard(filling);
    if (outcome) return { kind: 'answered', answer: outcome };
    const isSent = entries.value.find(({ id }) => id === entry.id)?.state === 'sent';
    return isSent ? { kind: 'answered', answer: await sendEntry(entry) } : { kind: 'queued' };
  }

  async function keep(command: CommandName, order: OutboxOrder, person: { id: string; name: string }) {
    const { park, id, basedOn, input, reason, documents } = order;
    const entry = {
      ...(JSON.parse(JSON.stringify({ park, id, basedOn, input, reason, documents })) as OutboxOrder),
      command,
      personId: person.id,
      personName: person.name,
      madeAt: new Date().toISOString(),
      attempts: 0,
      state: 'waiting' as const,
      problem: null,
      answeredAt: null,
      seq: null,
      subjects: [],
    };
    const isKept = await addEntry(broughtForward(entry, entries.value)).then(
      () => true,
      () => false,
    );
    return isKept ? entry : null;
  }

  /** Sends what waits, one after another; calls at the same time follow each other. */
  function send(): Promise<void> {
    const run = working.then(sendAll).catch((cause: unknown) => {
      // The storage failed; what was sent anyway is sent again with its id.
      if (!(cause instanceof DOMException)) throw cause;
    });
    working = run.catch(() => undefined);
    return run;
  }
  async function sendAll(): Promise<void> {
    clearTimeout(timer);
    const { person } = session;
    if (!person || person.mustChangePassword) return;
    const hadTurn = await oneAtATime(async (keepOn) => {
      for (;;) {
        await keepOn();
        const next = session.person?.id === person.id ? nextToSend(await allEntries(), person.id) : null;
        if (!next || !(await sendOne(next))) return;
      }
    });
    if (!hadTurn) timer = setTimeout(() => void send(), othersTurnMs);
    await changed();
  }

  function report(id: string, outcome: CommandAnswer | Problem): void {
    if (outcomes.has(id)) outcomes.set(id, outcome);
  }
  /** False when the others have to wait too. */
  async function sendOne(entry: OutboxEntry): Promise<boolean> {
    sendingId.value = entry.id;
    await show();
    try {
      const answer = await sendEntry(entry);
      report(entry.id, answer);
      failures = 0;
      trouble.value = null;
      await settle(entry, answer);
      if (entry.park === view.park) feed.learn(answer.seq);
      return true;
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      return await heed(entry, cause);
    } finally {
      sendingId.value = null;
      await show();
    }
  }

  async function heed(entry: OutboxEntry, problem: Problem): Promise<boolean> {
    const attempts = entry.attempts + 1;
    const verdict = judge(problem, attempts);
    if (verdict !== 'later') report(entry.id, problem);
    if (verdict === 'back') {
      failures = 0;
      trouble.value = null;
      await giveBack(entry, problem);
      return true;
    }
    trouble.value = verdict === 'later' ? 'unreachable' : 'sign-in';
    await changeEntry(entry.id, (now) => ({ ...now, attempts }));
    if (verdict === 'sign-in') void session.refresh();
    else {
      failures += 1;
      timer = setTimeout(() => void send(), pauseMs(failures, problem.retryAfterSeconds));
    }
    return false;
  }

  async function discard(id: string): Promise<void> {
    const photos = entries.value.find((one) => one.id === id)?.documents ?? [];
    await removeEntries([id]);
    const needed = new Set((await allEntries()).flatMap(({ documents }) => documents));
    await Promise.all(photos.filter((photo) => !needed.has(photo)).map(removePhoto));
    await changed();
  }
  /** Sends an order again that had come back, on what its person has now seen. */
  async function sendAgain(id: string, basedOn: number): Promise<void> {
    await changeEntry(id, (entry) => ({ ...entry, basedOn, state: 'waiting', problem: null, attempts: 0 }));
    await send();
  }
  /** Keeps a photo until it can be sent with its order; the id stands for it in `documents`. Throws when nothing can be stored. */
  async function keepPhoto(park: string, file: File): Promise<string> {
    const photo = { id: newId(), park, name: file.name, blob: file, document: null };
    await putPhoto(photo);
    void navigator.storage?.persist?.();
    return photo.id;
  }

  /** Looks whether something waits, and whether it can be sent now. */
  function wake(): void {
    void show().then(() => (waiting.value.length > 0 ? send() : undefined));
  }
  watch([() => session.person?.id, () => feed.attempt], wake, { immediate: true });
  const sleep = onReturn(wake);
  onScopeDispose(() => {
    clearTimeout(timer);
    others.leave();
    sleep();
  });

  return {
    entries,
    mine,
    /** Orders of others that wait for them to sign in. */
    ofOthers: computed(() => entries.value.filter((entry) => entry.state === 'waiting' && !isMine(entry))),
    /** How many orders of the person here have not been sent. */
    waiting: computed(() => waiting.value.length),
    refused: computed(() => refused.value.length),
    sendingId,
    trouble,
    give,
    send,
    sendAgain,
    discard,
    keepPhoto,
  };
});
