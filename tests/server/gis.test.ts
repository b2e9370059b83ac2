import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouseAt } from '../support/database.ts';
import { hasPostgres, startCluster, type Cluster } from '../support/postgres.ts';

const hasPostgis = hasPostgres && existsSync('/usr/share/postgresql/15/extension/postgis.control');
const views = ['plan_version', 'survey_extent', 'phase', 'zone', 'parcel'];

describe.skipIf(!hasPostgis)(`views for QGIS${hasPostgis ? '' : ' (PostGIS is not installed)'}`, () => {
  let cluster: Cluster;
  let address: string;
  const query = async <Row extends pg.QueryResultRow>(sql: string) => {
    const client = new pg.Client(address);
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  };
  const openAndClose = async () => (await openHouseAt(address)).close();

  beforeAll(async () => {
    cluster = startCluster();
    address = await cluster.createDatabase();
    await query('CREATE EXTENSION postgis');
    await openAndClose();
  });
  afterAll(() => cluster.stop());

  test.each(views)('gis.%s is valid land of the same area as ours', async (view) => {
    const [land] = await query(
      `SELECT count(*)::int > 0 AS some, bool_and(ST_IsValid(geometry)) AS valid,
         bool_and(ST_SRID(geometry) = 4548) AS on_grid,
         max(abs(ST_Area(geometry) - twice_area_square_millimetres / 2e6)) < 0.01 AS same_area
       FROM gis.${view}`,
    );
    expect(land).toEqual({ some: true, valid: true, on_grid: true, same_area: true });
  });

  test('roads are as long as ours', async () => {
    const [roads] = await query('SELECT max(abs(ST_Length(geometry) - length_metres)) < 0.001 AS same FROM gis.road');
    expect(roads).toEqual({ same: true });
  });

  test('rights given on a view outlive a restart', async () => {
    await query('CREATE ROLE planner; GRANT USAGE ON SCHEMA gis TO planner; GRANT SELECT ON gis.parcel TO planner');
    await openAndClose();
    expect(await query(`SELECT has_table_privilege('planner', 'gis.parcel', 'SELECT') AS may`)).toEqual([
      { may: true },
    ]);
  });

  test('a user who may not make them still has the program', async () => {
    const owner = address;
    await query(`CREATE ROLE clerk LOGIN; GRANT pg_read_all_data, pg_write_all_data TO clerk;
      GRANT CREATE ON DATABASE ${new URL(address).pathname.slice(1)} TO clerk; GRANT CREATE ON SCHEMA public TO clerk`);
    address = address.replace('user=postgres', 'user=clerk');
    await openAndClose();
    address = owner;
  });
});
