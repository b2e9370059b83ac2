import { computed, nextTick, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue';
import type { Change } from '../../domain/park/facts.ts';
import type { RefusalDetail } from '../../domain/refusals.ts';
import type { CommandAnswer } from '../answers.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { useFeed } from '../state/feed.ts';
import { useOutbox } from '../state/outbox.ts';
import { usePark } from '../state/park.ts';
import { useSession } from '../state/session.ts';
import { useTask } from '../state/task.ts';
import { useView } from '../state/view.ts';
import type { Attempt, Desk, Extras } from './operation.ts';
import type { KeepsTheirs } from './settle-conflict.ts';
import { fillForm } from './fill-form.ts';
import { useConflict, type Settling } from './use-conflict.ts';

export interface Objection {
  code: string;
  field: string | null;
  detail: RefusalDetail;
  isStale: boolean;
}
/** `queued`: kept on this device until there is a network. */
export type RunOutcome = 'done' | 'queued' | 'refused';

const settleMs = 250;
const nothingToSettle: Settling = { fields: () => ({}) };

/**
 * Previews an attempt while its input changes and runs it once. It is null while something is missing.
 * The same body keeps the same id, so a second click or a retry after a lost answer cannot do it twice.
 */
export function useCommand(
  attemptWith: (given: { reason: string | null }) => Attempt | null,
  firstBasedOn: number,
  settling: Settling = nothingToSettle,
) {
  const view = useView();
  const park = usePark();
  const session = useSession();
  const feed = useFeed();
  const task = useTask();
  const outbox = useOutbox();
  const { conflict, read, settle: settleForm, forget } = useConflict(settling);
  const basedOn = ref(firstBasedOn);
  const preview = shallowRef<CommandAnswer | null>(null);
  /** What was seen of the input: its preview, or that none can be had without a network. */
  const seen = shallowRef<{ key: string | null; isBlind: boolean }>({ key: null, isBlind: false });
  const objection = shallowRef<Objection | null>(null);
  const isPreviewing = ref(false);
  const isRunning = ref(false);
  const extra = reactive({ reason: '', documents: [] as readonly string[], isUploading: false });
  const ids = new Map<string, string>();
  let looked: readonly Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;

  const why = () => extra.reason.trim() || null;
  const attempt = () => attemptWith({ reason: why() });
  const desk = (): Desk => ({
    park: view.park,
    roles: session.roles,
    basedOn: basedOn.value,
    today: park.answer?.today ?? '',
    knownUntil: park.answer?.knownUntil ?? '',
  });
  const bodyKey = computed(() => {
    const now = attempt();
    return now && JSON.stringify([now.command, basedOn.value, session.person?.id ?? null, now.input]);
  });

  function show(answer: CommandAnswer | null, key: string | null, isBlind = false): void {
    preview.value = answer;
    seen.value = { key, isBlind };
    task.previewed = answer;
    if (answer && looked.length === 0) looked = answer.changes;
  }

  async function ask(): Promise<void> {
    const now = attempt();
    const key = bodyKey.value;
    if (now === null || isRunning.value) return;
    const refusal = now.refusal(desk());
    if (refusal) {
      await object(new Problem(refusal.refusal, 422, refusal.field, refusal.detail));
      return;
    }
    const mine = new AbortController();
    asking = mine;
    isPreviewing.value = true;
    try {
      const answer = await now.preview(desk(), mine.signal);
      if (!mine.signal.aborted) show(answer, key);
    } catch (cause) {
      if (mine.signal.aborted) return;
      if (isWithoutNetwork(cause)) show(null, key, true);
      else await object(cause);
    } finally {
      if (asking === mine) isPreviewing.value = false;
    }
  }

  async function object(cause: unknown): Promise<void> {
    if (!(cause instanceof Problem)) throw cause;
    show(null, null);
    const { code, field, detail, isStale } = cause;
    objection.value = { code, field, detail, isStale };
    const now = attempt();
    if (isStale && now) await read({ attempt: now, desk: desk(), first: looked }).catch(object);
  }

  async function run(): Promise<RunOutcome> {
    const now = attempt();
    if (now === null || bodyKey.value === null || isRunning.value || extra.isUploading) return 'refused';
    stop();
    isRunning.value = true;
    objection.value = null;
    const extras: Extras = { reason: why(), documents: extra.documents };
    const key = JSON.stringify([bodyKey.value, extras]);
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    try {
      const given = await outbox.give(now.command, now.order(desk(), id, extras));
      if (given.kind === 'answered') feed.learn(given.answer.seq);
      return given.kind === 'answered' ? 'done' : 'queued';
    } catch (cause) {
      await object(cause);
      return 'refused';
    } finally {
      isRunning.value = false;
    }
  }

  /** Goes on from what is true now, with the choice made per field. False: nothing is left to do. */
  function settle(keepsTheirs: KeepsTheirs): boolean {
    const found = conflict.value;
    if (!found || !settleForm(keepsTheirs, task.picked.length)) return false;
    forget();
    looked = [];
    basedOn.value = found.seq;
    return true;
  }

  function stop(): void {
    clearTimeout(timer);
    asking?.abort();
    isPreviewing.value = false;
  }
  function begin(): void {
    stop();
    forget();
    objection.value = null;
    if (bodyKey.value === null) show(null, null);
    else timer = setTimeout(() => void ask(), settleMs);
  }
  watch(bodyKey, begin, { immediate: true });
  watch(() => session.person, begin);
  /** Somebody recorded something: what the preview says may have changed, or be stale. */
  watch(
    () => feed.turn,
    () => {
      if (!isRunning.value && conflict.value === null) begin();
    },
  );
  onScopeDispose(stop);
  const { filled } = task;
  if (filled) {
    void nextTick(() => {
      fillForm(filled, settling.fields);
      Object.assign(extra, { reason: filled.reason ?? '', documents: filled.documents });
    });
  }

  const isSeen = computed(() => seen.value.key !== null && seen.value.key === bodyKey.value);
  return {
    preview,
    objection,
    conflict,
    isPreviewing,
    isRunning,
    /** What goes with the command besides its input. */
    extra,
    write: (part: Partial<typeof extra>) => Object.assign(extra, part),
    /** No network: the form can be confirmed without its preview. */
    isBlind: computed(() => isSeen.value && seen.value.isBlind),
    canRun: computed(
      () => isSeen.value && !isRunning.value && !extra.isUploading && !(preview.value?.refused ?? []).length,
    ),
    run,
    settle,
  };
}

function isWithoutNetwork(cause: unknown): boolean {
  return cause instanceof Problem && (cause.status === 0 || cause.status === 503);
}
