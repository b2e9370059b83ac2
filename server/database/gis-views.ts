import type { PoolClient } from 'pg';

const areas = ['plan_version', 'survey_extent', 'phase', 'zone', 'parcel'].map((table) => [table, 'boundary'] as const);
const shapes = [...areas, ['road', 'centreline'], ['work', 'shape']] as const;

/** Where PostGIS is installed in the database, shows the land as views in schema `gis` for QGIS. Never needed. */
export async function offerGisViews(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_extension WHERE extname = 'postgis'`);
  if (!rowCount) return;
  try {
    await client.query('BEGIN');
    await client.query('CREATE SCHEMA IF NOT EXISTS gis');
    for (const [table, column] of shapes) {
      await client.query(`DROP VIEW IF EXISTS gis.${table}`);
      await client.query(
        `CREATE VIEW gis.${table} AS SELECT park.code AS park, land.*,
           ST_SetSRID(ST_GeomFromWKB(land.${column}), park.epsg) AS geometry
         FROM public.${table} AS land JOIN public.park ON park.id = land.park_id`,
      );
    }
    await client.query('COMMIT');
  } catch {
    await client.query('ROLLBACK');
  }
}
