import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../server/database/connect.ts';
import { takeDataFolder } from '../../server/database/data-folder.ts';
import { migrate } from '../../server/database/migrate.ts';
import { temporaryFolder } from '../support/server-process.ts';

describe('the data folder', () => {
  const folder = temporaryFolder();
  const sound = join(folder.path, 'sound');
  let copies = 0;
  const copy = () => {
    const path = join(folder.path, `copy-${(copies += 1)}`);
    cpSync(sound, path, { recursive: true });
    return path;
  };
  const open = (path: string) => openEmbedded(path, () => undefined);

  beforeAll(async () => {
    const database = await open(sound);
    await migrate(database, async () => undefined);
    database.markReady();
    await database.close();
  });
  afterAll(folder.remove);

  test.each([
    ['has lost its control file', (path: string) => truncateSync(join(path, 'database/global/pg_control'), 0)],
    ['has lost its version', (path: string) => rmSync(join(path, 'database/PG_VERSION'))],
    ['has lost its tables', (path: string) => rmSync(join(path, 'database/base'), { recursive: true })],
    ['has lost its log', (path: string) => rmSync(join(path, 'database/pg_wal'), { recursive: true })],
    ['has lost its database', (path: string) => rmSync(join(path, 'database'), { recursive: true })],
    ['has a broken mark', (path: string) => writeFileSync(join(path, 'yuantu.json'), '{')],
  ])('that %s is called damaged, not begun anew', { timeout: 120_000 }, async (_what, damage) => {
    const path = copy();
    damage(path);
    await expect(open(path)).rejects.toThrow(/data folder .* is damaged/);
    await expect(open(path)).rejects.toThrow(/data folder .* is damaged/);
    rmSync(path, { recursive: true });
  });

  test('of a newer program is refused', async () => {
    const path = copy();
    writeFileSync(join(path, 'yuantu.json'), '{"format":2,"ready":true}');
    await expect(open(path)).rejects.toThrow('newer');
  });

  test('whose creation was broken off is begun anew', async () => {
    const path = join(folder.path, 'interrupted');
    mkdirSync(join(path, 'database/base'), { recursive: true });
    writeFileSync(join(path, 'yuantu.json'), '{"format":1,"ready":false}');
    const database = await open(path);
    await migrate(database, async () => undefined);
    database.markReady();
    await database.close();
    expect(JSON.parse(readFileSync(join(path, 'yuantu.json'), 'utf8'))).toEqual({ format: 1, ready: true });
    await (await open(path)).close();
  });

  test('is held by one opening at a time, whatever it is called, and free afterwards', async () => {
    const link = join(folder.path, 'link');
    symlinkSync(sound, link);
    const held = await takeDataFolder(sound);
    for (const path of [sound, link, join(sound, '..', 'sound')]) {
      await expect(takeDataFolder(path)).rejects.toThrow('in use by another running');
    }
    held.unlock();
    (await takeDataFolder(link)).unlock();
  });

  test('is not made where it cannot be, and nothing of others is touched', async () => {
    const foreign = join(folder.path, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'keep me');
    await expect(open(foreign)).rejects.toThrow('other files');
    expect(existsSync(join(foreign, 'yuantu.json'))).toBe(false);
    await expect(open(join(foreign, 'letter.txt'))).rejects.toThrow('is a file');
    await expect(open(join(foreign, 'letter.txt', 'deep'))).rejects.toThrow('cannot be written');
  });
});
