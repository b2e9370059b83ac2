import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { landAccount } from '../../../domain/account/account.ts';
import { knownUntil } from '../../../domain/park/facts.ts';
import { checkBackup } from '../../../server/backup/check-backup.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { documentPath } from '../../../server/backup/tell-document.ts';
import { openEmbedded, openServer, type Database } from '../../../server/database/connect.ts';
import { loadFacts } from '../../../server/database/load-facts.ts';
import { openHouse } from '../../../server/open-house.ts';
import { readSettings } from '../../../server/settings.ts';
import { backUp, contentsOf, linesOf, tablesOf } from '../../support/backups.ts';
import { done, refused, seqOf } from '../../support/answers.ts';
import { testCluster } from '../../support/database.ts';
import { onEngines } from '../../support/on-engines.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/server-process.ts';
import type { TestPark } from '../../support/test-park.ts';
import { pino } from 'pino';

const folder = temporaryFolder();
afterAll(folder.remove);
let files = 0;
const newFile = () => join(folder.path, `${(files += 1)}.backup`);

type Place = { databaseUrl: string | null; dataFolder: string };
const embeddedPlace = (): Place => ({ databaseUrl: null, dataFolder: `${newFile()}-store` });
const serverPlace = async (): Promise<Place> => ({
  databaseUrl: await testCluster().createDatabase(),
  dataFolder: `${newFile()}-store`,
});

async function opened<Result>(place: Place, look: (database: Database) => Promise<Result>): Promise<Result> {
  const { databaseUrl, dataFolder } = place;
  const database = await (databaseUrl === null ? openEmbedded(dataFolder, () => undefined) : openServer(databaseUrl));
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

let day = 0;

/** Plans a gate of some parcel on a new day with every call: something that is always allowed. */
function clicker(park: TestPark) {
  return async () => {
    const plannedOn = new Date(Date.UTC(2031, 0, 1 + (day += 1))).toISOString().slice(0, 10);
    const parcel = `A-0${1 + (day % 3)}`;
    const input = { parcels: [parcel], gate: 'telecom', plannedOn };
    return done(park.command('plan-gate', { basedOn: await seqOf(park), input, reason: '=1+1 "园图" \u200B\n二' }));
  };
}

/** Puts the bytes of a document where an upload leaves them, and its row. */
async function addDocument({ house }: TestPark, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = documentPath(join(house.dataFolder, 'documents'), sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  await house.database.pool.query(
    `INSERT INTO document (park_id, id, name, type, bytes, sha256, added_by, added_at)
     SELECT id, gen_random_uuid(), '照片.jpg', 'image/jpeg', $1, $2, 'x', now() FROM park WHERE code = 'jinling'`,
    [bytes.length, sha256],
  );
  return sha256;
}

onEngines('a backup', (park, engine) => {
  test('holds every table of the database but who is signed in, and nothing of that', async () => {
    await clicker(park())();
    const file = newFile();
    const { header, end } = await backUp(park().house, file);
    const { pool } = park().house.database;
    const tables = (await tablesOf(pool)).filter((name) => name !== 'session' && name !== 'schema_migration');
    expect(Object.keys(end.tables).sort()).toEqual(tables);
    for (const [name, count] of Object.entries(end.tables)) {
      const { rows } = await pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${name}`);
      expect([name, count]).toEqual([name, Number(rows[0]!.count)]);
    }
    expect(header.parks.map(({ code }) => code)).toEqual(['heshun', 'jinling']);
    const { rows: sessions } = await pool.query<{ token: string }>('SELECT token FROM session');
    expect(sessions.length).toBeGreaterThan(0);
    const text = linesOf(file).join('\n');
    for (const { token } of sessions) expect(text).not.toContain(token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('overwrites nothing', async () => {
    const file = newFile();
    writeFileSync(file, 'keep me');
    const connections = park().house.database.pool.options.max;
    for (let tries = 0; tries <= connections; tries += 1) {
      await expect(backUp(park().house, file)).rejects.toThrow('overwrites nothing');
    }
    expect(readFileSync(file, 'utf8')).toBe('keep me');
    await expect(backUp(park().house, join(folder.path, 'no/such/folder'))).rejects.toThrow(
      'cannot be written (ENOENT)',
    );
    expect((await park().house.database.pool.query('SELECT 1')).rowCount).toBe(1);
  });

  const elsewhere = engine === 'embedded' ? 'PostgreSQL' : 'an embedded store';
  test.skipIf(!hasPostgres)(`restores into ${elsewhere} to the same rows, and is worked in there`, async () => {
    await clicker(park())();
    const document = randomBytes(500_000);
    const sha256 = await addDocument(park(), document);
    const lost = await addDocument(park(), randomBytes(1_000));
    writeFileSync(documentPath(join(park().house.dataFolder, 'documents'), lost), 'something else');
    const file = newFile();
    const { end } = await backUp(park().house, file);
    expect(end.lost).toEqual([lost]);
    const place = engine === 'embedded' ? await serverPlace() : embeddedPlace();
    expect(await restoreBackup(file, place)).toMatchObject({ end, remarks: [] });

    const [before, after] = [await contentsOf(park().house.database), await opened(place, contentsOf)];
    expect(after['session']).toMatch(/^0 /);
    // Of the migrations the running numbers may differ.
    for (const name of ['session', 'schema_migration']) for (const contents of [before, after]) delete contents[name];
    expect(after).toEqual(before);
    const documents = join(place.dataFolder, 'documents');
    expect(readFileSync(documentPath(documents, sha256))).toEqual(document);
    expect(existsSync(documentPath(documents, lost))).toBe(false);

    const { house, close } = await openHouse(
      { ...readSettings({ DATA_DIR: place.dataFolder }), databaseUrl: place.databaseUrl },
      pino({ level: 'silent' }),
      () => undefined,
    );
    const { rows } = await house.database.pool.query<{ isNext: boolean }>(
      `INSERT INTO sign_in (at, username, address, outcome) VALUES (now(), 'a', 'b', 'refused')
       RETURNING id > (SELECT count(*) FROM sign_in) AS "isNext"`,
    );
    expect(rows[0]!.isNext).toBe(true);
    expect((await house.memories.of('jinling'))?.facts.seq).toBe(await seqOf(park()));
    await close();
  });

  test('taken while commands stream in is a gapless beginning of the log that balances', async () => {
    const click = clicker(park());
    let isOver = false;
    const clicking = (async () => {
      let last = 0;
      while (!isOver) last = (await click()).seq;
      return last;
    })();
    const taken: [file: string, seq: number][] = [];
    while (taken.length < 3) {
      const file = newFile();
      const { header } = await backUp(park().house, file);
      taken.push([file, header.parks.find(({ code }) => code === 'jinling')!.seq]);
    }
    isOver = true;
    const last = await clicking;
    const [file, seq] = taken[1]!;
    expect(seq).toBeGreaterThan(taken[0]![1]);
    expect(last).toBeGreaterThan(seq);
    const place = engine === 'embedded' ? embeddedPlace() : await serverPlace();
    await restoreBackup(file, place);
    const log = async ({ pool }: Database, until: number) => {
      const { rows } = await pool.query<{ event: unknown }>(
        `SELECT to_jsonb(event) || jsonb_build_object('recorded_at', extract(epoch FROM recorded_at)) AS event
         FROM event WHERE seq <= $1 ORDER BY park_id, event.seq`,
        [until],
      );
      return rows.map(({ event }) => event);
    };
    await opened(place, async (database) => {
      expect(await log(database, last)).toEqual(await log(park().house.database, seq));
      const facts = (await loadFacts(database.queries, 'jinling'))!.facts;
      expect(facts.seq).toBe(seq);
      const on = knownUntil(facts);
      for (const row of landAccount(facts, { on, knownOn: on }).rows) {
        expect(row.balanceTwiceAreaSquareMillimetres).toBe(0);
      }
    });
  });

  test('is handed to admins over HTTP, and to nobody else', async () => {
    expect(await refused(park().app.request('/api/backup'))).toMatchObject({ status: 401, code: 'access.sign-in' });
    const leader = await park().as({ name: '李主任', roles: ['leader'] });
    expect(await refused(leader('/api/backup'))).toMatchObject({ status: 403, code: 'access.not-allowed' });
    const admin = await park().as({ name: '管理员二', roles: ['admin'] });
    const answer = await admin('/api/backup');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="yuantu-[\dTZ-]+\.backup"$/);
    const file = newFile();
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const { end } = await checkBackup(file);
    expect(end.tables['person']).toBeGreaterThan(2);
    expect(statSync(file).size).toBe(Number(answer.headers.get('content-length')));
  });
});
