import { readMessages, type FeedMessage } from './read-messages.ts';

export type FeedState = 'connecting' | 'open' | 'reconnecting' | 'offline';

export interface FeedListener {
  /** Every message, changes in the order of the log, each once. */
  onMessage(message: FeedMessage): void;
  onState(state: FeedState): void;
}

export interface Following {
  /**
   * The page is looked at again or the network is back: reconnects at once unless the feed was heard of lately.
   * `isLost`: the network has gone, so that nothing will be heard any more.
   */
  wake(isLost?: boolean): void;
  /** Begins anew, because another person looks at the page. */
  reopen(): void;
  stop(): void;
}

/** Without a word for so long (a heartbeat comes every 20 seconds) the connection counts as dead. */
export const silenceMs = 45_000;
const usualWaits = { firstMs: 500, longestMs: 15_000 };
/** So many failures after each other are not a server that is just started again. */
const patience = 3;

/** Follows the change feed of `address` after event `after`, and comes back whenever the connection is lost. */
export function followFeed(
  address: string,
  after: number | null,
  listener: FeedListener,
  waits = usualWaits,
): Following {
  let known = after;
  let failures = 0;
  let isStopped = false;
  /** The connection ends because it shall, and the next one need not wait. */
  let isRenewing = false;
  let heardAt = 0;
  let attempt = new AbortController();
  let watching: ReturnType<typeof setTimeout> | undefined;
  let skipWait: () => void = () => undefined;

  const watch = () => {
    heardAt = Date.now();
    clearTimeout(watching);
    const watched = attempt;
    watching = setTimeout(() => watched.abort(), silenceMs);
  };

  const hear = (message: FeedMessage) => {
    watch();
    if (message.event === 'hello') {
      failures = 0;
      listener.onState('open');
    }
    if (message.event === 'session') isRenewing = true;
    if (message.event === 'change' && message.seq !== null) {
      // A connection that was cut may have passed on what is sent again.
      if (known !== null && message.seq <= known) return;
      known = message.seq;
    } else known ??= message.seq;
    listener.onMessage(message);
  };

  /** One connection to its end; how long the server asked to be left alone. */
  const listen = async (): Promise<number> => {
    attempt = new AbortController();
    isRenewing = false;
    watch();
    const { signal } = attempt;
    try {
      const url = known === null ? address : `${address}?after=${known}`;
      const answer = await fetch(url, { signal, headers: { accept: 'text/event-stream' } });
      if (!answer.ok || !answer.body) {
        await answer.body?.cancel();
        return Number(answer.headers.get('retry-after') ?? 0) * 1000 || 0;
      }
      for await (const message of readMessages(answer.body)) {
        if (signal.aborted) break;
        hear(message);
      }
    } catch {
      return 0;
    } finally {
      clearTimeout(watching);
      attempt.abort();
    }
    return 0;
  };

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      skipWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!isStopped) {
      const askedMs = await listen();
      if (isStopped) return;
      if (isRenewing) continue;
      failures += 1;
      listener.onState(failures < patience ? 'reconnecting' : 'offline');
      const longest = Math.min(waits.longestMs, waits.firstMs * 2 ** failures);
      // Pages that lost the same server must not all come back in the same moment.
      await wait(Math.max(askedMs, longest * (0.5 + Math.random() / 2)));
    }
  };
  void run();

  const again = () => {
    isRenewing = true;
    attempt.abort();
    skipWait();
  };
  return {
    wake: (isLost = false) => {
      if (isLost || Date.now() - heardAt > silenceMs || attempt.signal.aborted) again();
    },
    reopen: again,
    stop: () => {
      isStopped = true;
      again();
    },
  };
}
