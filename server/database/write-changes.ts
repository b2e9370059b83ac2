import { and, eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Change } from '../../domain/park/facts.ts';
import type { Queries } from './connect.ts';
import { claim, gate, project, stretch, work } from './schema.ts';

type Row<Name extends Change['table']> = NonNullable<Extract<Change, { table: Name }>['after']>;
type Columns = PgTable & { readonly parkId: PgColumn };

/** Where the rows of a change live and how one is told from another. */
const places: { readonly [Name in Change['table']]: { table: Columns; key: (row: Row<Name>) => (SQL | undefined)[] } } =
  {
    gate: { table: gate, key: (row) => [eq(gate.parcel, row.parcel), eq(gate.gate, row.gate)] },
    stretch: { table: stretch, key: (row) => [eq(stretch.id, row.id)] },
    work: { table: work, key: (row) => [eq(work.code, row.code)] },
    project: { table: project, key: (row) => [eq(project.code, row.code)] },
    claim: { table: claim, key: (row) => [eq(claim.id, row.id)] },
  };

/** Writes changes in their order. Throws when a row is not there as the change says it was. */
export async function writeChanges(queries: Queries, parkId: number, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await writeChange(queries, parkId, change);
}

async function writeChange<Name extends Change['table']>(
  queries: Queries,
  parkId: number,
  change: { readonly table: Name; readonly before: object | null; readonly after: object | null },
): Promise<void> {
  const { table, key } = places[change.table];
  const { before, after } = change;
  if (before === null) {
    if (after !== null) await queries.insert(table).values({ ...after, parkId });
    return;
  }
  const where = and(eq(table.parkId, parkId), ...key(before as Row<Name>));
  const { rowCount } = await (after === null
    ? queries.delete(table).where(where)
    : queries.update(table).set(after).where(where));
  if (rowCount !== 1) throw new Error(`a ${change.table} of the memory is not in the database`);
}
