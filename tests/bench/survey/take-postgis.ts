import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Cluster } from '../../support/postgres.ts';
import { addFinding, type Contender, type Taken } from './contender.ts';
import { childrenOf, runWatched, watchProcesses } from './watch-process.ts';

/** Parcels with broken boundaries are put aside first: on them the join of the next step ends with an error. */
const validity = `
  CREATE TABLE invalid AS WITH broken AS (DELETE FROM parcel WHERE NOT ST_IsValid(geom) RETURNING id, geom)
  SELECT id, ST_IsValidReason(geom) AS reason FROM broken`;
const overlaps = `
  CREATE TABLE overlapping AS
  SELECT a.id AS one, b.id AS other FROM parcel a JOIN parcel b ON a.id < b.id AND ST_Intersects(a.geom, b.geom)
  WHERE NOT ST_Touches(a.geom, b.geom) AND ST_Area(ST_Intersection(a.geom, b.geom)) > 0.01`;
/** Without the first the planner reads half of the primary key for every parcel: minutes instead of seconds. */
const settings = `enable_bitmapscan = off, jit = off, client_min_messages = 'error', work_mem = '256MB'`.split(', ');

/** ogr2ogr into a fresh database of PostGIS, then what a practitioner asks of it. */
export function takePostgis(
  file: string,
  cluster: Cluster,
  { folder, atMostSeconds }: { readonly folder: string; readonly atMostSeconds: number },
): Contender {
  return {
    name: 'ogr2ogr → PostGIS, ST_IsValid, self-join',
    run: async (): Promise<Taken> => {
      const address = new URL(await cluster.createDatabase());
      const host = address.searchParams.get('host')!;
      const database = address.pathname.slice(1);
      const client = new pg.Client(address.href);
      await client.connect();
      await client.query('CREATE EXTENSION postgis');
      for (const setting of settings) await client.query(`SET ${setting}`);
      const [postmaster = ''] = readFileSync(join(host, 'data/postmaster.pid'), 'utf8').split('\n');
      const standing = new Set(childrenOf(Number(postmaster)));
      const [{ pid: own }] = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows as [
        { pid: number },
      ];
      const backends = watchProcesses(() =>
        childrenOf(Number(postmaster)).filter((pid) => pid === own || !standing.has(pid)),
      );
      const target = `PG:dbname=${database} host=${host} user=postgres`;
      const loading = await runWatched('ogr2ogr', [...ogrWords, target, file], {
        cwd: folder,
        environment: { PG_USE_COPY: 'YES' },
        out: join(folder, 'ogr2ogr'),
        atMostSeconds,
      });
      const timed = async (sql: string) => {
        const from = performance.now();
        await client.query(sql);
        return (performance.now() - from) / 1000;
      };
      const steps = [
        loading.seconds,
        await timed('ANALYZE parcel'),
        await timed(validity),
        await timed(overlaps),
      ] as const;
      const { peakMegabytes, processorSeconds } = backends.stop();
      const found = await findings(client);
      await client.end();
      const [loaded, analysed, validated, joined] = steps.map((seconds) => seconds.toFixed(1));
      return {
        seconds: steps.reduce((sum, step) => sum + step, 0),
        processorSeconds: loading.processorSeconds + processorSeconds,
        peakMegabytes: loading.peakMegabytes + peakMegabytes,
        failure: loading.code === 0 ? null : loading.said.trim(),
        found,
        parts: `ogr2ogr ${loaded} s, ANALYZE ${analysed} s, ST_IsValid ${validated} s, self-join ${joined} s; ogr2ogr ${loading.peakMegabytes.toFixed(0)} MB, backends ${peakMegabytes.toFixed(0)} MB`,
      };
    },
    close: async () => undefined,
  };
}

const ogrWords =
  '-f PostgreSQL -nln parcel -nlt PROMOTE_TO_MULTI -a_srs EPSG:4527 -lco GEOMETRY_NAME=geom -lco FID=id -lco SPATIAL_INDEX=GIST -gt unlimited'.split(
    ' ',
  );

/** Features of a file are numbered from 1 in the table. */
async function findings(client: pg.Client): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const invalid = await client.query<{ id: number; reason: string }>('SELECT id, reason FROM invalid');
  for (const { id, reason } of invalid.rows) addFinding(found, id - 1, reason.replace(/\[.*$/, ''));
  const pairs = await client.query<{ one: number; other: number }>('SELECT one, other FROM overlapping');
  for (const { one, other } of pairs.rows) {
    addFinding(found, one - 1, 'overlap');
    addFinding(found, other - 1, 'overlap');
  }
  return found;
}
