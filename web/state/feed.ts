import { defineStore } from 'pinia';
import { onScopeDispose, ref, watch } from 'vue';
import { useView } from './view.ts';

export type FeedState = 'connecting' | 'open' | 'reconnecting' | 'offline';
const longestWaitMs = 15_000;
const unheard = -1;

/** Follows the park's change feed. `seq` is the last event heard of; with every step of `turn` answers are out of date. */
export const useFeed = defineStore('feed', () => {
  const view = useView();
  const seq = ref(unheard);
  const turn = ref(0);
  const attempt = ref(0);
  const state = ref<FeedState>('connecting');
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function connect(park: string): void {
    clearTimeout(timer);
    source?.close();
    if (park === '') return;
    const after = seq.value > 0 ? `?after=${seq.value}` : '';
    const opened = new EventSource(`/api/parks/${encodeURIComponent(park)}/events${after}`);
    source = opened;
    opened.addEventListener('hello', (message) => {
      const isBack = failures > 0;
      failures = 0;
      state.value = 'open';
      hear(message);
      if (isBack) attempt.value += 1;
    });
    opened.addEventListener('change', hear);
    opened.addEventListener('error', () => {
      opened.close();
      if (source !== opened) return;
      failures += 1;
      state.value = navigator.onLine && failures < 3 ? 'reconnecting' : 'offline';
      timer = setTimeout(() => connect(park), Math.min(longestWaitMs, 500 * 2 ** failures));
    });
  }

  function hear(message: MessageEvent<string>): void {
    const body: unknown = JSON.parse(message.data);
    if (typeof body === 'object' && body !== null && 'seq' in body && typeof body.seq === 'number') learn(body.seq);
  }
  /** The first number heard is where the page begins; a later one is news, an earlier one an answer that is behind. */
  function learn(heard: number): void {
    if (heard === seq.value) return;
    if (seq.value !== unheard) turn.value += 1;
    seq.value = heard;
  }
  function retry(): void {
    attempt.value += 1;
    if (state.value !== 'open') connect(view.park);
  }

  /** A park that does not exist has no feed. */
  function leave(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
    state.value = 'open';
  }

  watch(
    () => view.park,
    (park) => {
      seq.value = unheard;
      failures = 0;
      state.value = 'connecting';
      connect(park);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    source?.close();
  });
  return { seq, turn, attempt, state, learn, retry, leave };
});
