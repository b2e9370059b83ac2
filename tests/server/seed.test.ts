import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded, type Database } from '../../server/database/connect.ts';
import { migrate } from '../../server/database/migrate.ts';
import { seed } from '../../server/database/seed.ts';
import { temporaryFolder } from '../support/server-process.ts';

interface Collection {
  features: { properties: Record<string, unknown>; geometry: { coordinates: number[][][] } }[];
}

describe('loading parks', () => {
  const folder = temporaryFolder();
  let database: Database;
  beforeAll(async () => {
    database = await openEmbedded(null, () => undefined);
    await migrate(database, async () => undefined);
  });
  afterAll(async () => {
    await database.close();
    folder.remove();
  });

  /** Loads a copy of 和顺 in which one file is changed. */
  const load = async (file: string, change: (text: string) => string | null) => {
    const geo = join(folder.path, 'geo');
    rmSync(geo, { recursive: true, force: true });
    mkdirSync(geo);
    const source = join(import.meta.dirname, '../../data/geo');
    cpSync(join(source, 'heshun'), join(geo, 'heshun'), { recursive: true });
    cpSync(join(source, 'land-use.json'), join(geo, 'land-use.json'));
    const path = join(geo, file);
    const text = change(readFileSync(path, 'utf8'));
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
    const client: PoolClient = await database.pool.connect();
    const lines: string[] = [];
    try {
      await seed(client, geo, (line) => lines.push(line));
    } finally {
      client.release();
    }
    return lines;
  };
  const features = (change: (collection: Collection) => void) => (text: string) => {
    const collection = JSON.parse(text) as Collection;
    change(collection);
    return JSON.stringify(collection);
  };
  const rows = (change: (rows: Record<string, unknown>[]) => void) => (text: string) => {
    const list = JSON.parse(text) as Record<string, unknown>[];
    change(list);
    return JSON.stringify(list);
  };

  /** The outer ring of the first feature, changed in place or replaced by what is returned. */
  const ring = (change: (corners: number[][]) => unknown) =>
    features(({ features: [first] }) => {
      const changed = change(first!.geometry.coordinates[0]!);
      if (Array.isArray(changed) && Array.isArray(changed[0]) && changed.length > 3) {
        first!.geometry.coordinates[0] = changed as number[][];
      }
    });

  const broken: [file: string, what: string, change: (text: string) => string | null, sentence: RegExp][] = [
    ['heshun/parcels.geojson', 'is no JSON', (text) => text.slice(0, -9), /heshun\/parcels\.geojson: is not JSON/],
    ['heshun/parcels.geojson', 'is missing', () => null, /heshun\/parcels\.geojson: cannot be read \(ENOENT\)/],
    [
      'heshun/parcels.geojson',
      'lacks a property',
      features(({ features: [, second] }) => delete second!.properties['landUse']),
      /heshun\/parcels\.geojson: feature 2, field landUse/,
    ],
    [
      'heshun/parcels.geojson',
      'names a phase that is not there',
      features(({ features: [first] }) => (first!.properties['phase'] = '9')),
      /heshun\/parcels\.geojson: feature 1, field phase: 9 does not exist/,
    ],
    [
      'heshun/parcels.geojson',
      'has a code twice',
      features(({ features: [first, second] }) => (second!.properties['code'] = first!.properties['code'])),
      /heshun\/parcels\.geojson: feature 2, field code: .* is there twice/,
    ],
    [
      'heshun/parcels.geojson',
      'crosses itself',
      features(({ features: [first] }) => {
        const [ring] = first!.geometry.coordinates;
        [ring![1], ring![2]] = [ring![2]!, ring![1]!];
      }),
      /heshun\/parcels\.geojson: feature 1, field geometry: .*crosses itself/,
    ],
    [
      'heshun/parcels.geojson',
      'has an open ring',
      ring((corners) => corners.pop()),
      /feature 1, field geometry: .*\(ring-unclosed\) at 117\./,
    ],
    [
      'heshun/parcels.geojson',
      'has a corner twice',
      ring((corners) => corners.splice(1, 0, corners[1]!)),
      /feature 1, field geometry: .*\(duplicate-corner\) at 117\./,
    ],
    [
      'heshun/zones.geojson',
      'has a corner that is no number',
      ring((corners) => (corners[1] = [NaN, 27.5])),
      /feature 1, field geometry: .*\(position-not-finite\)/,
    ],
    [
      'heshun/parcels.geojson',
      'has a ring without area',
      ring(([a]) => [a!, [a![0]!, a![1]! + 1e-4], [a![0]!, a![1]! + 2e-4], a!]),
      /feature 1, field geometry: .*\(zero-area\) at 117\./,
    ],
    [
      'heshun/parcels.geojson',
      'has a ring of less than 0.01 m²',
      ring(([a]) => [a!, [a![0]! + 5e-7, a![1]!], [a![0]!, a![1]! + 5e-7], a!]),
      /feature 1, field geometry: the ring holds 0\.00\d+ m².*\(tiny-area\) at 117\./,
    ],
    [
      'heshun/gates.json',
      'has a day before the park began',
      rows(([first]) => (first!['doneOn'] = '2006-12-31')),
      /heshun\/gates\.json: row 1, field doneOn: 2006-12-31 is before the park began on 2007-02-01 \(day\.before-park\)/,
    ],
    [
      'heshun/zones.geojson',
      'has projected metres',
      features(({ features: [first] }) => (first!.geometry.coordinates[0]![1] = [526_000, 3_041_000])),
      /heshun\/zones\.geojson: feature 1, field geometry/,
    ],
    [
      'heshun/gates.json',
      'has a day that does not exist',
      rows(([first]) => (first!['doneOn'] = '2007-02-30')),
      /heshun\/gates\.json: row 1, field doneOn/,
    ],
    [
      'heshun/claims.json',
      'claims a parcel twice',
      rows((list) => list.push({ ...list[0], id: 'C-99' })),
      /heshun\/claims\.json: row \d+, field parcel: .* is claimed by .* on the same day/,
    ],
    [
      'heshun/park.json',
      'has another code',
      (text) => text.replace('"heshun"', '"other"'),
      /heshun\/park\.json: field code/,
    ],
    ['land-use.json', 'lacks a code that is used', () => '[]', /heshun\/zones\.geojson: feature 1, field landUse/],
  ];

  test.each(broken)('%s is refused when it %s, and nothing is stored', async (file, _what, change, sentence) => {
    await expect(load(file, change)).rejects.toThrow(sentence);
    const { rows: counts } = await database.pool.query(
      'SELECT (SELECT count(*)::int FROM park) AS parks, (SELECT count(*)::int FROM parcel) AS parcels',
    );
    expect(counts).toEqual([{ parks: 0, parcels: 0 }]);
  });

  test('a sound park is loaded once, with visible progress', async () => {
    const lines = await load('heshun/park.json', (text) => text);
    expect(lines.join('\n')).toContain('和顺工业园');
    expect(await load('heshun/park.json', (text) => text)).toEqual([]);
  });
});
