import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOrder } from '../../../server/survey/export/read-order.ts';
import { UsageError } from '../../../server/usage-error.ts';
import { preparedFolder } from '../../support/database.ts';
import { runCli } from '../../support/run-cli.ts';
import { startServer, temporaryFolder } from '../../support/server-process.ts';
import { readOrThrow } from '../../support/survey-example.ts';

describe('yuantu export', () => {
  const folder = temporaryFolder();
  let store = '';
  beforeAll(async () => {
    store = await preparedFolder();
  });
  afterAll(() => {
    rmSync(store, { recursive: true, force: true });
    folder.remove();
  });

  const file = (name: string) => join(folder.path, name);
  const run = (...words: string[]) => runCli(['export', ...words], { DATA_DIR: store });
  const jinling = ['--park', 'jinling', '--codes', 'A-01,A-02'];

  test.each([
    ['a.txt', 'txt'],
    ['a.ZIP', 'shapefile'],
    ['a.dxf', 'dxf'],
    ['a.kml', 'kml'],
    ['a.gpkg', 'geopackage'],
    ['a.fgb', 'flatgeobuf'],
    ['a.geojson', 'geojson'],
    ['a.csv', 'csv'],
    ['金岭.地块.xlsx', 'workbook'],
  ])('%s is %s', (name, format) => {
    expect(readOrder([name])).toMatchObject({ file: name, format, encoding: null, language: 'zh' });
    expect(readOrder([name, '--format', 'txt', '--encoding', 'UTF-8'])).toMatchObject({
      format: 'txt',
      encoding: 'utf-8',
    });
  });

  test.each([
    [[], 'Say which file'],
    [['a.txt', 'b.txt'], 'Say which file'],
    [['a.dwg'], 'a.dwg does not end in .txt, .zip'],
    [['a'], 'say which with --format'],
    [['a.txt', '--format', 'dwg'], '--format is dwg'],
    [['a.txt', '--encoding', 'big5'], '--encoding is big5'],
    [['a.txt', '--lang', 'fr'], '--lang is fr'],
    [['a.txt', '--on', '2007-02-30'], '--on is 2007-02-30'],
    [['a.txt', '--colour', 'red'], '--colour'],
  ])('%j is refused in one sentence', (words, sentence) => {
    expect(() => readOrder(words)).toThrow(UsageError);
    expect(() => readOrder(words)).toThrow(sentence);
  });

  test('from the database: writes whole or not at all, and over nothing unless it is forced', async () => {
    const path = file('地块.txt');
    const first = await run(path, ...jinling);
    expect(first, first.said).toMatchObject({ code: 0, out: '' });
    expect(first.said).toContain(`→ ${path}`);
    expect(first.said).toContain('此格式放不下、未写入的字段：DJMJ_M2');
    const bytes = readFileSync(path);
    const read = await readOrThrow(bytes);
    expect(read.encoding).toBe('gb18030');
    expect(read.layers.flatMap(({ features }) => features.map(({ code }) => code))).toEqual(['A-01', 'A-02']);

    const again = await run(path, ...jinling, '--encoding', 'utf-8');
    expect([again.code, again.said.trim()]).toEqual([1, `${path} is there already; --force writes over it.`]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const forced = await run(path, ...jinling, '--encoding', 'utf-8', '--force');
    expect(forced, forced.said).toMatchObject({ code: 0 });
    expect((await readOrThrow(readFileSync(path))).encoding).toBe('utf-8');

    const nowhere = await run(file('missing/a.txt'), ...jinling);
    expect([nowhere.code, nowhere.said]).toEqual([1, expect.stringContaining('cannot be written (ENOENT)')]);
    expect(readdirSync(folder.path)).toEqual(['地块.txt']);
  });

  test('what the park has not is said in one sentence, and no file is left', async () => {
    const path = file('none.geojson');
    const refusal = async (...words: string[]) => {
      const { code, said } = await run(path, ...words);
      expect(existsSync(path)).toBe(false);
      return [code, said.trim().split('\n').at(-1)];
    };
    expect(await refusal()).toEqual([2, 'Say which park with --park; there is heshun, jinling.']);
    expect(await refusal('--park', 'jinling', '--on', '2005-01-01')).toEqual([
      2,
      'The park began on 2006-07-18; 2005-01-01 is before it.',
    ]);
  });

  test('through the running server the same file, notes and refusals', async () => {
    const words = ['--park', 'jinling', '--phase', '2', '--on', '2007-12-31', '--lang', 'en'];
    const idle = await run(file('idle.geojson'), ...words);
    expect(idle, idle.said).toMatchObject({ code: 0 });
    const server = await startServer({ DATA_DIR: store, LOG_LEVEL: 'info' });
    try {
      const held = await run(file('held.geojson'), ...words);
      expect(held, held.said).toMatchObject({ code: 0, out: '' });
      expect(readFileSync(file('held.geojson'), 'utf8')).toBe(readFileSync(file('idle.geojson'), 'utf8'));
      const table = await run(file('held.csv'), ...words, '--encoding', 'gbk');
      expect([table.code, table.said]).toEqual([
        0,
        expect.stringContaining('Fields this format has no place for: DJMJ_M2'),
      ]);
      const nowhere = await run(file('none.csv'), '--park', 'nowhere');
      expect([nowhere.code, nowhere.said.trim()]).toEqual([2, 'There is no park nowhere; there is heshun, jinling.']);
      const code = await run(file('none.csv'), '--park', 'jinling', '--codes', 'Z-99');
      expect([code.code, code.said.trim()]).toEqual([2, 'There is no parcel Z-99 in the plan of 2007-11-30.']);
      const encoding = await run(file('none.kml'), '--park', 'jinling', '--encoding', 'gbk');
      expect([encoding.code, encoding.said.trim()]).toEqual([2, 'That cannot be: kml is always written in UTF-8.']);

      // Somebody closes the connection while the file is written: the worker is ended, and the log says so.
      const stopping = new AbortController();
      const asked = fetch(`${server.url}/api/parks/jinling/export?format=geopackage`, { signal: stopping.signal });
      setTimeout(() => stopping.abort(), 150);
      await expect(asked).rejects.toThrow();
      await expect.poll(server.output, { timeout: 20_000 }).toMatch(/"status":499/);
    } finally {
      await server.stop();
    }
  });
});
