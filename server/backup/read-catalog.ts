import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { ClientBase } from 'pg';
import { migrationConfig } from '../database/migrate.ts';
import { leftOut } from './format.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  /** Numbers its rows itself. */
  readonly isCounted: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** Tables whose rows have to be there first. */
  readonly refers: readonly string[];
}

/**
 * The tables to back up, each after those it refers to, as the database itself describes them: a table that a
 * migration adds is there without being named here.
 */
export async function readCatalog(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(catalogQuery, [ourTables().filter((name) => !leftOut.includes(name))]);
  return inOrder(rows);
}

/** Every table the migrations make; others may live beside them in the same database. */
export function ourTables(): string[] {
  const made = readMigrationFiles(migrationConfig).flatMap(({ sql }) => sql);
  return made.flatMap(
    (statement) => /^\s*CREATE TABLE (?:IF NOT EXISTS )?(?:public\.)?(\w+)/i.exec(statement)?.[1] ?? [],
  );
}

const catalogQuery = `
  SELECT own.relname::text AS name,
    (SELECT json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'isCounted',
        pg_get_serial_sequence(format('%I.%I', 'public', own.relname), attname) IS NOT NULL) ORDER BY attnum)
      FROM pg_attribute WHERE attrelid = own.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
    ARRAY(SELECT attname::text FROM pg_constraint CROSS JOIN unnest(conkey) WITH ORDINALITY AS part (number, position)
      JOIN pg_attribute ON attrelid = own.oid AND attnum = part.number
      WHERE conrelid = own.oid AND contype = 'p' ORDER BY position) AS key,
    ARRAY(SELECT DISTINCT other.relname::text FROM pg_constraint JOIN pg_class other ON other.oid = confrelid
      WHERE conrelid = own.oid AND contype = 'f' AND confrelid <> own.oid) AS refers
  FROM pg_class own
  WHERE own.relnamespace = 'public'::regnamespace AND own.relkind = 'r' AND own.relname = ANY ($1)
  ORDER BY own.relname`;

function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const names = new Set(tables.map(({ name }) => name));
  let open = [...tables];
  while (open.length) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = open.filter(({ refers }) => refers.every((name) => placed.has(name) || !names.has(name)));
    if (next.length === 0)
      throw new Error(`${open.map(({ name }) => name).join(', ')} refer to one another in a circle`);
    ordered.push(...next);
    open = open.filter((table) => !next.includes(table));
  }
  return ordered;
}
