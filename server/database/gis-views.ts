import type { PoolClient } from 'pg';

const areas = ['plan_version', 'survey_extent', 'phase', 'zone', 'parcel'].map((table) => [table, 'boundary'] as const);
const shapes = [...areas, ['road', 'centreline'], ['work', 'shape']] as const;

/** Where PostGIS is installed in the database, shows the land as views in schema `gis` for QGIS. Never needed. */
export async function offerGisViews(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_extension WHERE extname = 'postgis'`);
  if (!rowCount) return;
  await attempt(client, ['CREATE SCHEMA IF NOT EXISTS gis']);
  for (const [table, column] of shapes) {
    const create = `VIEW gis.${table} AS SELECT park.code AS park, land.*,
      ST_SetSRID(ST_GeomFromWKB(land.${column}), park.epsg) AS geometry
      FROM public.${table} AS land JOIN public.park ON park.id = land.park_id`;
    // Replacing keeps the rights given on a view; it fails when the columns have changed.
    const isReplaced = await attempt(client, [`CREATE OR REPLACE ${create}`]);
    if (!isReplaced) await attempt(client, [`DROP VIEW IF EXISTS gis.${table}`, `CREATE ${create}`]);
  }
}

/** Runs statements together; false when this user may not, and then nothing has changed. */
async function attempt(client: PoolClient, statements: readonly string[]): Promise<boolean> {
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
    return true;
  } catch {
    await client.query('ROLLBACK');
    return false;
  }
}
