import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparedFolder } from '../support/database.ts';
import { runCli } from '../support/run-cli.ts';
import { startServer, temporaryFolder } from '../support/server-process.ts';

describe('yuantu import', () => {
  const folder = temporaryFolder();
  let store = '';
  let file = '';
  const run = (command: string, ...words: string[]) => runCli([command, ...words], { DATA_DIR: store });
  const take = (...words: string[]) => run('import', file, '--park', 'jinling', '--on', '2007-12-01', ...words);

  /** D-03 with its first corner half a metre nearer to its third. */
  beforeAll(async () => {
    store = await preparedFolder();
    const out = join(folder.path, 'D-03.geojson');
    expect((await run('export', out, '--park', 'jinling', '--codes', 'D-03')).code).toBe(0);
    const land = JSON.parse(readFileSync(out, 'utf8')) as FeatureCollection<Polygon>;
    const ring = land.features[0]!.geometry.coordinates[0]!;
    const [first, , third] = ring;
    const moved = first!.map((value, axis) => value + (third![axis]! - value) * 0.002);
    ring[0] = moved;
    ring[ring.length - 1] = moved;
    file = join(folder.path, '勘界.geojson');
    writeFileSync(file, JSON.stringify(land));
  });
  afterAll(() => {
    rmSync(store, { recursive: true, force: true });
    folder.remove();
  });

  test('tells what would change and leaves nothing behind, takes it over when told, and finds it the same then', async () => {
    const told = await take('--lang', 'en');
    expect([told.code, told.said]).toEqual([0, '']);
    expect(told.out).toMatch(
      /^same 0 {2}reshaped 1 {2}added 0 {2}removed 0\nreshaped {2}D-03 {2}\d+\.\d\d → \d+\.\d\d mu\n/,
    );
    const again = await take('--json');
    const { placed } = JSON.parse(again.out) as { placed: { entries: { kind: string; code: string }[] } };
    expect(placed.entries).toMatchObject([{ kind: 'reshaped', code: 'D-03' }]);

    // The running server takes it over in the same words.
    const server = await startServer({ DATA_DIR: store });
    const taken = await take('--accept');
    expect([taken.code, taken.said]).toEqual([0, '已导入，第 1 号记录。\n']);
    expect((await take()).out).toContain('不变 1  调整 0  新增 0  注销 0\n没有要改动的界线。');
    await server.stop();
    expect((await take()).out).toContain('不变 1');
    expect(await take('--accept')).toMatchObject({
      code: 2,
      said: expect.stringContaining('land.unchanged') as string,
    });
  });

  test('refuses in one sentence what cannot be', async () => {
    const wrong = (...words: string[]) => run('import', ...words);
    expect(await wrong(file, '--park', 'jinling')).toMatchObject({
      code: 2,
      said: expect.stringContaining('--on') as string,
    });
    expect(await wrong(join(folder.path, 'none.txt'), '--on', '2007-12-01')).toMatchObject({
      code: 2,
      said: expect.stringContaining('ENOENT') as string,
    });
    expect(await take('--crs', 'EPSG:99')).toMatchObject({ code: 2, said: expect.stringContaining('EPSG') as string });
    const xian80 = await take('--crs', 'EPSG:2363');
    expect([xian80.code, xian80.said]).toEqual([2, expect.stringContaining('import.not-placed')]);
    const noise = join(folder.path, 'noise.txt');
    writeFileSync(noise, 'nothing of the kind');
    const unread = await run('import', noise, '--park', 'jinling', '--on', '2007-12-01');
    expect([unread.code, unread.said]).toEqual([2, expect.stringContaining('import.unreadable')]);
  });
});
