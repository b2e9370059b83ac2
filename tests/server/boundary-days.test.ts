import { expect, test } from 'vitest';
import { onEngines } from '../support/on-engines.ts';
import type { TestPark } from '../support/test-park.ts';

type Boundary = readonly [parcel: string, from: string | null, until: string | null];

onEngines('the days of boundaries', (park) => {
  test('two of one parcel never share one, whichever is closed', async () => {
    const { store } = await desk(park());
    const open: Boundary = ['NEW-01', '2007-05-01', null];
    const refused: Boundary[][] = [
      [open, open],
      [open, ['NEW-01', null, null]],
      [open, ['NEW-01', '2007-01-01', '2007-05-02']],
      [
        ['NEW-01', null, '2007-05-02'],
        ['NEW-01', '2007-05-01', '2007-06-01'],
      ],
    ];
    for (const boundaries of refused) {
      await expect(store(['NEW-01'], boundaries)).rejects.toMatchObject({ constraint: 'boundary_one_a_day' });
    }
    await store(['NEW-01'], [['NEW-01', null, '2007-05-01'], open]);
  });

  test('those of others may be the same, also where the codes have one hash', async () => {
    const { ask, store } = await desk(park());
    const [row] = await ask<{ codes: string[] }>(
      `SELECT array_agg(code) AS codes FROM (SELECT 'H-' || number AS code FROM generate_series(1, 400000) AS number) AS made
       GROUP BY hashtext(code) HAVING count(*) > 1 LIMIT 1`,
    );
    const [one, other] = row!.codes as [string, string];
    const boundaries: Boundary[] = [one, other].map((code) => [code, '2007-05-01', null]);
    await store([one, other], boundaries);
    await expect(store([one, other], [...boundaries, [other, null, null]])).rejects.toMatchObject({ code: '23P01' });
  });
});

async function desk({ house }: TestPark) {
  const { pool } = house.database;
  const memory = await house.memories.of('jinling');
  const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows;
  return {
    ask,
    /** New parcels with these boundaries; all of it is taken back in the end. */
    store: async (codes: readonly string[], boundaries: readonly Boundary[]) => {
      const client = await pool.connect();
      const write = (text: string, values: unknown[]) => client.query(text, [memory!.parkId, ...values]);
      try {
        await client.query('BEGIN');
        for (const code of codes) {
          await write(
            `INSERT INTO parcel SELECT (jsonb_populate_record(parcel, jsonb_build_object('code', $2::text))).*
             FROM parcel WHERE park_id = $1 LIMIT 1`,
            [code],
          );
        }
        for (const [index, [parcel, from, until]] of boundaries.entries()) {
          const id = `days ${index}`;
          await write(`INSERT INTO boundary_shape (park_id, id, boundary) VALUES ($1, $2, '')`, [id]);
          await write(`INSERT INTO boundary VALUES ($1, $2, $3, $4, $5)`, [id, parcel, from, until]);
        }
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    },
  };
}
