import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { loadFacts } from '../../server/database/load-facts.ts';
import { openHouse } from '../../server/open-house.ts';
import { readSettings } from '../../server/settings.ts';
import { temporaryFolder } from '../support/server-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const migrations = join(import.meta.dirname, '../../server/database/migrations');

/** A store as the first schema left it: one park with a section, a target and a fund in their old shape. */
async function makeOldStore(path: string): Promise<void> {
  mkdirSync(path);
  writeFileSync(join(path, 'yuantu.json'), JSON.stringify({ format: 1, ready: true }));
  const database = await PGlite.create({ dataDir: join(path, 'database'), extensions: { btree_gist } });
  for (const statement of readFileSync(join(migrations, '0000_park.sql'), 'utf8').split('--> statement-breakpoint')) {
    await database.exec(statement);
  }
  const [first] = readMigrationFiles({ migrationsFolder: migrations });
  await database.exec(`
    CREATE TABLE schema_migration (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
    INSERT INTO schema_migration (hash, created_at) VALUES ('${first!.hash}', ${first!.folderMillis});
    INSERT INTO park (code, name, name_en, county, county_en, epsg, origin_east, origin_north, schematic, data_as_of,
      timeline_from, timeline_to, gates_for_supply, gates_for_service, road_gate_layer)
    VALUES ('old', '旧园', 'Old', '县', 'County', 4548, 530000, 3044000, true, '2007-11-30', '2007-02-01',
      '2008-12-31', '{levelled}', '{levelled}', 'subgrade');
    INSERT INTO section (park_id, code, name, name_en, earthwork) VALUES
      (1, 'T-01', '一', 'One', '{"plannedCubicMetres":100,"certifiedCubicMetres":50,"cutCubicMetres":60,"fillCubicMetres":40}'),
      (1, 'T-02', '二', 'Two', '{"plannedCubicMetres":10,"certifiedCubicMetres":0,"cutCubicMetres":10,"fillCubicMetres":0}'),
      (1, 'T-03', '三', 'Three', NULL);
    INSERT INTO work (park_id, code, name, name_en, kind, serves_phases, shape) VALUES
      (1, 'W-01', '线', 'Line', 'power-line', '{}', '\\x0101000000000000000000000000000000000000000000');
    INSERT INTO target (park_id, code, year, name, name_en, work) VALUES
      (1, 'G-01', 2008, '线', 'Line', 'W-01'), (1, 'G-02', 2008, '地', 'Land', NULL);
    INSERT INTO fund (park_id, code, year, source, source_en, planned_yuan, received_yuan) VALUES
      (1, 'F-01', 2008, '甲', 'A', 800, 300), (1, 'F-02', 2008, '乙', 'B', 100, 0);
  `);
  await database.close();
}

test('a store of the first schema is brought up to date and keeps what it knew', async () => {
  const path = join(folder.path, 'store');
  await makeOldStore(path);
  const settings = readSettings({ DATA_DIR: path });
  const { house, close } = await openHouse(settings, pino({ level: 'silent' }), () => undefined);
  try {
    const facts = (await loadFacts(house.database.queries, 'old'))?.facts;
    expect(facts?.sections.map(({ code, earthwork }) => [code, earthwork])).toEqual([
      [
        'T-01',
        {
          plannedCutCubicMetres: 60,
          plannedFillCubicMetres: 40,
          certificates: [{ on: '2007-11-30', cutCubicMetres: 30, fillCubicMetres: 20 }],
        },
      ],
      ['T-02', { plannedCutCubicMetres: 10, plannedFillCubicMetres: 0, certificates: [] }],
      ['T-03', null],
    ]);
    expect(facts?.targets.map(({ measure }) => measure)).toEqual([{ kind: 'work', work: 'W-01' }, null]);
    expect(facts?.funds.map(({ receipts }) => receipts)).toEqual([[{ on: '2007-11-30', amountYuan: 300 }], []]);
  } finally {
    await close();
  }
});
