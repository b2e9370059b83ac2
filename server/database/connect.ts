import pg from 'pg';
import { StartError } from '../start-error.ts';
import { takeDataFolder } from './data-folder.ts';
import { EmbeddedEngine } from './embedded-engine.ts';
import { EmbeddedStream } from './embedded-stream.ts';
import { openQueries, type Queries } from './open-queries.ts';
import { whyNotOpened } from './why-not-opened.ts';

export type { Queries };

/** The open database: the same driver and SQL whether it is embedded or a PostgreSQL server. */
export interface Database {
  readonly pool: pg.Pool;
  readonly queries: Queries;
  /** Other processes may write to a server; nobody else writes to an embedded database. */
  readonly isShared: boolean;
  /** To be called once the schema is in place. */
  readonly markReady: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the embedded database in a data folder, or in memory for null. */
export async function openEmbedded(path: string | null, onCreate: () => void): Promise<Database> {
  const folder = path === null ? null : await takeDataFolder(path);
  if (folder?.isNew) onCreate();
  const engine = new EmbeddedEngine(folder?.enginePath ?? null);
  try {
    await engine.open();
  } catch (error) {
    folder?.unlock();
    throw whyNotOpened(path, error);
  }
  const pool = embeddedPool(engine);
  return {
    pool,
    queries: openQueries(pool),
    isShared: false,
    markReady: () => folder?.markReady(),
    close: async () => {
      await pool.end();
      await engine.close();
      folder?.unlock();
    },
  };
}

/** The one connection an embedded engine has, as a pool; the engine knows only the user postgres. */
export function embeddedPool(engine: EmbeddedEngine): pg.Pool {
  const stream = () => new EmbeddedStream(engine);
  const pool = new pg.Pool({ stream, user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 });
  surviveBrokenConnections(pool);
  return pool;
}

/** A connection that breaks, idle or in use, fails its queries and is replaced; it must not end the process. */
function surviveBrokenConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** Opens a PostgreSQL server. Throws StartError when it cannot be reached. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'yuantu',
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  surviveBrokenConnections(pool);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    const why = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new StartError(`The database ${withoutPassword(url)} cannot be reached (${why}).`);
  }
  return {
    pool,
    queries: openQueries(pool),
    isShared: true,
    markReady: () => undefined,
    close: () => pool.end(),
  };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:/@]*):[^@]*@/, '//$1:***@');
}
