import type { SSEStreamingApi } from 'hono/streaming';
import type { Queries } from '../database/connect.ts';
import { eventsAfter, type LoggedEvent } from '../database/log.ts';
import type { ParkMemory } from '../park-memory.ts';

const heartbeatMilliseconds = 20_000;
const retryMilliseconds = 2_000;
const eventsPerRead = 200;
const mostWaiting = 1_000;

/**
 * Sends every event after `after` in order, without gap or repetition: first from the log, then as they happen,
 * and from the log again where the follower was too slow.
 */
export async function streamEvents(
  stream: SSEStreamingApi,
  { queries, memory, after, signal }: { queries: Queries; memory: ParkMemory; after: number; signal: AbortSignal },
): Promise<void> {
  let waiting: LoggedEvent[] = [];
  let wake = () => {};
  const stop = () => wake();
  const unfollow = memory.follow((event) => {
    if (waiting.length < mostWaiting) waiting.push(event);
    wake();
  });
  signal.addEventListener('abort', stop);
  stream.onAbort(stop);
  const isOpen = () => !stream.aborted && !stream.closed && !signal.aborted;
  try {
    let sent = after;
    // The id of the greeting is where the follower stands, so that a connection lost now loses nothing.
    await stream.writeSSE({
      event: 'hello',
      id: String(sent),
      data: JSON.stringify({ seq: memory.facts.seq }),
      retry: retryMilliseconds,
    });
    while (isOpen()) {
      const batch = waiting;
      waiting = [];
      const isGapless = batch[0] !== undefined && batch[0].seq <= sent + 1;
      const events = isGapless ? batch : await missed(queries, memory, sent);
      // A memory ahead of its log is being rebuilt; the client comes back and finds it whole.
      if (events.length === 0 && sent < memory.facts.seq) return;
      for (const event of events) {
        if (event.seq !== sent + 1) continue;
        await stream.writeSSE({ event: 'change', id: String(event.seq), data: JSON.stringify(event) });
        sent = event.seq;
      }
      if (waiting.length || sent < memory.facts.seq) continue;
      const isQuiet = await quiet((resolve) => (wake = resolve), isOpen);
      if (isQuiet && isOpen()) await stream.write(': \n\n');
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unfollow();
  }
}

async function missed(queries: Queries, memory: ParkMemory, sent: number): Promise<LoggedEvent[]> {
  return sent < memory.facts.seq ? eventsAfter(queries, memory.parkId, sent, eventsPerRead) : [];
}

/** Waits to be woken; true when nothing happened for the time of a heartbeat. */
function quiet(onWake: (resolve: () => void) => void, isOpen: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), heartbeatMilliseconds);
    const wake = () => {
      clearTimeout(timer);
      resolve(false);
    };
    onWake(wake);
    if (!isOpen()) wake();
  });
}
