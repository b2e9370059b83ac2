import { getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Change } from '../../domain/park/facts.ts';
import { accessColumns, factColumns } from './columns.ts';
import type { Queries } from './connect.ts';
import { boundary, claim, gate, parcel, project, stretch, work } from './schema.ts';
import { writePortions } from './write-portions.ts';
import { actionOf, waveChanges, writeActions, type WriteAction } from './wave-changes.ts';

interface Place {
  readonly table: PgTable & { readonly parkId: PgColumn };
  /** The columns that tell one row of a park from another. */
  readonly key: readonly PgColumn[];
}

const places: { readonly [Name in Change['table']]: Place } = {
  parcel: { table: parcel, key: [parcel.code] },
  boundary: { table: boundary, key: [boundary.id] },
  gate: { table: gate, key: [gate.parcel, gate.gate] },
  stretch: { table: stretch, key: [stretch.id] },
  work: { table: work, key: [work.code] },
  project: { table: project, key: [project.code] },
  claim: { table: claim, key: [claim.id] },
};
/** Each after those it refers to. */
const tables = Object.keys(places) as Change['table'][];

/** Writes changes, many rows at a time. Throws when a row is not there as the change says it was. */
export async function writeChanges(queries: Queries, parkId: number, changes: readonly Change[]): Promise<void> {
  for (const wave of waveChanges(changes)) {
    for (const action of writeActions) {
      for (const table of action === 'delete' ? tables.toReversed() : tables) {
        const alike = wave.filter((change) => change.table === table && actionOf(change) === action);
        for (let from = 0; from < alike.length; from += rowsPerStatement) {
          await writeRows(queries, parkId, places[table], action, alike.slice(from, from + rowsPerStatement));
        }
      }
    }
  }
}

/** A statement of all parcels of a large park would take longer than one may. */
const rowsPerStatement = 2000;

async function writeRows(
  queries: Queries,
  parkId: number,
  place: Place,
  action: WriteAction,
  changes: readonly Change[],
): Promise<void> {
  const columns = Object.entries<PgColumn>(factColumns(place.table));
  const rowsOf = (rows: string): SQL => sql`jsonb_populate_recordset(NULL::${place.table}, ${rows}::jsonb)`;
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const list = (of: string) =>
    sql.join(
      names.map((name) => sql`${sql.identifier(of)}.${name}`),
      sql`, `,
    );
  const isAsSaid = sql`stored.park_id = ${parkId} AND ${matches(place.key, 'was')}
    AND (${list('stored')}) IS NOT DISTINCT FROM (${list('was')})`;
  const write: Readonly<Record<WriteAction, (before: string, after: string) => SQL>> = {
    insert: (_, after) => sql`INSERT INTO ${place.table} (park_id, ${sql.join(names, sql`, `)})
      SELECT ${parkId}::integer, ${list('now')} FROM ${rowsOf(after)} AS now`,
    update: (before, after) => sql`UPDATE ${place.table} AS stored
      SET ${sql.join(
        names.map((name) => sql`${name} = now.${name}`),
        sql`, `,
      )}
      FROM ${rowsOf(before)} AS was JOIN ${rowsOf(after)} AS now ON ${matches(place.key, 'was', 'now')}
      WHERE ${isAsSaid}`,
    delete: (before) => sql`DELETE FROM ${place.table} AS stored USING ${rowsOf(before)} AS was WHERE ${isAsSaid}`,
  };
  const prepare = (portion: readonly Change[]) => ({
    rows: portion.length,
    before: action === 'insert' ? '' : rowsAsJson(columns, portion, 'before'),
    after: action === 'delete' ? '' : rowsAsJson(columns, portion, 'after'),
  });
  await writePortions(changes, rowsPerStatement, prepare, async ({ rows, before, after }) => {
    const { rowCount } = await queries.execute(write[action](before, after));
    if (rowCount !== rows) {
      throw new Error(`a ${getTableName(place.table)} of the memory is not in the database as the memory has it`);
    }
  });
}

function matches(key: readonly PgColumn[], one: string, other = 'stored'): SQL {
  const same = key.map(
    ({ name }) =>
      sql`${sql.identifier(one)}.${sql.identifier(name)} = ${sql.identifier(other)}.${sql.identifier(name)}`,
  );
  return sql.join(same, sql` AND `);
}

/** Rows of the memory by the names of the database; where a parcel opens to its road is four columns there. */
function rowsAsJson(
  columns: readonly (readonly [string, PgColumn])[],
  changes: readonly Change[],
  side: 'before' | 'after',
): string {
  const rows = changes.map((change) => {
    const row = change[side];
    const access = row && 'access' in row ? accessColumns(row.access) : {};
    const values: Readonly<Record<string, unknown>> = { ...row, ...access };
    const named: Record<string, unknown> = {};
    for (const [key, { name }] of columns) named[name] = values[key] ?? null;
    return named;
  });
  return JSON.stringify(rows);
}
