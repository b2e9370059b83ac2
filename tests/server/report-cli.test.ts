import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../domain/report/document.ts';
import { readOrder } from '../../server/report/read-order.ts';
import { UsageError } from '../../server/usage-error.ts';
import { preparedFolder } from '../support/database.ts';
import { runCli as run } from '../support/run-cli.ts';
import { startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';

describe('npm run report', () => {
  const folder = temporaryFolder();
  let store = '';
  let server: ServerProcess;
  beforeAll(async () => {
    store = await preparedFolder();
    server = await startServer({ DATA_DIR: store });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(store, { recursive: true, force: true });
    folder.remove();
  });

  test.each([
    [[], 'Say which park'],
    [['--park', 'jinling', '--as-of', '2007-02-30'], '--as-of is 2007-02-30'],
    [['--park', 'jinling', '--format', 'pdf'], '--format is pdf'],
    [['--park', 'jinling', '--weekly', '--format', 'xlsx'], 'weekly digest'],
    [['--park', 'jinling', '--url', 'nowhere'], '--url is nowhere'],
    [['--park', 'jinling', '--colour', 'red'], '--colour'],
  ])('%j is refused in one sentence', (words, sentence) => {
    expect(() => readOrder(words)).toThrow(UsageError);
    expect(() => readOrder(words)).toThrow(sentence);
  });

  test('words it does not understand end it with 2 and nothing printed', async () => {
    const { code, out, said } = await run(['report', '--park', 'jinling', '--as-of', '2007-02-30']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.trim().split('\n')).toEqual(['--as-of is 2007-02-30; it must be a day written YYYY-MM-DD.']);
  });

  test('asks the running server that holds the data, found by the data folder or by --url', async () => {
    const held = await run(['report', '--park', 'jinling', '--as-of', '2007-11-30'], { DATA_DIR: store });
    expect(held, held.said).toMatchObject({ code: 0 });
    expect(held.out).toContain('可供建设用地将达近1500亩（1499.70亩）');
    const asked = await run(['report', '--park', 'jinling', '--as-of', '2007-11-30', '--url', server.url]);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain('可供建设用地将达近1500亩（1499.70亩）');
    const unknown = await run(['report', '--park', 'nowhere', '--url', server.url]);
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.said).toContain('park.unknown');
  });

  test('reads the parks where there is no database yet, and writes the same report as the server', async () => {
    const none = join(folder.path, 'none');
    const asked = await run(['report', '--park', 'jinling', '--as-of', '2007-11-30'], { DATA_DIR: none });
    expect(asked.code).toBe(0);
    expect(existsSync(none)).toBe(false);
    const told = await fetch(`${server.url}/api/parks/jinling/report.md?on=2007-11-30`);
    expect(asked.out).toBe(await told.text());
  });

  test('reads the database no server holds, and says what it does not have', async () => {
    const idle = await preparedFolder();
    const early = await run(['report', '--park', 'jinling', '--as-of', '2005-01-01'], { DATA_DIR: idle });
    expect(early, early.said).toMatchObject({ code: 2, out: '' });
    expect(early.said).toContain('2006-07-18');
    const unknown = await run(['report', '--park', 'nowhere'], { DATA_DIR: idle });
    expect(unknown.code).toBe(2);
    expect(unknown.said).toContain('heshun, jinling');
    rmSync(idle, { recursive: true, force: true });
  });

  test('writes files, and says when it cannot', async () => {
    const file = (name: string) => join(folder.path, name);
    const to = (name: string, ...words: string[]) =>
      run(['report', '--park', 'jinling', '--url', server.url, '--out', file(name), ...words]);
    await to('report.docx', '--format', 'docx');
    expect(strFromU8(unzipSync(readFileSync(file('report.docx')))['word/document.xml']!)).toContain('一、园区规划');
    await to('report.xlsx', '--format', 'xlsx');
    expect(Object.keys(unzipSync(readFileSync(file('report.xlsx'))))).toContain('xl/worksheets/sheet4.xml');
    await to('week.json', '--format', 'json', '--weekly');
    expect(reportSchema.parse(JSON.parse(readFileSync(file('week.json'), 'utf8'))).kind).toBe('weekly');
    const unwritable = await to('missing/report.md');
    expect(unwritable.code).toBe(1);
    expect(unwritable.said).toContain('cannot be written (ENOENT)');
  });
});
