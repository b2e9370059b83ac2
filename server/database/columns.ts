import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** The columns of a park's table that are facts: all but the park's number and the geometry. */
export function factColumns<Table extends PgTable>(table: Table): Omit<Table['_']['columns'], 'parkId' | 'geometry'> {
  const columns = { ...getTableColumns(table) };
  delete columns['parkId'];
  delete columns['geometry'];
  return columns;
}

/** The facts and the geometry. */
export function landColumns<Table extends PgTable>(table: Table): Omit<Table['_']['columns'], 'parkId'> {
  const columns = { ...getTableColumns(table) };
  delete columns['parkId'];
  return columns;
}
