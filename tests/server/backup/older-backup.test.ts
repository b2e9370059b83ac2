import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encodeWkb } from '../../../domain/geometry/wkb.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { takeBackup } from '../../../server/backup/take-backup.ts';
import { openEmbedded, openServer } from '../../../server/database/connect.ts';
import { loadFacts } from '../../../server/database/load-facts.ts';
import { knownMigrations, migrateWithin } from '../../../server/database/migrate-within.ts';
import { contentsOf } from '../../support/backups.ts';
import { stopPostgres, testCluster } from '../../support/database.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/server-process.ts';

const folder = temporaryFolder();
afterAll(() => {
  stopPostgres();
  folder.remove();
});

const hectare = encodeWkb(
  {
    type: 'Area',
    polygons: [
      [
        [
          [0, 0],
          [100_000, 0],
          [100_000, 100_000],
          [0, 100_000],
        ],
      ],
    ],
  },
  { originEast: 530_000, originNorth: 3_044_000 },
);

/** A database as the first schema left it: a park with one hectare of plan and no zones, a section, a fund. */
async function oldDatabase() {
  const database = await openEmbedded(null, () => undefined);
  const client = await database.pool.connect();
  await migrateWithin(client, Number.NEGATIVE_INFINITY, knownMigrations()[0]!);
  await client.query(`
    INSERT INTO park (code, name, name_en, county, county_en, epsg, origin_east, origin_north, schematic, data_as_of,
      timeline_from, timeline_to, gates_for_supply, gates_for_service, road_gate_layer)
    VALUES ('old', '旧园', 'Old', '县', 'County', 4548, 530000, 3044000, true, '2007-11-30', '2007-02-01',
      '2008-12-31', '{levelled}', '{levelled}', 'subgrade');
    INSERT INTO section (park_id, code, name, name_en, earthwork) VALUES (1, 'T-01', '一', 'One',
      '{"plannedCubicMetres":100,"certifiedCubicMetres":50,"cutCubicMetres":60,"fillCubicMetres":40}');
    INSERT INTO fund (park_id, code, year, source, source_en, planned_yuan, received_yuan)
    VALUES (1, 'F-01', 2008, '甲', 'A', 9007199254740993, 300);`);
  await client.query(
    `INSERT INTO plan_version (park_id, code, name, name_en, designer, in_force_from, standard, boundary)
     VALUES (1, 'v1', '总规', 'Plan', '院', '2007-02-01', 'GBJ137-90', $1)`,
    [Buffer.from(hectare)],
  );
  client.release();
  return database;
}

test.skipIf(!hasPostgres)('a backup of an older program is brought up to date, exact to the last figure', async () => {
  const old = await oldDatabase();
  const file = join(folder.path, 'old.backup');
  const { header } = await takeBackup({ database: old, documentsFolder: folder.path }, file);
  expect(header.migration).toBe(knownMigrations()[0]);
  const before = await contentsOf(old);
  await old.close();
  const databaseUrl = await testCluster().createDatabase();
  const { remarks } = await restoreBackup(file, { databaseUrl, dataFolder: folder.path });
  expect(remarks).toEqual(['the account of old on 2007-11-30 does not balance: 10000 m²']);

  const database = await openServer(databaseUrl);
  const facts = (await loadFacts(database.queries, 'old'))!.facts;
  expect(facts.sections[0]?.earthwork?.certificates).toEqual([
    { on: '2007-11-30', cutCubicMetres: 30, fillCubicMetres: 20 },
  ]);
  expect(facts.funds[0]?.receipts).toEqual([{ on: '2007-11-30', amountYuan: 300 }]);
  const { rows } = await database.pool.query<{ yuan: string }>('SELECT planned_yuan::text AS yuan FROM fund');
  expect(rows).toEqual([{ yuan: '9007199254740993' }]);
  const { rows: migrations } = await database.pool.query<{ at: string }>(
    'SELECT created_at AS at FROM schema_migration ORDER BY id',
  );
  expect(migrations.map(({ at }) => Number(at))).toEqual(knownMigrations());
  const after = await contentsOf(database);
  expect([after['park'], after['plan_version']]).toEqual([before['park'], before['plan_version']]);
  await database.close();
});
