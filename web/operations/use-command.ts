import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { RefusalDetail } from '../../domain/refusals.ts';
import { readPark } from '../api.ts';
import type { CommandAnswer } from '../answers.ts';
import { Problem } from '../problem.ts';
import { useFeed } from '../state/feed.ts';
import { usePark } from '../state/park.ts';
import { useStaff } from '../state/staff.ts';
import { useTask } from '../state/task.ts';
import { useView } from '../state/view.ts';
import type { Desk, Operation } from './operation.ts';

export interface Objection {
  code: string;
  field: string | null;
  detail: RefusalDetail;
  isStale: boolean;
}

const settleMs = 250;

/**
 * Previews an operation while its input changes and runs it once. `input` is null while something is missing.
 * The same input keeps the same id, so a second click or a retry after a lost answer cannot do it twice.
 */
export function useCommand<Input extends object>(
  operation: Operation<Input>,
  input: () => Input | null,
  firstBasedOn: number,
) {
  const view = useView();
  const park = usePark();
  const staff = useStaff();
  const feed = useFeed();
  const task = useTask();
  const basedOn = ref(firstBasedOn);
  const preview = shallowRef<CommandAnswer | null>(null);
  const previewedKey = ref<string | null>(null);
  const objection = shallowRef<Objection | null>(null);
  const isPreviewing = ref(false);
  const isRunning = ref(false);
  const ids = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;

  const desk = (): Desk => ({
    park: view.park,
    staff: staff.name,
    role: staff.role,
    basedOn: basedOn.value,
    today: park.answer?.today ?? '',
  });
  const bodyKey = computed(() => {
    const now = input();
    return now === null ? null : JSON.stringify([basedOn.value, now]);
  });

  function show(answer: CommandAnswer | null, key: string | null): void {
    preview.value = answer;
    previewedKey.value = key;
    task.previewed = answer;
  }

  async function ask(): Promise<void> {
    const now = input();
    const key = bodyKey.value;
    if (now === null || isRunning.value) return;
    const refusal = operation.refusal(desk(), now);
    if (refusal) {
      object(new Problem(refusal.refusal, 422, refusal.field, refusal.detail));
      return;
    }
    const mine = new AbortController();
    asking = mine;
    isPreviewing.value = true;
    try {
      const answer = await operation.preview(desk(), now, mine.signal);
      if (!mine.signal.aborted) show(answer, key);
    } catch (cause) {
      if (!mine.signal.aborted) object(cause);
    } finally {
      if (asking === mine) isPreviewing.value = false;
    }
  }

  function object(cause: unknown): void {
    if (!(cause instanceof Problem)) throw cause;
    show(null, null);
    objection.value = { code: cause.code, field: cause.field, detail: cause.detail, isStale: cause.isStale };
  }

  async function run(): Promise<boolean> {
    const now = input();
    const key = bodyKey.value;
    if (now === null || key === null || isRunning.value) return false;
    clearTimeout(timer);
    asking?.abort();
    isPreviewing.value = false;
    isRunning.value = true;
    objection.value = null;
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    try {
      const answer = await operation.run(desk(), now, id);
      feed.learn(answer.seq);
      return true;
    } catch (cause) {
      object(cause);
      return false;
    } finally {
      isRunning.value = false;
    }
  }

  /** Looks again after somebody else was faster: the preview is asked on what is true now. */
  async function lookAgain(): Promise<void> {
    try {
      const { seq } = await readPark({ park: view.park, signal: new AbortController().signal });
      feed.learn(seq);
      basedOn.value = seq;
    } catch (cause) {
      object(cause);
    }
  }

  watch(
    bodyKey,
    () => {
      clearTimeout(timer);
      asking?.abort();
      isPreviewing.value = false;
      objection.value = null;
      if (bodyKey.value === null) show(null, null);
      else timer = setTimeout(() => void ask(), settleMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    asking?.abort();
  });

  return {
    preview,
    objection,
    isPreviewing,
    isRunning,
    canRun: computed(() => previewedKey.value !== null && previewedKey.value === bodyKey.value && !isRunning.value),
    run,
    lookAgain,
  };
}
