import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largestDocumentBytes } from '../../../domain/document/kinds.ts';
import { Documents } from '../../../server/documents/documents.ts';
import { done, refused, seqOf } from '../../support/answers.ts';
import { kept, pieces, send } from '../../support/documents.ts';
import { onEngines } from '../../support/on-engines.ts';
import { photo } from '../../support/photo.ts';
import { openNeighbour, stored, type TestPark } from '../../support/test-park.ts';

const clerk = { name: '王路', roles: ['road-clerk'] } as const;
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every file below the folder of the documents. */
function filesOf(park: TestPark): string[] {
  const folder = join(park.house.dataFolder, 'documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

async function rowsOf({ house }: TestPark): Promise<number> {
  const { rows } = await house.database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM document');
  return rows[0]!.count;
}

onEngines('documents', (park, engine) => {
  const address = (id: string) => `/api/parks/jinling/documents/${id}`;

  test('a photo is kept with its facts, under its checksum, and comes back as it was', async () => {
    const ask = await park().as(clerk);
    const bytes = photo({ takenAt: '2007:11:30 14:05:00', longitude: 117.3375, latitude: 27.5412 });
    const document = await kept(send(ask, bytes, '现场 1.jpg'));
    expect(document).toMatchObject({
      name: '现场 1.jpg',
      type: 'image/jpeg',
      bytes: bytes.length,
      takenAt: '2007-11-30T14:05:00',
      addedBy: '王路',
    });
    expect([document.longitude, document.latitude]).toEqual([expect.closeTo(117.3375, 7), expect.closeTo(27.5412, 7)]);
    const sum = sha256(bytes);
    const file = join(park().house.dataFolder, 'documents', sum.slice(0, 2), sum);
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);

    const answer = await ask(address(document.id));
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="__ 1.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.jpg`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${sum}"`,
    });
    expect((await ask(address(document.id), { headers: { 'if-none-match': `"${sum}"` } })).status).toBe(304);
    const head = await ask(address(document.id), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, `${bytes.length}`, '']);
  });

  test('a paper is saved, not shown', async () => {
    const ask = await park().as(clerk);
    const document = await kept(send(ask, pdf, '批文.pdf'));
    expect(document).toMatchObject({ type: 'application/pdf', takenAt: null, longitude: null });
    const answer = await ask(address(document.id));
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
  });

  test('only staff adds and reads; visitors and investors learn nothing', async () => {
    const document = await kept(send(await park().as(clerk), pdf, '批文.pdf'));
    const visitor = async (path: string, init?: RequestInit) => park().app.request(path, init);
    const investor = await park().as({ name: '陈商', roles: ['investor'] });
    expect(await refused(visitor(address(document.id)))).toMatchObject({ status: 401, code: 'access.sign-in' });
    expect(await refused(send(visitor, pdf))).toMatchObject({ status: 401, code: 'access.sign-in' });
    expect(await refused(investor(address(document.id)))).toMatchObject({ status: 403, code: 'access.not-allowed' });
    expect(await refused(send(investor, pdf))).toMatchObject({ status: 403, code: 'access.not-allowed' });
  });

  test('the same file again is the same document; of another person it is another, and still one file', async () => {
    const bytes = photo({ takenAt: '2007:10:01 08:00:00' });
    const first = await kept(send(await park().as(clerk), bytes, 'a.jpg'));
    const again = await kept(send(await park().as(clerk), bytes, 'b.jpg'));
    expect(again).toEqual(first);
    const other = await kept(send(await park().as('李地'), bytes, 'c.jpg'));
    expect(other.id).not.toBe(first.id);
    expect(filesOf(park()).filter((name) => name === sha256(bytes))).toHaveLength(1);
  });

  test('names come out clean', async () => {
    const ask = await park().as(clerk);
    const bytes = photo({ takenAt: '2007:10:02 08:00:00' });
    const document = await kept(send(ask, bytes, '..\\<b>photo\u202Egpj.html'));
    expect(document.name).toBe('_b_photogpj.html.jpg');
    expect((await ask(address(document.id))).headers.get('content-disposition')).not.toMatch(/[<>\u202E]/);
  });

  test('whatever is refused leaves neither file nor row', async () => {
    const ask = await park().as(clerk);
    const before = [filesOf(park()), await rowsOf(park())];
    const bytes = photo({ takenAt: '2007:10:03 08:00:00' });
    const big = new Uint8Array(largestDocumentBytes + 1);
    big.set(bytes);
    const half = big.subarray(0, largestDocumentBytes / 2);
    const cases: [string, number, RequestInit][] = [
      ['document.type', 415, { body: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' }],
      ['document.type', 415, { body: '<!doctype html><script>alert(1)</script>' }],
      ['document.type', 415, { body: 'GIF89a and so on' }],
      ['document.type', 415, { body: 'short', headers: { 'content-type': 'image/jpeg' } }],
      ['document.empty', 422, { body: '' }],
      ['document.empty', 422, {}],
      ['document.too-large', 413, { body: big, headers: { 'content-length': String(big.length) } }],
      ['document.too-large', 413, pieces(big.subarray(0, 100), half, half)],
      ['document.incomplete', 400, pieces(bytes.subarray(0, 50), new Error('the line went dead'))],
      ['document.incomplete', 400, { ...pieces(bytes.subarray(0, 50)), headers: { 'content-length': '1000' } }],
    ];
    for (const [code, status, init] of cases) {
      const answer = ask('/api/parks/jinling/documents?name=x.jpg', { method: 'POST', ...init });
      expect(await refused(answer)).toMatchObject({ code, status });
    }
    expect([filesOf(park()), await rowsOf(park())]).toEqual(before);
    expect(await refused(send(ask, bytes, 'a\0.jpg'))).toMatchObject({ status: 400 });
    const nowhere = ask('/api/parks/nowhere/documents?name=x.jpg', { method: 'POST', body: bytes });
    expect(await refused(nowhere)).toMatchObject({ code: 'park.unknown' });
  });

  test('the largest file that is allowed is kept, also without its length', async () => {
    const bytes = new Uint8Array(largestDocumentBytes);
    bytes.set(pdf);
    const document = await kept(
      (await park().as(clerk))('/api/parks/jinling/documents?name=max.pdf', { method: 'POST', ...pieces(bytes) }),
    );
    expect(document.bytes).toBe(largestDocumentBytes);
  });

  test('no other address takes a body that is not small JSON', async () => {
    const ask = await park().as('张三');
    const bytes = new Uint8Array(100_000);
    for (const path of [
      '/api/parks/jinling/documents/x',
      '/api/parks/jinling/commands/undo',
      '/api/parks/jinling/x/documents',
      '/api/documents',
    ]) {
      expect((await ask(path, { method: 'POST', body: bytes })).status, path).toBe(413);
      const small = await refused(ask(path, { method: 'POST', body: pdf }));
      expect(small, path).toMatchObject({ status: 415, code: 'http.not-json' });
    }
  });

  test('what is not there is refused: unknown ids, ids of other parks, files that are gone', async () => {
    const ask = await park().as(clerk);
    const document = await kept(send(ask, photo({ takenAt: '2007:10:04 08:00:00' })));
    expect(await refused(ask(address(randomUUID())))).toMatchObject({ status: 404, code: 'document.unknown' });
    expect(await refused(ask(address('x')))).toMatchObject({ status: 400, code: 'input.invalid' });
    const elsewhere = await refused(ask(`/api/parks/heshun/documents/${document.id}`));
    expect(elsewhere).toMatchObject({ status: 404, code: 'document.unknown' });
    if (engine === 'embedded') return;
    const neighbour = await openNeighbour(park());
    const there = await neighbour.as(clerk);
    expect(await refused(there(address(document.id)))).toMatchObject({ status: 404, code: 'document.lost' });
    await neighbour.close();
  });

  describe('of a command', () => {
    const plan = (plannedOn: string) => ({ parcels: ['A-01'], gate: 'telecom', plannedOn });

    test('stand in its event and in the history', async () => {
      const ask = await park().as('张三');
      const document = await kept(send(ask, photo({ takenAt: '2007:10:05 08:00:00' }), '井.jpg'));
      const documents = [document.id];
      const basedOn = await seqOf(park());
      const input = plan('2008-10-01');
      const { event } = await done(park().command('plan-gate', { basedOn, input, documents, reason: '照片为证' }));
      expect(event).toMatchObject({ documents, reason: '照片为证' });
      expect((await stored(park())).events.at(-1)).toMatchObject({ documents, reason: '照片为证', actor: '张三' });
      expect(await park().getJson('/api/parks/jinling/history?subject=parcel:A-01', '张三')).toMatchObject({
        events: [{ seq: event!.seq, documents }],
        documents: [{ id: document.id, name: '井.jpg' }],
      });
    });

    test('are refused when the park does not have them, in a preview too: document.unknown', async () => {
      const basedOn = await seqOf(park());
      const before = await stored(park());
      const ask = await park().as('张三');
      const foreign = ask('/api/parks/heshun/documents?name=x.pdf', { method: 'POST', body: pdf });
      for (const id of [randomUUID(), (await kept(foreign)).id]) {
        for (const preview of [true, false]) {
          const body = { basedOn, input: plan('2008-11-01'), documents: [id], preview };
          const refusal = { status: 404, code: 'document.unknown', field: 'documents', detail: { document: id } };
          expect(await refused(park().command('plan-gate', body))).toMatchObject(refusal);
        }
      }
      expect(await stored(park())).toEqual(before);
    });
  });

  test('what broken uploads left is swept a day later, and nothing else', async () => {
    const ask = await park().as(clerk);
    const bytes = photo({ takenAt: '2007:10:06 08:00:00' });
    await kept(send(ask, bytes));
    const { dataFolder, database, closing } = park().house;
    const folder = join(dataFolder, 'documents');
    const orphan = sha256(new TextEncoder().encode('orphan'));
    const put = (folderName: string, name: string, ageHours: number) => {
      mkdirSync(join(folder, folderName), { recursive: true });
      const path = join(folder, folderName, name);
      writeFileSync(path, 'x');
      age(path, ageHours);
    };
    const age = (path: string, hours: number) => {
      const then = Date.now() / 1000 - hours * 3600;
      utimesSync(path, then, then);
    };
    age(join(folder, sha256(bytes).slice(0, 2), sha256(bytes)), 1_000);
    put(orphan.slice(0, 2), orphan, 25);
    put('ff', 'f'.repeat(64), 23);
    put('incoming', 'broken-off', 25);
    put('incoming', 'under-way', 1);
    const before = filesOf(park());
    const sweep = () => new Documents(database.queries, dataFolder, () => new Date()).sweep(closing);
    expect(await sweep()).toBe(1);
    expect(filesOf(park())).toEqual(before.filter((name) => name !== orphan && name !== 'broken-off'));
    expect(await sweep()).toBe(0);
  });
});
