import type { SSEStreamingApi } from 'hono/streaming';
import type { Queries } from '../database/connect.ts';
import { eventsAfter, type LoggedEvent } from '../database/log.ts';
import type { ParkMemory } from '../park-memory.ts';
import type { PresenceBoard } from '../presence/presence-board.ts';
import { feedOpening, feedText, type FeedMessage } from './feed-message.ts';

export interface Feed {
  readonly queries: Queries;
  readonly memory: ParkMemory;
  /** The last event the follower knows. */
  readonly after: number;
  /** Who opened the feed; null for a visitor. */
  readonly person: string | null;
  /** What staff may see beyond the numbers of events: null for others. */
  readonly board: PresenceBoard | null;
  /** Whether the follower is still the one who opened the feed. */
  readonly isSame: () => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly beatMilliseconds: number;
}

const eventsPerRead = 50;
const mostWaiting = 1_000;
/** For how long a follower is believed while the database cannot say who it is. */
const mostSilentBeats = 2.5;

/**
 * Sends every event after `after` in order, without gap or repetition: first from the log, then as they happen,
 * and from the log again where the follower was too slow. Ends when the follower is no longer who opened it.
 */
export async function streamEvents(stream: SSEStreamingApi, feed: Feed): Promise<void> {
  const { memory, board, signal, beatMilliseconds } = feed;
  const park = memory.facts.park.code;
  let waiting: LoggedEvent[] = [];
  let isPresenceNew = board !== null;
  let wake = () => {};
  const stop = () => wake();
  const unfollow = memory.follow((event) => {
    if (waiting.length < mostWaiting) waiting.push(event);
    wake();
  });
  const unfollowPresence = board?.follow(park, () => {
    isPresenceNew = true;
    wake();
  });
  signal.addEventListener('abort', stop);
  stream.onAbort(stop);
  const isOpen = () => !stream.aborted && !stream.closed && !signal.aborted;
  const send = (messages: readonly FeedMessage[]) => stream.write(messages.map(feedText).join(''));
  try {
    let sent = feed.after;
    let checkedAt = performance.now();
    await stream.write(feedOpening);
    // The number of the greeting is where the follower stands, so that a connection lost now loses nothing.
    const hello = { seq: memory.facts.seq, person: feed.person, isStaff: board !== null };
    await send([{ event: 'hello', data: hello, seq: sent }]);
    while (isOpen()) {
      if (performance.now() - checkedAt > beatMilliseconds) {
        const isSame = await feed.isSame().catch(() => null);
        const isUnsure = isSame === null && performance.now() - checkedAt > mostSilentBeats * beatMilliseconds;
        if (isSame === false || isUnsure) return void (await send([{ event: 'session', data: {} }]));
        if (isSame) checkedAt = performance.now();
      }
      const batch = waiting;
      waiting = [];
      const isGapless = batch[0] !== undefined && batch[0].seq <= sent + 1;
      const events = isGapless ? batch : await missed(feed, sent);
      // A memory ahead of its log is being rebuilt; the client comes back and finds it whole.
      if (events.length === 0 && sent < memory.facts.seq) return;
      const messages: FeedMessage[] = [];
      for (const event of events) {
        if (event.seq !== sent + 1) continue;
        messages.push(changeOf(event, board !== null));
        sent = event.seq;
      }
      if (messages.length) await send(messages);
      if (board && isPresenceNew) {
        isPresenceNew = false;
        await send([{ event: 'presence', data: { people: board.people(park) } }]);
      }
      if (waiting.length || isPresenceNew || sent < memory.facts.seq) continue;
      const isQuiet = await quiet(beatMilliseconds, (resolve) => (wake = resolve), isOpen);
      if (isQuiet && isOpen()) await send([{ event: 'beat', data: { seq: memory.facts.seq } }]);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unfollow();
    unfollowPresence?.();
  }
}

/** Visitors hear that something changed, not who did what. */
function changeOf(event: Pick<LoggedEvent, 'seq'>, isFull: boolean): FeedMessage {
  const { seq } = event;
  return { event: 'change', data: isFull ? event : { seq }, seq };
}

/** What lies between `sent` and the memory; for a visitor the numbers are enough. */
async function missed({ queries, memory, board }: Feed, sent: number): Promise<readonly Pick<LoggedEvent, 'seq'>[]> {
  const count = Math.min(eventsPerRead, memory.facts.seq - sent);
  if (count <= 0) return [];
  if (board === null) return Array.from({ length: count }, (_, at) => ({ seq: sent + 1 + at }));
  return eventsAfter(queries, memory.parkId, sent, eventsPerRead);
}

/** Waits to be woken; true when nothing happened for the time of a heartbeat. */
function quiet(
  beatMilliseconds: number,
  onWake: (resolve: () => void) => void,
  isOpen: () => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), beatMilliseconds);
    const wake = () => {
      clearTimeout(timer);
      resolve(false);
    };
    onWake(wake);
    if (!isOpen()) wake();
  });
}
