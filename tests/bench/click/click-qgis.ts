import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import pg from 'pg';
import { startCluster } from '../../support/postgres.ts';
import { freePort, temporaryFolder } from '../../support/server-process.ts';
import { daysInTurn, inTurn, type Clicker } from './clicker.ts';
import { qgisProject, wfsUpdate } from './qgis-project.ts';

const program = '/usr/bin/qgis_mapserver';
const root = join(import.meta.dirname, '../../..');
const epsg = 4548;

/** Whether this machine has QGIS Server with its own small web server (Debian: qgis-server). */
export const hasQgisServer = existsSync(program);

export type Asking =
  /** The other page knows which parcel changed and asks in the very moment it is stored. */
  | 'this parcel at once'
  /** The other page does not know what changed: it asks for the parcels again, in that moment. */
  | 'every parcel at once'
  /** As it is: nobody tells the other page anything, it asks for the parcels every second. */
  | 'every parcel each second';

/** A clerk who updates one row over WFS-T, and another page that reads it; the same parcels, the same durability. */
export async function clickQgis(asking: Asking): Promise<Clicker> {
  const folder = temporaryFolder();
  const cluster = startCluster({ isDurable: true });
  const address = await cluster.createDatabase();
  const client = new pg.Client(address);
  await client.connect();
  const ids = await storeParcels(client);
  const { pathname, searchParams } = new URL(address);
  const source = `dbname='${pathname.slice(1)}' host=${searchParams.get('host')} user='postgres'`;
  const project = join(folder.path, 'park.qgs');
  writeFileSync(project, qgisProject(source, epsg));
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen', QGIS_SERVER_LOG_LEVEL: '2' };
  const server = spawn(program, ['-l', '2', '-p', project, new URL(url).host], { stdio: 'ignore', env });
  const read = async (query: string) => (await fetch(`${url}/?SERVICE=WFS&VERSION=1.1.0&REQUEST=${query}`)).text();
  await answering(() => read('GetCapabilities'));

  const nextDay = daysInTurn();
  const nextId = inTurn(ids);
  const stored = new Map<number, string>();
  const query = (id: number) =>
    asking === 'this parcel at once'
      ? `GetFeature&TYPENAME=parcel&FEATUREID=parcel.${id}`
      : 'GetFeature&TYPENAME=parcel&OUTPUTFORMAT=application/json';
  return {
    name: `QGIS Server WFS-T, the other page asks for ${asking}`,
    until: 'the other page has read it',
    click: async () => {
      const [id, doneOn] = [nextId(), nextDay()];
      const body = wfsUpdate(id, doneOn);
      const headers = { 'content-type': 'text/xml' };
      const answer = await fetch(`${url}/?SERVICE=WFS&VERSION=1.1.0&REQUEST=Transaction`, {
        method: 'POST',
        body,
        headers,
      });
      const text = await answer.text();
      if (!text.includes('<totalUpdated>1</totalUpdated>')) throw new Error(text);
      // The page asks on its own clock, which knows nothing of the click.
      if (asking === 'every parcel each second')
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 1000));
      if (!(await read(query(id))).includes(doneOn)) throw new Error('the other page does not see what was stored');
      stored.set(id, doneOn);
    },
    check: async () => {
      const { rows } = await client.query<{ id: number; on: string }>(
        'SELECT id, telecom_on::text AS on FROM parcel WHERE telecom_on IS NOT NULL',
      );
      const wrong = rows.filter(({ id, on }) => stored.get(id) !== on).length;
      return { isCorrect: wrong === 0 && rows.length === stored.size, text: `${wrong} of ${rows.length} rows differ` };
    },
    close: async () => {
      server.kill();
      await client.end();
      cluster.stop();
      folder.remove();
    },
  };
}

/** The park's parcels as a table of PostGIS, in the legal grid; their ids. */
async function storeParcels(client: pg.Client): Promise<number[]> {
  const text = readFileSync(join(root, 'data/geo/jinling/parcels.geojson'), 'utf8');
  const { features } = JSON.parse(text) as FeatureCollection;
  await client.query(`CREATE EXTENSION postgis`);
  await client.query(
    `CREATE TABLE parcel (id int PRIMARY KEY, code text UNIQUE, telecom_on date, boundary geometry(MultiPolygon, ${epsg}))`,
  );
  for (const [at, { geometry, properties }] of features.entries()) {
    await client.query(
      `INSERT INTO parcel VALUES ($1, $2, NULL, ST_Multi(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($3), 4490), ${epsg})))`,
      [at + 1, (properties as { code: string }).code, JSON.stringify(geometry)],
    );
  }
  await client.query('CREATE INDEX ON parcel USING gist (boundary)');
  await client.query('ANALYZE parcel');
  return features.map((_, at) => at + 1);
}

async function answering(ask: () => Promise<string>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const text = await ask().catch(() => '');
    if (text.includes('<Name>parcel</Name>')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('QGIS Server does not serve the parcels');
}
