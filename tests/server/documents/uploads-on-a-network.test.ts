import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestDocumentBytes } from '../../../domain/document/kinds.ts';
import { diskProblem } from '../../../server/http/disk-problem.ts';
import { answerGarbage, closeServer } from '../../../server/listen.ts';
import { refused } from '../../support/answers.ts';
import { kept, pieces, send } from '../../support/documents.ts';
import { withCookie, type Ask } from '../../support/people.ts';
import { photo } from '../../support/photo.ts';
import { openTestPark, type TestPark } from '../../support/test-park.ts';

describe('uploads over a real connection', () => {
  let park: TestPark;
  let server: Server;
  let ask: Ask;
  let cookie = '';
  const port = () => (server.address() as AddressInfo).port;
  const incoming = () => {
    const folder = join(park.house.dataFolder, 'documents/incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  beforeAll(async () => {
    park = await openTestPark();
    server = createServer(getRequestListener(park.app.fetch)).on('clientError', answerGarbage);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const signedIn = await park.as('张三');
    cookie = (signedIn as Ask & { cookie: string }).cookie;
    ask = withCookie((path, init) => fetch(`http://127.0.0.1:${port()}${path}`, init), cookie);
  });
  afterAll(async () => {
    await closeServer(server);
    await park.close();
  });

  const bytes = photo({ takenAt: '2007:11:30 14:05:00' });

  test('a file arrives whole, in pieces too', async () => {
    expect(await kept(send(ask, bytes))).toMatchObject({ bytes: bytes.length });
    const large = new Uint8Array(3_000_000);
    large.set(bytes);
    const parts = Array.from({ length: 30 }, (_, at) => large.subarray(at * 100_000, (at + 1) * 100_000));
    const answer = ask('/api/parks/jinling/documents?name=x.jpg', { method: 'POST', ...pieces(...parts) });
    expect(await kept(answer)).toMatchObject({ bytes: large.length });
    expect(incoming()).toEqual([]);
  });

  test('one that is too large is told so, whether it says its length or not: document.too-large', async () => {
    const large = new Uint8Array(largestDocumentBytes + 5_000_000);
    large.set(bytes);
    for (const init of [{ body: large }, pieces(large.subarray(0, 1_000_000), large.subarray(1_000_000))]) {
      const answer = ask('/api/parks/jinling/documents?name=x.jpg', { method: 'POST', ...init });
      expect(await refused(answer)).toMatchObject({ status: 413, code: 'document.too-large' });
    }
    expect(incoming()).toEqual([]);
  });

  test('of one that is not allowed no more is read than its beginning', async () => {
    const large = new Uint8Array(largestDocumentBytes - 1).fill(0x3c);
    const answer = ask('/api/parks/jinling/documents?name=x.html', { method: 'POST', body: large });
    expect(await refused(answer)).toMatchObject({ status: 415, code: 'document.type' });
    expect(incoming()).toEqual([]);
  });

  test('one whose connection breaks leaves nothing', async () => {
    const socket = connect(port(), '127.0.0.1');
    const head = [
      'POST /api/parks/jinling/documents?name=x.jpg HTTP/1.1',
      `Host: 127.0.0.1:${port()}`,
      `Cookie: ${cookie}`,
      'Sec-Fetch-Site: same-origin',
      'Content-Type: image/jpeg',
      'Content-Length: 5000000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(bytes);
    socket.write(new Uint8Array(500_000));
    await expect.poll(() => incoming().length, { timeout: 10_000 }).toBe(1);
    socket.destroy();
    await expect.poll(() => incoming().length, { timeout: 10_000 }).toBe(0);
    expect(await kept(send(ask, bytes))).toMatchObject({ bytes: bytes.length });
  });

  test('a folder that cannot be written is said to be so, and the next try succeeds: http.read-only', async () => {
    const folder = join(park.house.dataFolder, 'documents');
    rmSync(folder, { recursive: true, force: true });
    symlinkSync('/sys', folder);
    const answer = await send(ask, bytes);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(await refused(answer)).toMatchObject({ status: 503, code: 'http.read-only' });
    rmSync(folder);
    expect(await kept(send(ask, bytes))).toMatchObject({ bytes: bytes.length });
  });

  test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'a full disk is said to be so, and keeps neither half a file nor a row: http.disk-full',
    async () => {
      const folder = join(park.house.dataFolder, 'documents');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder]).status).toBe(0);
      try {
        const large = new Uint8Array(400_000);
        large.set(photo({ takenAt: '2007:11:29 14:05:00' }));
        expect(await refused(send(ask, large))).toMatchObject({ status: 507, code: 'http.disk-full' });
        expect(incoming()).toEqual([]);
        expect(await kept(send(ask, large.subarray(0, 50_000)))).toMatchObject({ bytes: 50_000 });
      } finally {
        spawnSync('umount', [folder]);
      }
    },
  );

  test.each([
    ['ENOSPC', 507, 'http.disk-full'],
    ['EDQUOT', 507, 'http.disk-full'],
    ['EROFS', 503, 'http.read-only'],
    ['EACCES', 503, 'http.read-only'],
  ])('%s is answered with %d %s', (code, status, told) => {
    const cause = Object.assign(new Error(code), { code, syscall: 'write' });
    expect(diskProblem(new Error('failed', { cause }))).toMatchObject({ status, code: told });
  });

  test('a connection that may not be opened is not the disk', () => {
    const error = Object.assign(new Error('no'), { code: 'EACCES', syscall: 'connect' });
    expect([diskProblem(error), diskProblem(new Error('other'))]).toEqual([null, null]);
  });
});
