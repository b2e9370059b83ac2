import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Database } from '../database/connect.ts';
import { schemaLock } from '../database/migrate.ts';
import { migrateWithin } from '../database/migrate-within.ts';
import { StartError } from '../start-error.ts';
import { refuseNewer, type CheckedBackup } from './check-backup.ts';
import { checkDocuments, checkRestored } from './check-restored.ts';
import type { DocumentStore } from './document-store.ts';
import type { BackupEnd, BackupHeader } from './format.ts';
import { RowLoader, setCounters } from './load-rows.ts';
import { readBackup } from './read-backup.ts';
import { ourTables, readCatalog } from './read-catalog.ts';
import { exactText } from './read-rows.ts';

export interface Loaded extends CheckedBackup {
  /** What a person should know of the parks. */
  readonly remarks: readonly string[];
}

/**
 * Builds the schema as it was, loads every row, brings the schema up to date and checks the whole: all of it in one
 * transaction of a database that has none of our tables yet. Throws StartError otherwise.
 */
export async function loadBackup(database: Database, file: string, documents: DocumentStore): Promise<Loaded> {
  const client = await database.pool.connect();
  try {
    const loaded = await drizzle(client).transaction(async (queries) => {
      await client.query(exactText);
      await client.query('SET LOCAL client_min_messages = warning; SET LOCAL lock_timeout = 0');
      await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
      await refuseOccupied(client);
      const { header, end: told } = await load(client, file, documents);
      await migrateWithin(client, header.migration, Number.POSITIVE_INFINITY);
      const remarks = await checkRestored(client, queries, header);
      if (told.tables['document'] !== undefined) await checkDocuments(client, documents.checksums, told.lost);
      return { header, end: told, remarks };
    });
    client.release();
    return loaded;
  } catch (error) {
    client.release(true);
    throw asSentence(error);
  }
}

/** What the database found wrong with the rows is wrong with the backup. */
function asSentence(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const isOfDatabase = typeof code === 'string' && /^(22|23|42)/.test(code);
  return isOfDatabase ? new StartError(`The backup cannot be loaded: ${String(message)}.`, { cause: error }) : error;
}

async function load(client: PoolClient, file: string, documents: DocumentStore) {
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  let loader: RowLoader | null = null;
  let tables: Awaited<ReturnType<typeof readCatalog>> = [];
  const missing = new Set<string>();
  for await (const entry of readBackup(file)) {
    if (entry.kind !== 'row') await loader?.flush();
    switch (entry.kind) {
      case 'header':
        header = entry.header;
        refuseNewer(header);
        await migrateWithin(client, Number.NEGATIVE_INFINITY, header.migration);
        tables = await readCatalog(client);
        for (const { name } of tables) missing.add(name);
        break;
      case 'table': {
        const table = tables.find(({ name }) => name === entry.table);
        if (!table) throw new StartError(`The backup does not fit: there is no table ${entry.table}.`);
        missing.delete(table.name);
        loader = new RowLoader(client, table, entry.columns);
        break;
      }
      case 'row':
        await loader?.add(entry.text);
        break;
      case 'document':
        await documents.put(entry.sha256, entry.content);
        break;
      case 'end':
        end = entry.end;
    }
  }
  if (!header || !end) throw new Error('a backup was read without its header or its end');
  if (missing.size) throw new StartError(`The backup does not fit: it has no table ${[...missing].join(', ')}.`);
  await setCounters(client, tables);
  return { header, end };
}

async function refuseOccupied(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1) ORDER BY relname`,
    [[...ourTables(), 'schema_migration']],
  );
  const [first] = rows;
  if (first) throw new StartError(`The database is not empty: it has a table ${first.name}. Restore into a new one.`);
}
