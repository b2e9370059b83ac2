import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { ParkMemories } from '../park-memories.ts';
import type { Database } from './connect.ts';

const retryMilliseconds = 2_000;

/** Follows what other processes write to a shared database. Returns how to stop. */
export function hearEvents(database: Database, memories: ParkMemories, log: Logger): () => void {
  if (!database.isShared) return () => undefined;
  let isStopped = false;
  let client: PoolClient | null = null;
  let retry: NodeJS.Timeout | undefined;

  const refresh = async (park: string | null) => {
    for (const memory of memories.loaded()) {
      if (park === null || memory.facts.park.code === park) await memories.refresh(memory);
    }
  };
  const again = (error?: Error) => {
    client?.release(true);
    client = null;
    if (isStopped) return;
    log.warn({ err: error }, 'lost the feed of other processes; trying again');
    clearTimeout(retry);
    retry = setTimeout(() => void connect(), retryMilliseconds);
  };
  const connect = async () => {
    try {
      const connected = await database.pool.connect();
      if (isStopped) return connected.release(true);
      client = connected;
      connected.on('error', again);
      connected.on(
        'notification',
        ({ payload }) => void refresh(payload ?? null).catch((err: unknown) => log.warn({ err })),
      );
      await connected.query('SET statement_timeout = 0; LISTEN yuantu_event');
      await refresh(null);
    } catch (error) {
      again(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void connect();
  return () => {
    isStopped = true;
    clearTimeout(retry);
    client?.release(true);
    client = null;
  };
}
