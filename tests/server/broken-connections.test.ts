import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onEngines } from '../support/on-engines.ts';

interface Breakable {
  readonly connection: { readonly stream: { destroy(): void } };
}

onEngines('a connection that breaks', (park) => {
  const breakIt = (client: object) => (client as Breakable).connection.stream.destroy();

  test('at BEGIN is given back, as often as it happens', async () => {
    const { pool, queries } = park().house.database;
    pool.on('acquire', breakIt);
    for (let time = 0; time < 12; time += 1) {
      await expect(queries.transaction((tx) => tx.execute(sql`SELECT 1`))).rejects.toThrow();
    }
    pool.off('acquire', breakIt);
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
    const { rows } = await queries.transaction((tx) => tx.execute<{ one: number }>(sql`SELECT 1 AS one`));
    expect(rows).toEqual([{ one: 1 }]);
  });

  test('in the middle is given back, and what was written is not kept', async () => {
    const { pool, queries } = park().house.database;
    const before = await queries.execute(sql`SELECT count(*)::int AS events FROM event`);
    await expect(
      queries.transaction(async (tx) => {
        await tx.execute(sql`CREATE TABLE half_done (id int)`);
        for (const client of (pool as unknown as { _clients: object[] })._clients) breakIt(client);
        await tx.execute(sql`SELECT 1`);
      }),
    ).rejects.toThrow();
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
    const half = await queries.execute<{ found: string | null }>(sql`SELECT to_regclass('half_done')::text AS found`);
    expect(half.rows).toEqual([{ found: null }]);
    expect((await queries.execute(sql`SELECT count(*)::int AS events FROM event`)).rows).toEqual(before.rows);
  });
});
