import type { PoolClient } from 'pg';
import type { Table } from './read-catalog.ts';

const rowsPerRead = 2_000;

/** The settings under which PostgreSQL writes every value so that it reads back as the same. */
export const exactText = `
  SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL search_path = public;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/** The rows of a table by its key, some thousand at a time, each as a JSON array of texts. */
export async function* readRows(client: PoolClient, { name, columns, key }: Table): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  const order = key.length ? `ORDER BY ${key.map(quoted).join(', ')}` : '';
  const select = `SELECT array_to_json(ARRAY[${texts}])::text AS line FROM public.${quoted(name)} ${order}`;
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${rowsPerRead} FROM backup`);
    if (rows.length) yield rows.map(({ line }) => line);
    if (rows.length < rowsPerRead) break;
  }
  await client.query('CLOSE backup');
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
