import type { Geometry } from 'geojson';
import type { PgTable } from 'drizzle-orm/pg-core';
import { toGridGeometry } from '../../../domain/geometry/from-geojson.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import type { GridGeometry } from '../../../domain/geometry/shapes.ts';
import { encodeWkb } from '../../../domain/geometry/wkb.ts';
import { accessColumns } from '../columns.ts';
import type { Queries } from '../connect.ts';
import * as tables from '../schema.ts';
import type { ParkFiles } from './park-files.ts';
import type { Feature } from './read-file.ts';

const rowsPerInsert = 400;

/** Stores a checked park. To be run in one transaction. */
export async function storePark(queries: Queries, files: ParkFiles): Promise<void> {
  const { park } = files;
  const grid = parkGrid(park);
  const [stored] = await queries.insert(tables.park).values(park).returning({ id: tables.park.id });
  if (!stored) throw new Error('the park was not stored');
  const parkId = stored.id;

  const ofPark = <R extends object>(row: R) => ({ ...row, parkId });
  const onGrid = (geometry: Geometry) => toGridGeometry(geometry, grid);
  const shape = (geometry: GridGeometry) => encodeWkb(geometry, park);
  const land = <P extends object>({ properties, geometry }: Feature<P>) => {
    const placed = onGrid(geometry);
    if (placed.type !== 'Area') throw new TypeError('land has an area');
    return { ...properties, parkId, geometry: shape(placed) };
  };
  const road = ({ properties, geometry }: ParkFiles['roads'][number]) => {
    const placed = onGrid(geometry);
    if (placed.type !== 'Line') throw new TypeError('a road has a centreline');
    return { ...properties, parkId, geometry: shape(placed) };
  };
  const parcel = ({ properties }: ParkFiles['parcels'][number]) => {
    const { access, ...fields } = properties;
    return ofPark({ ...fields, ...accessColumns(access) });
  };
  const boundary = ({ properties: { code } }: ParkFiles['parcels'][number]) => ofPark({ id: code, parcel: code });
  const boundaryShape = ({ properties: { code }, geometry }: ParkFiles['parcels'][number]) =>
    land({ properties: { id: code }, geometry });
  await insert(queries, tables.planVersion, files.planVersions.map(land));
  await insert(queries, tables.surveyExtent, files.surveys.map(land));
  await insert(queries, tables.phase, files.phases.map(land));
  await insert(queries, tables.zone, files.zones.map(land));
  await insert(queries, tables.road, files.roads.map(road));
  await insert(queries, tables.parcel, files.parcels.map(parcel));
  await insert(queries, tables.boundaryShape, files.parcels.map(boundaryShape));
  await insert(queries, tables.boundary, files.parcels.map(boundary));
  const works = files.works.map(({ properties, geometry }) => ({
    ...ofPark(properties),
    geometry: shape(onGrid(geometry)),
  }));
  await insert(queries, tables.work, works);
  await insert(queries, tables.section, files.sections.map(ofPark));
  await insert(queries, tables.stretch, files.stretches.map(ofPark));
  await insert(queries, tables.gate, files.gates.map(ofPark));
  await insert(queries, tables.project, files.projects.map(ofPark));
  await insert(queries, tables.claim, files.claims.map(ofPark));
  await insert(queries, tables.payment, files.payments.map(ofPark));
  await insert(queries, tables.milestone, files.milestones.map(ofPark));
  await insert(queries, tables.target, files.targets.map(ofPark));
  await insert(queries, tables.fund, files.funds.map(ofPark));
  await insert(
    queries,
    tables.baseFeature,
    files.base.map((feature, position) => ({ ...feature, parkId, position })),
  );
}

async function insert<Table extends PgTable>(
  queries: Queries,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await queries.insert(table).values(rows.slice(from, from + rowsPerInsert));
  }
}
