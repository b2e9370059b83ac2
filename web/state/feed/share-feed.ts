import { followFeed, silenceMs, type FeedListener, type FeedState, type Following } from './follow-feed.ts';
import type { FeedMessage } from './read-messages.ts';

type Note =
  | { kind: 'message'; message: FeedMessage }
  | { kind: 'state'; state: FeedState }
  /** Somebody asks whether a tab still holds the connection; it answers with where the feed stands. */
  | { kind: 'who' }
  | { kind: 'here'; state: FeedState; messages: readonly FeedMessage[] }
  | { kind: 'reopen' };

/** A tab that holds the connection and lives answers at once; one that the system put to sleep does not. */
const answerMs = 3_000;

/**
 * The change feed once for all tabs of a browser, which has only six connections to a server: one tab follows it, the
 * others listen to that tab and take over when it is closed or asleep.
 */
export function shareFeed(
  locks: LockManager,
  address: string,
  after: number | null,
  listener: FeedListener,
): Following {
  const name = `yuantu-feed ${address}`;
  const channel = new BroadcastChannel(name);
  let greeting: FeedMessage | null = null;
  let presence: FeedMessage | null = null;
  const closing = new AbortController();
  let known = after;
  let state: FeedState = 'connecting';
  let own: Following | null = null;
  let release: () => void = () => undefined;
  let waiting: AbortController | null = null;
  let dead: ReturnType<typeof setTimeout> | undefined;
  let silent: ReturnType<typeof setTimeout> | undefined;

  const post = (note: Note) => channel.postMessage(note);
  const hear = (message: FeedMessage) => {
    // A tab that wakes up after another has taken over may still pass on what is known.
    if (message.event === 'change' && (message.seq ?? 0) <= (known ?? -1)) return;
    if (message.event === 'change') known = message.seq;
    if (message.event === 'hello') {
      known ??= message.seq;
      greeting = message;
      presence = null;
    }
    if (message.event === 'presence') presence = message;
    listener.onMessage(message);
  };
  /** What a tab that has just been opened has to know. */
  const messages = () => [greeting, presence].filter((message) => message !== null).map(upToDate);
  const upToDate = (message: FeedMessage): FeedMessage =>
    message.event === 'hello' ? { ...message, seq: known, data: { ...(message.data as object), seq: known } } : message;
  const turn = (next: FeedState) => {
    state = next;
    listener.onState(next);
  };

  const lead = () => {
    clearTimeout(dead);
    clearTimeout(silent);
    own = followFeed(address, known, {
      onMessage: (message) => {
        hear(message);
        post({ kind: 'message', message: lean(message) });
      },
      onState: (next) => {
        turn(next);
        post({ kind: 'state', state: next });
      },
    });
    return new Promise<void>((resolve) => (release = resolve));
  };
  const leave = () => {
    own?.stop();
    own = null;
    release();
  };

  const queue = (steal: boolean): void => {
    waiting?.abort();
    const mine = new AbortController();
    waiting = mine;
    // Taking the connection from a sleeping tab cannot be called off, and need not be.
    const options: LockOptions = steal ? { steal } : { signal: mine.signal };
    locks
      .request(name, options, () => (closing.signal.aborted ? undefined : lead()))
      .catch(() => {
        if (own === null || mine !== waiting) return;
        leave();
        if (!closing.signal.aborted) queue(false);
      });
  };

  /** Asks for a sign of life of the tab that follows; without one this tab takes over. */
  const ask = () => {
    if (own) return;
    post({ kind: 'who' });
    clearTimeout(dead);
    dead = setTimeout(() => queue(true), answerMs);
  };
  const alive = () => {
    clearTimeout(dead);
    clearTimeout(silent);
    silent = setTimeout(ask, silenceMs);
  };

  channel.onmessage = ({ data: note }: MessageEvent<Note>) => {
    if (note.kind === 'who') {
      if (own) post({ kind: 'here', state, messages: messages() });
      return;
    }
    if (note.kind === 'reopen') {
      own?.reopen();
      return listener.onMessage({ event: 'session', seq: null, data: {} });
    }
    if (own) return;
    alive();
    if (note.kind === 'message') hear(note.message);
    if (note.kind === 'state') turn(note.state);
    if (note.kind === 'here') {
      turn(note.state);
      for (const message of note.messages) hear(message);
    }
  };

  queue(false);
  ask();
  return {
    wake: (isLost) => (own ? own.wake(isLost) : ask()),
    reopen: () => {
      own?.reopen();
      post({ kind: 'reopen' });
    },
    stop: () => {
      closing.abort();
      waiting?.abort();
      clearTimeout(dead);
      clearTimeout(silent);
      leave();
      channel.close();
    },
  };
}

/** What other tabs need of a message: the whole event stays in the tab that follows. */
function lean(message: FeedMessage): FeedMessage {
  return message.event === 'change' ? { ...message, data: { seq: message.seq } } : message;
}
