import { getCurrentScope, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { Problem } from '../problem.ts';

export interface Loaded<T> {
  data: ShallowRef<T | null>;
  failure: ShallowRef<Problem | null>;
  isLoading: Ref<boolean>;
  reload: () => Promise<void>;
}

/**
 * Keeps an answer for a subject (null = nothing asked). A new subject forgets the old answer at once;
 * a new moment (day, sequence) keeps it on screen until the next one is there. The latest question wins.
 */
export function loadAnswer<T>(
  subject: () => string | null,
  moment: () => string,
  fetchAnswer: (signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Problem | null>(null);
  const isLoading = ref(false);
  let running: AbortController | null = null;

  async function load(): Promise<void> {
    running?.abort();
    running = null;
    if (subject() === null) {
      isLoading.value = false;
      return;
    }
    const mine = new AbortController();
    running = mine;
    isLoading.value = true;
    try {
      const answer = await fetchAnswer(mine.signal);
      if (mine.signal.aborted) return;
      data.value = answer;
      failure.value = null;
    } catch (cause) {
      if (mine.signal.aborted) return;
      if (!(cause instanceof Problem)) throw cause;
      failure.value = cause;
    } finally {
      if (running === mine) isLoading.value = false;
    }
  }

  watch(
    [subject, moment],
    ([now], [before]) => {
      if (now !== before) {
        data.value = null;
        failure.value = null;
      }
      void load();
    },
    { immediate: true },
  );
  if (getCurrentScope()) onScopeDispose(() => running?.abort());
  return { data, failure, isLoading, reload: load };
}
