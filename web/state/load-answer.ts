import { getCurrentScope, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { Problem } from '../problem.ts';

export interface Loaded<T> {
  data: ShallowRef<T | null>;
  failure: ShallowRef<Problem | null>;
  isLoading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** How long a server that cannot be reached is left alone where it does not say. */
const usualWaitSeconds = 5;

/**
 * Keeps an answer for a subject (null = nothing asked). A new subject forgets the old answer at once;
 * a new moment (day, sequence) keeps it on screen until the next one is there. The latest question wins.
 * `isPatient`: asks again by itself until the server can be reached, for answers no feed is open to renew.
 */
export function loadAnswer<T>(
  subject: () => string | null,
  moment: () => string,
  fetchAnswer: (signal: AbortSignal) => Promise<T>,
  { isPatient = false } = {},
): Loaded<T> {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Problem | null>(null);
  const isLoading = ref(false);
  let running: AbortController | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    running?.abort();
    clearTimeout(waiting);
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
      const { isUnreachable, retryAfterSeconds } = cause;
      if (isPatient && isUnreachable) {
        waiting = setTimeout(() => void load(), (retryAfterSeconds ?? usualWaitSeconds) * 1000);
      }
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
  const stop = () => {
    running?.abort();
    clearTimeout(waiting);
  };
  if (getCurrentScope()) onScopeDispose(stop);
  return { data, failure, isLoading, reload: load };
}
