import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Access } from '../../domain/parcel/schema.ts';

/** The columns of a park's table that are facts: all but the park's number and the geometry. */
export function factColumns<Table extends PgTable>(table: Table): Omit<Table['_']['columns'], 'parkId' | 'geometry'> {
  const columns = { ...getTableColumns(table) };
  delete columns['parkId'];
  delete columns['geometry'];
  return columns;
}

/** Where a parcel opens to its road, by the columns that hold it. */
export function accessColumns({ road, fromMetres, toMetres, side }: Access) {
  return { accessRoad: road, accessFromMetres: fromMetres, accessToMetres: toMetres, accessSide: side };
}

/** The facts and the geometry. */
export function landColumns<Table extends PgTable>(table: Table): Omit<Table['_']['columns'], 'parkId'> {
  const columns = { ...getTableColumns(table) };
  delete columns['parkId'];
  return columns;
}
