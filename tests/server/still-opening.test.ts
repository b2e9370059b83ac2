import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stillOpening } from '../../server/listen.ts';

describe('before the database is open', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(stillOpening);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  const ask = (accept: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jinling`, { headers: { accept } });

  test('a browser is given a page that asks again by itself', async () => {
    const answer = await ask('text/html,application/xhtml+xml,*/*;q=0.8');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toMatch(/http-equiv="refresh"[\s\S]*园图正在启动/);
  });

  test('everything else is given a problem that says when to come back', async () => {
    const answer = await ask('application/json');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'http.unavailable' });
  });
});
