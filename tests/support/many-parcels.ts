import type { TestPark } from './test-park.ts';

/** Adds parcels … to 金岭, alike to A-01 and in the same place, and has the memory read them. */
export async function addParcels(park: TestPark, count: number): Promise<string[]> {
  const { pool, queries } = park.house.database;
  const ofPark = 'park_id = (SELECT id FROM park WHERE code = $$jinling$$)';
  await pool.query(
    `INSERT INTO parcel (park_id, code, plan_version, standard, land_use, phase, access_road, access_from_metres,
       access_to_metres, access_side)
     SELECT park_id, 'X-' || n, plan_version, standard, land_use, phase, access_road, access_from_metres,
       access_to_metres, access_side
     FROM parcel, generate_series(1, $1::int) AS n WHERE code = 'A-01' AND ${ofPark}`,
    [count],
  );
  await pool.query(
    `INSERT INTO boundary_shape (park_id, id, boundary)
     SELECT park_id, 'X-' || n, boundary FROM boundary_shape, generate_series(1, $1::int) AS n
     WHERE id = 'A-01' AND ${ofPark}`,
    [count],
  );
  await pool.query(
    `INSERT INTO boundary (park_id, id, parcel) SELECT park_id, code, code FROM parcel WHERE code LIKE 'X-%' AND ${ofPark}`,
  );
  const memory = await park.house.memories.of('jinling');
  if (!memory) throw new Error('the park is there');
  await memory.rebuild(queries);
  return Array.from({ length: count }, (_, index) => `X-${index + 1}`);
}
