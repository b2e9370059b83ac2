import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { squareMetres } from '../../domain/geometry/area.ts';
import { openHouseAt } from '../support/database.ts';
import { hasPostgres, startCluster, type Cluster } from '../support/postgres.ts';

const hasPostgis = hasPostgres && existsSync('/usr/share/postgresql/15/extension/postgis.control');
const views = ['plan_version', 'survey_extent', 'phase', 'zone', 'parcel'];

describe.skipIf(!hasPostgis)(`views for QGIS${hasPostgis ? '' : ' (PostGIS is not installed)'}`, () => {
  let cluster: Cluster;
  let address: string;
  const query = async <Row extends pg.QueryResultRow>(sql: string) => {
    const client = new pg.Client(address);
    client.on('error', () => undefined);
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

  test.each(views)('gis.%s is valid land on the legal grid', async (view) => {
    const [land] = await query(
      `SELECT count(*)::int > 0 AS some, bool_and(ST_IsValid(geometry)) AS valid,
         bool_and(ST_SRID(geometry) = 4548) AS on_grid FROM gis.${view}`,
    );
    expect(land).toEqual({ some: true, valid: true, on_grid: true });
  });

  test('PostGIS measures the same areas and lengths as we do', async () => {
    const { house, close } = await openHouseAt(address);
    const { facts } = (await house.memories.of('jinling'))!;
    await close();
    const measured = async (view: string, measure: string) => {
      const rows = await query<{ code: string; size: number }>(
        `SELECT code, ${measure}(geometry) AS size FROM gis.${view} WHERE park = 'jinling'`,
      );
      return new Map(rows.map(({ code, size }) => [code, size]));
    };
    const ours = {
      plan_version: facts.planVersions,
      phase: facts.phases,
      zone: facts.zones,
      parcel: [...facts.parcels.values()],
    };
    for (const [view, land] of Object.entries(ours)) {
      const areas = await measured(view, 'ST_Area');
      expect(areas.size).toBe(land.length);
      for (const { code, twiceAreaSquareMillimetres } of land) {
        expect(Math.abs(areas.get(code)! - squareMetres(twiceAreaSquareMillimetres)), `${view} ${code}`).toBeLessThan(
          0.01,
        );
      }
    }
    const lengths = await measured('road', 'ST_Length');
    for (const { code, lengthMetres } of facts.roads.values()) expect(lengths.get(code)).toBeCloseTo(lengthMetres, 2);
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
