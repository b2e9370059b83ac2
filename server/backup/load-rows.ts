import type { ClientBase } from 'pg';
import { StartError } from '../start-error.ts';
import type { Table } from './read-catalog.ts';
import { quoted } from './read-rows.ts';

const rowsPerWrite = 500;
const charactersPerWrite = 4_000_000;

/** Writes the rows of one table of a backup, many at a time. */
export class RowLoader {
  readonly #client: ClientBase;
  readonly #insert: string;
  #waiting: string[] = [];
  #characters = 0;

  /** Throws StartError when the table does not have these columns. */
  constructor(client: ClientBase, { name, columns }: Table, given: readonly string[]) {
    const types = new Map(columns.map((column) => [column.name, column.type]));
    if (given.length !== types.size || new Set(given).size !== given.length || !given.every((one) => types.has(one))) {
      throw new StartError(`The backup does not fit: the table ${name} has other columns.`);
    }
    const values = given.map((column, at) => `(line ->> ${at})::${types.get(column)}`);
    this.#client = client;
    // Only names and types the database itself told of stand in the statement; the backup gives values.
    this.#insert = `INSERT INTO public.${quoted(name)} (${given.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${values.join(', ')} FROM json_array_elements($1::json) WITH ORDINALITY AS row (line, place) ORDER BY place`;
  }

  async add(line: string): Promise<void> {
    this.#waiting.push(line);
    this.#characters += line.length;
    if (this.#waiting.length >= rowsPerWrite || this.#characters >= charactersPerWrite) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const rows = `[${this.#waiting.join(',')}]`;
    this.#waiting = [];
    this.#characters = 0;
    await this.#client.query(this.#insert, [rows]);
  }
}

/** Lets what numbers its rows itself go on after the highest number. */
export async function setCounters(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns.filter(({ isCounted }) => isCounted)) {
      await client.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), highest) FROM (SELECT max(${quoted(column.name)}) AS highest
         FROM public.${quoted(name)}) AS numbers WHERE highest IS NOT NULL`,
        [`public.${quoted(name)}`, column.name],
      );
    }
  }
}
