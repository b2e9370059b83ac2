import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { PoolClient } from 'pg';
import { packageRoot } from '../root.ts';
import { StartError } from '../start-error.ts';
import type { Database } from './connect.ts';
import { offerGisViews } from './gis-views.ts';

export const migrationConfig = {
  migrationsFolder: join(packageRoot, 'server/database/migrations'),
  migrationsSchema: 'public',
  migrationsTable: 'schema_migration',
};

/** A number of our own for the advisory lock that lets one process at a time change the schema. */
export const schemaLock = 4_548_117;

/** Brings the schema up to date, then runs `first` (loading data) before any other process may. */
export async function migrate(database: Database, first: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`SET statement_timeout = 0; SET lock_timeout = 0; SET client_min_messages = warning`);
    await client.query('SELECT pg_advisory_lock($1)', [schemaLock]);
    await refuseNewer(client);
    await applyMigrations(drizzle(client), migrationConfig);
    await offerGisViews(client);
    await first(client);
    await client.query('SELECT pg_advisory_unlock($1)', [schemaLock]);
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release(database.isShared);
}

async function refuseNewer(client: PoolClient): Promise<void> {
  const { rows: tables } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS found`,
  );
  if (!tables[0]?.found) return;
  const { rows } = await client.query<{ newest: string | null }>(
    'SELECT max(created_at)::text AS newest FROM public.schema_migration',
  );
  const known = Math.max(...readMigrationFiles(migrationConfig).map((migration) => migration.folderMillis));
  if (Number(rows[0]?.newest ?? 0) > known) {
    throw new StartError('The database was written by a newer 园图 (yuantu); update the program.');
  }
}
