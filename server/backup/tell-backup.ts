import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Database } from '../database/connect.ts';
import { packageRoot } from '../root.ts';
import { StartError } from '../start-error.ts';
import { backupFormat, type BackupEnd, type BackupHeader } from './format.ts';
import { exactText, readRows } from './read-rows.ts';
import { readCatalog } from './read-catalog.ts';
import { tellDocument } from './tell-document.ts';

export interface BackupSource {
  readonly database: Database;
  readonly documentsFolder: string;
}

/** The lines of a backup: everything as it stood in one snapshot. */
export async function* tellBackup({ database, documentsFolder }: BackupSource): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const end: BackupEnd = { tables: {}, documents: 0, lost: [], sha256: '' };
  const documents: string[] = [];
  // The embedded engine has one connection: it is given back before anything is compressed or written.
  const telling = tellRows(database, end, documents);
  const rows = database.isShared ? telling : await all(telling);
  const tell = (text: string) => {
    hash.update(text);
    return text;
  };
  for await (const text of rows) yield tell(text);
  for (const document of documents) {
    let isWhole = false;
    for await (const text of tellDocument(documentsFolder, document)) {
      isWhole = true;
      yield tell(text);
    }
    if (isWhole) end.documents += 1;
    else end.lost.push(document);
  }
  end.sha256 = hash.digest('hex');
  yield line({ end });
}

async function* tellRows(database: Database, end: BackupEnd, documents: string[]): AsyncGenerator<string> {
  const client = await database.pool.connect();
  let isDone = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(exactText);
    yield line(await headerOf(client));
    for (const table of await readCatalog(client)) {
      yield line({ table: table.name, columns: table.columns.map(({ name }) => name) });
      let count = 0;
      for await (const lines of readRows(client, table)) {
        count += lines.length;
        yield `${lines.join('\n')}\n`;
      }
      end.tables[table.name] = count;
    }
    documents.push(...(await checksumsOf(client, end)));
    await client.query('COMMIT');
    isDone = true;
  } finally {
    client.release(!isDone);
  }
}

async function headerOf(client: PoolClient): Promise<BackupHeader> {
  const { rows: found } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AND to_regclass('public.park') IS NOT NULL AS found`,
  );
  if (!found[0]?.found) throw new StartError('There is no 园图 (yuantu) data in this database.');
  const { rows } = await client.query<{ migration: number; parks: BackupHeader['parks'] }>(
    `SELECT (SELECT max(created_at) FROM schema_migration)::float8 AS migration, coalesce((SELECT
       json_agg(json_build_object('code', code, 'name', name, 'seq', seq) ORDER BY code) FROM park), '[]') AS parks`,
  );
  const [{ migration = 0, parks = [] } = {}] = rows;
  const takenAt = new Date().toISOString();
  return { yuantu: 'backup', format: backupFormat, version: programVersion(), migration, takenAt, parks };
}

async function checksumsOf(client: PoolClient, end: BackupEnd): Promise<string[]> {
  if (end.tables['document'] === undefined) return [];
  const { rows } = await client.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM document ORDER BY sha256');
  return rows.map(({ sha256 }) => sha256);
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function all(pieces: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
