import { defineStore } from 'pinia';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Colleague } from '../api/presence.ts';
import type { FeedState, Following } from './feed/follow-feed.ts';
import { openWhileSeen } from './feed/open-while-seen.ts';
import type { FeedMessage } from './feed/read-messages.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

export type { FeedState };
const unheard = -1;

/** As whom the server sends the feed. */
interface Greeting {
  readonly seq: number;
  readonly person: string | null;
  readonly isStaff: boolean;
}

/** Follows the park's change feed. `seq` is the last event heard of; with every step of `turn` answers are out of date. */
export const useFeed = defineStore('feed', () => {
  const view = useView();
  const session = useSession();
  const seq = ref(unheard);
  const turn = ref(0);
  const attempt = ref(0);
  const state = ref<FeedState>('connecting');
  const colleagues = shallowRef<readonly Colleague[]>([]);
  let following: Following | null = null;
  let wasLost = false;
  let heardAs: Greeting | null = null;

  function hear({ event, data }: FeedMessage): void {
    if (event === 'session') void session.refresh();
    if (event === 'presence') colleagues.value = (data as { people: Colleague[] }).people;
    if (event === 'hello') greet(data as Greeting);
    if (event !== 'presence' && event !== 'session') learn((data as { seq: number }).seq);
  }
  function greet(greeting: Greeting): void {
    heardAs = greeting;
    colleagues.value = [];
    if (wasLost) attempt.value += 1;
    if (wasLost || (session.isKnown && !isMe(greeting))) void session.refresh();
    wasLost = false;
  }
  function isMe({ person, isStaff }: Greeting): boolean {
    return person === (session.person?.id ?? null) && isStaff === session.isStaff;
  }
  /** The first number heard is where the page begins; a later one is news, an earlier one an answer that is behind. */
  function learn(heard: number): void {
    if (heard === seq.value) return;
    if (seq.value !== unheard) turn.value += 1;
    seq.value = heard;
  }
  function retry(): void {
    attempt.value += 1;
    if (state.value !== 'open') following?.reopen();
  }

  /** A park that does not exist has no feed. */
  function leave(): void {
    following?.stop();
    following = null;
    colleagues.value = [];
    state.value = 'open';
  }

  watch(
    () => view.park,
    (park) => {
      leave();
      seq.value = unheard;
      wasLost = false;
      state.value = 'connecting';
      if (park === '') return;
      following = openWhileSeen(`/api/parks/${encodeURIComponent(park)}/events`, {
        onMessage: hear,
        onState: (now) => {
          wasLost ||= now !== 'open';
          state.value = now === 'reconnecting' && !navigator.onLine ? 'offline' : now;
        },
      });
    },
    { immediate: true },
  );
  // What may be heard depends on who listens.
  watch(
    () => [session.person?.id, session.isStaff],
    () => heardAs && !isMe(heardAs) && following?.reopen(),
  );
  onScopeDispose(leave);
  return { seq, turn, attempt, state, colleagues, learn, retry, leave };
});
