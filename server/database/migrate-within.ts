import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { migrationConfig } from './migrate.ts';

/** The moments of the migrations this program knows. */
export function knownMigrations(): number[] {
  return readMigrationFiles(migrationConfig).map(({ folderMillis }) => folderMillis);
}

/**
 * Applies the migrations after one moment and up to another inside a transaction that is under way, and writes down
 * what was applied as the migrator of the server does.
 */
export async function migrateWithin(client: ClientBase, after: number, until: number): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS public.schema_migration (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)',
  );
  for (const { sql, hash, folderMillis } of readMigrationFiles(migrationConfig)) {
    if (folderMillis <= after || folderMillis > until) continue;
    for (const statement of sql) await client.query(statement);
    const applied = [hash, folderMillis];
    await client.query('INSERT INTO public.schema_migration (hash, created_at) VALUES ($1, $2)', applied);
  }
}
