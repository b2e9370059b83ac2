import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBackup } from '../../../server/backup/check-backup.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { openServer } from '../../../server/database/connect.ts';
import { backUp, forge, linesOf, tablesOf } from '../../support/backups.ts';
import { done, seqOf } from '../../support/answers.ts';
import { preparedFolder, stopPostgres, testCluster } from '../../support/database.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/server-process.ts';
import { openTestPark } from '../../support/test-park.ts';

const folder = temporaryFolder();
const whole = join(folder.path, 'whole.backup');
const other = join(folder.path, 'other.backup');
let sum = '';
beforeAll(async () => {
  const park = await openTestPark();
  for (const plannedOn of ['2031-01-01', '2031-01-02', '2031-01-03']) {
    const input = { parcels: ['A-01'], gate: 'telecom', plannedOn };
    await done(park.command('plan-gate', { basedOn: await seqOf(park), input }));
  }
  sum = (await backUp(park.house, whole)).end.sha256;
  await park.close();
});
afterAll(() => {
  stopPostgres();
  folder.remove();
});

const read = async (bytes: Buffer) => {
  writeFileSync(other, bytes);
  return (await checkBackup(other)).end.sha256;
};

describe('a backup that is not what it was', () => {
  test('is refused wherever it is cut off', async () => {
    const bytes = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        await expect(read(bytes.subarray(0, length))).rejects.toThrow(/is damaged|is not a backup/);
      }),
      { numRuns: 20, examples: [[0], [5], [bytes.length - 1], [bytes.length - 9]] },
    );
  });

  test('is refused wherever a byte is another, or tells the very same', async () => {
    const bytes = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes);
          changed[at] = changed[at]! ^ by;
          const told = await read(changed).catch((error: Error) => error.message);
          if (told !== sum) expect(told).toMatch(/is damaged|is not a backup|newer/);
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each<[what: string, change: (lines: string[]) => string[]]>([
    ['a row is left out', (lines) => lines.toSpliced(40, 1)],
    ['two rows change places', (lines) => [...lines.slice(0, 5), lines[6]!, lines[5]!, ...lines.slice(7)]],
    ['its end is left out', (lines) => lines.slice(0, -1)],
    ['something stands after its end', (lines) => [...lines, lines[0]!]],
  ])('is refused where %s', async (_, change) => {
    const text = `${change(linesOf(whole)).join('\n')}\n`;
    await expect(read(gzipSync(text))).rejects.toThrow(/is damaged/);
  });

  test('is told from other files', async () => {
    await expect(read(Buffer.from('hello'))).rejects.toThrow('is not a backup');
    await expect(read(gzipSync('{"name":"yuantu"}\n'))).rejects.toThrow('is not a backup');
    await expect(checkBackup(join(folder.path, 'none'))).rejects.toThrow('cannot be read (ENOENT)');
    await expect(checkBackup(folder.path)).rejects.toThrow('cannot be read (EISDIR)');
  });
});

/** Changes the header of the whole backup. */
const withHeader = (change: object) => (lines: string[]) => [
  JSON.stringify({ ...(JSON.parse(lines[0]!) as object), ...change }),
  ...lines.slice(1),
];

/** The lines without the rows of some tables for which `isGone`. */
const without = (tables: readonly string[], isGone: (row: string[]) => boolean) => (lines: string[]) => {
  let table = '';
  return lines.filter((line) => {
    const value = JSON.parse(line) as { table?: string } | string[];
    if (!Array.isArray(value)) table = value.table ?? table;
    return !(Array.isArray(value) && tables.includes(table) && isGone(value));
  });
};

describe('a backup that cannot be restored', () => {
  const refusals: [what: string, change: (lines: string[]) => string[], sentence: RegExp][] = [
    ['of a newer form', withHeader({ format: 2 }), /newer 园图.*update the program/],
    ['of a newer database', withHeader({ migration: 4_000_000_000_000 }), /another 园图.*update the program/],
    [
      'whose log has a gap',
      without(['event', 'event_subject'], (row) => row.includes('2')),
      /log of the park jinling has a gap/,
    ],
    [
      'without a table',
      (lines) => without(['fund'], () => true)(lines).filter((line) => !line.startsWith('{"table":"fund"')),
      /has no table fund/,
    ],
    [
      'whose rows do not belong together',
      without(['road'], (row) => row[1] === 'R1'),
      /cannot be loaded: .*foreign key/,
    ],
    [
      'with a table nobody knows',
      (lines) =>
        lines.map((line) =>
          line.replace('{"table":"session_note"', '').replace('{"table":"milestone"', '{"table":"millstone"'),
        ),
      /no table millstone/,
    ],
    [
      'with other columns',
      (lines) =>
        lines.map((line) => (line.startsWith('{"table":"milestone"') ? line.replace('held_on', 'held') : line)),
      /milestone has other columns/,
    ],
    [
      'that stands elsewhere than it says',
      withHeader({
        parks: [
          { code: 'heshun', name: '', seq: 0 },
          { code: 'jinling', name: '', seq: 2 },
        ],
      }),
      /jinling does not stand where it says/,
    ],
  ];

  test.skipIf(!hasPostgres).each(refusals)('%s leaves an empty database empty', async (_, change, sentence) => {
    forge(whole, other, change);
    const databaseUrl = await testCluster().createDatabase();
    const place = { databaseUrl, dataFolder: join(folder.path, 'beside') };
    await expect(restoreBackup(other, place)).rejects.toThrow(sentence);
    const database = await openServer(databaseUrl);
    expect(await tablesOf(database.pool)).toEqual([]);
    await database.close();
    expect(existsSync(join(folder.path, 'beside'))).toBe(false);
  });

  test('leaves no folder behind, and a folder that was there empty', async () => {
    forge(whole, other, refusals[2]![1]);
    const dataFolder = join(folder.path, 'new');
    await expect(restoreBackup(other, { databaseUrl: null, dataFolder })).rejects.toThrow(/has a gap/);
    expect(existsSync(dataFolder)).toBe(false);
  });

  test('never touches a place that is not empty', async () => {
    const foreign = join(folder.path, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'keep me');
    await expect(restoreBackup(whole, { databaseUrl: null, dataFolder: foreign })).rejects.toThrow('holds other files');
    expect(readdirSync(foreign)).toEqual(['letter.txt']);
    const beside = join(folder.path, 'documents-only');
    mkdirSync(join(beside, 'documents/ab'), { recursive: true });
    await expect(restoreBackup(whole, { databaseUrl: null, dataFolder: beside })).rejects.toThrow('is not empty');
    expect(readdirSync(join(beside, 'documents'))).toEqual(['ab']);
    const full = await preparedFolder();
    await expect(restoreBackup(whole, { databaseUrl: null, dataFolder: full })).rejects.toThrow('is not empty');
    expect(existsSync(join(full, 'database/PG_VERSION'))).toBe(true);
    rmSync(full, { recursive: true });
  });

  test.skipIf(!hasPostgres)('never touches a database with our tables, and leaves those of others alone', async () => {
    const databaseUrl = await testCluster().createDatabase();
    const database = await openServer(databaseUrl);
    await database.pool.query('CREATE TABLE letter (line text)');
    const place = { databaseUrl, dataFolder: join(folder.path, 'beside') };
    await restoreBackup(whole, place);
    const tables = await tablesOf(database.pool);
    expect(tables).toContain('letter');
    expect(tables.length).toBe(Object.keys((await checkBackup(whole)).end.tables).length + 3);
    await expect(restoreBackup(whole, place)).rejects.toThrow('is not empty');
    expect(await tablesOf(database.pool)).toEqual(tables);
    const again = join(folder.path, 'again.backup');
    const { end } = await backUp({ database, dataFolder: folder.path } as Parameters<typeof backUp>[0], again);
    expect(Object.keys(end.tables)).not.toContain('letter');
    await database.close();
  });
});
