import type { PoolClient } from 'pg';

const areas = ['plan_version', 'survey_extent', 'phase', 'zone'].map((table) => [table, 'boundary'] as const);
const shapes = [...areas, ['road', 'centreline'], ['work', 'shape']] as const;
/** The columns and tables of each view. A parcel is there once for every boundary it has or had. */
const views = [
  ...shapes.map(([table, column]) => ({
    name: table,
    columns: `land.*, ST_SetSRID(ST_GeomFromWKB(land.${column}), park.epsg) AS geometry`,
    from: `public.${table} AS land`,
  })),
  {
    name: 'parcel',
    columns: `land.*, boundary.id AS boundary, boundary.from_on, boundary.until_on,
      ST_SetSRID(ST_GeomFromWKB(shape.boundary), park.epsg) AS geometry`,
    from: `public.parcel AS land
      JOIN public.boundary ON boundary.park_id = land.park_id AND boundary.parcel = land.code
      JOIN public.boundary_shape AS shape ON shape.park_id = land.park_id AND shape.id = boundary.id`,
  },
];

/** Where PostGIS is installed in the database, shows the land as views in schema `gis` for QGIS. Never needed. */
export async function offerGisViews(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_extension WHERE extname = 'postgis'`);
  if (!rowCount) return;
  await attempt(client, ['CREATE SCHEMA IF NOT EXISTS gis']);
  for (const { name, columns, from } of views) {
    const create = `VIEW gis.${name} AS SELECT park.code AS park, ${columns}
      FROM ${from} JOIN public.park ON park.id = land.park_id`;
    // Replacing keeps the rights given on a view; it fails when the columns have changed.
    const isReplaced = await attempt(client, [`CREATE OR REPLACE ${create}`]);
    if (!isReplaced) await attempt(client, [`DROP VIEW IF EXISTS gis.${name}`, `CREATE ${create}`]);
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
