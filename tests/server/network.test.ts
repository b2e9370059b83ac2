import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { answerGarbage, closeServer } from '../../server/listen.ts';
import { done, refused } from '../support/answers.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

describe('the server on a network', () => {
  let park: TestPark;
  let server: Server;
  let url: string;
  const closing = new AbortController();
  beforeAll(async () => {
    park = await openTestPark();
    const app = createApp({ ...park.house, closing: closing.signal });
    server = createServer(getRequestListener(app.fetch)).on('clientError', answerGarbage);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await closeServer(server);
    await park.close();
  });

  /** Bytes sent as they are, and what comes back. */
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.write(text);
    });
  const followers = async () => (await park.house.memories.of('jinling'))!.followerCount;

  test('a click is on another open map at once', async () => {
    const feed = await fetch(`${url}/api/parks/jinling/events`);
    const reader = feed.body!.getReader();
    await reader.read();
    const input = { parcels: ['A-01'], gate: 'levelled', plannedOn: '2008-04-01' };
    const [{ value }] = await Promise.all([reader.read(), done(park.command('plan-gate', { basedOn: 0, input }))]);
    expect(new TextDecoder().decode(value)).toContain('event: change');
    await reader.cancel();
  });

  test('a follower that goes away is forgotten, and HEAD leaves none behind', async () => {
    const away = new AbortController();
    const feed = await fetch(`${url}/api/parks/jinling/events`, { signal: away.signal });
    await feed.body!.getReader().read();
    expect(await followers()).toBeGreaterThan(0);
    away.abort();
    await expect.poll(followers).toBe(0);
    expect((await fetch(`${url}/api/parks/jinling/events`, { method: 'HEAD' })).status).toBe(200);
    expect(await followers()).toBe(0);
  });

  test('a body sent in pieces that grows too large is refused', async () => {
    const piece = new TextEncoder().encode('x'.repeat(16_000));
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if ((pieces += 1) > 40) controller.close();
        else controller.enqueue(piece);
      },
    });
    const answer = await fetch(`${url}/api/parks/jinling/commands/undo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refused(answer)).toMatchObject({ status: 413, code: 'http.too-large' });
  });

  test('what is not HTTP is a problem too', async () => {
    expect(await raw('GET / HTTP/1.1\r\nHost : x\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code"/,
    );
    expect(await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*application\/problem\+json/,
    );
  });

  test('stopping ends open feeds', async () => {
    const feed = await fetch(`${url}/api/parks/jinling/events`);
    const text = feed.text();
    await expect.poll(followers).toBe(1);
    closing.abort();
    expect(await text).toContain('event: hello');
    expect(await followers()).toBe(0);
  });
});
