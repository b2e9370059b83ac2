import { afterAll, beforeAll, describe } from 'vitest';
import { hasPostgres } from './postgres.ts';
import { stopPostgres, type Engine } from './database.ts';
import { openTestPark, type TestPark } from './test-park.ts';

/** Describes the same on both engines, each on a fresh database; without PostgreSQL its half is reported as skipped. */
export function onEngines(name: string, suite: (park: () => TestPark, engine: Engine) => void): void {
  for (const engine of ['embedded', 'postgres'] as const) {
    const title =
      engine === 'postgres' && !hasPostgres ? `${name} (PostgreSQL is not installed)` : `${name} (${engine})`;
    describe.skipIf(engine === 'postgres' && !hasPostgres)(title, () => {
      let park: TestPark | null = null;
      beforeAll(async () => {
        park = await openTestPark(engine);
      });
      afterAll(async () => {
        await park?.close();
        if (engine === 'postgres') stopPostgres();
      });
      suite(() => {
        if (!park) throw new Error('the park is opened before the tests');
        return park;
      }, engine);
    });
  }
}
