import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClientBase } from 'pg';
import type { Database } from '../../server/database/connect.ts';
import { takeBackup } from '../../server/backup/take-backup.ts';
import type { House } from '../../server/house.ts';

/** A backup of a house as the terminal takes it. */
export function backUp({ database, dataFolder }: House, file: string) {
  return takeBackup({ database, documentsFolder: `${dataFolder}/documents` }, file);
}

/** Every table of the database in the words of the database, without asking our own code. */
export async function tablesOf(client: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  return rows.map(({ name }) => name);
}

/** How many rows every table has and what is in them. */
export async function contentsOf(database: Database): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  const client = await database.pool.connect();
  await client.query("SET TimeZone = 'UTC'");
  for (const name of await tablesOf(client)) {
    const { rows } = await client.query<{ content: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), '')) AS content
       FROM (SELECT to_jsonb(t)::text AS line FROM ${name} t) AS lines`,
    );
    contents[name] = rows[0]!.content;
  }
  await client.query('RESET TimeZone');
  client.release();
  return contents;
}

export function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
}

/** Writes a backup whose lines were changed by somebody who also knows how to sum it up again. */
export function forge(from: string, to: string, change: (lines: string[]) => string[]): void {
  const lines = change(linesOf(from).slice(0, -1));
  const tables: Record<string, number> = {};
  let table = '';
  let documents = 0;
  for (const line of lines.slice(1)) {
    const value = JSON.parse(line) as unknown;
    if (Array.isArray(value)) tables[table] = (tables[table] ?? 0) + 1;
    else if (typeof value === 'object' && value !== null && 'table' in value) tables[(table = String(value.table))] = 0;
    else if (typeof value === 'object' && value !== null && 'document' in value) documents += 1;
  }
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(to, gzipSync(`${body}${JSON.stringify({ end: { tables, documents, lost: [], sha256 } })}\n`));
}
