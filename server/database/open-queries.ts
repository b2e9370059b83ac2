import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

export type Queries = NodePgDatabase;

/**
 * drizzle's own transaction on a pool begins outside its try: a connection that breaks at BEGIN is never given back,
 * and after as many outages as the pool is large the server waits for ever. Here it is given back whatever happens.
 */
export function openQueries(pool: pg.Pool): Queries {
  const transaction: Queries['transaction'] = async (run, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(run, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(drizzle(pool), { transaction });
}
