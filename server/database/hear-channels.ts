import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from './connect.ts';

const shortestRetryMilliseconds = 250;
const longestRetryMilliseconds = 4_000;
const checkMilliseconds = 10_000;

/** What a process hears from the others through PostgreSQL. */
export interface Channel {
  readonly name: string;
  /** A notification; when it fails, the connection is begun anew and `joined` is called again. */
  readonly hear: (payload: string) => unknown;
  /** Called when the connection listens, for the first time or again: what was told before was not heard. */
  readonly joined: () => unknown;
  /** Called every few seconds, so that nothing a broken network swallowed stays unknown. */
  readonly check?: () => unknown;
}

export interface Hearing {
  stop(): Promise<void>;
  /** Whether notifications arrive now. */
  isListening(): boolean;
}

/** Listens on a connection of its own, and finds another when it is lost. */
export function hearChannels(database: Database, channels: readonly Channel[], log: Logger): Hearing {
  if (!database.isShared) return { stop: () => Promise.resolve(), isListening: () => false };
  let isStopped = false;
  let current: pg.Client | null = null;
  let listening: pg.Client | null = null;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  let check: NodeJS.Timeout | undefined;

  const lose = (client: pg.Client, error: unknown) => {
    if (current !== client) return;
    current = null;
    listening = null;
    clearInterval(check);
    void client.end().catch(() => undefined);
    if (isStopped) return;
    if (failures === 0) log.warn({ err: error }, 'lost the feed of other processes; trying again');
    const longest = Math.min(longestRetryMilliseconds, shortestRetryMilliseconds * 2 ** failures);
    failures += 1;
    retry = setTimeout(() => void connect(), longest * (0.5 + Math.random() / 2));
  };

  const connect = async () => {
    const client = new pg.Client({
      ...database.pool.options,
      application_name: 'yuantu listening',
      statement_timeout: 0,
      query_timeout: checkMilliseconds,
    });
    current = client;
    const guarded = async (act: () => unknown) => {
      try {
        await act();
      } catch (error) {
        lose(client, error);
      }
    };
    client.on('error', (error) => lose(client, error));
    client.on('end', () => lose(client, new Error('the connection ended')));
    client.on('notification', ({ channel, payload = '' }) => {
      for (const one of channels) if (one.name === channel) void guarded(() => one.hear(payload));
    });
    await guarded(async () => {
      await client.connect();
      await client.query(channels.map(({ name }) => `LISTEN ${name}`).join('; '));
      // Only what is told from here on is heard: what happened before is read.
      for (const { joined } of channels) await joined();
      if (current !== client) return;
      listening = client;
      failures = 0;
      check = setInterval(
        () =>
          void guarded(async () => {
            await client.query('SELECT 1');
            for (const one of channels) await one.check?.();
          }),
        checkMilliseconds,
      ).unref();
    });
  };

  void connect();
  return {
    isListening: () => listening !== null,
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      clearInterval(check);
      const client = current;
      current = null;
      listening = null;
      await client?.end().catch(() => undefined);
    },
  };
}
