import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandNames } from '../../domain/access/roles.ts';
import { createApp } from '../../server/app.ts';
import { refused } from '../support/answers.ts';
import { makePerson, signIn, type Ask } from '../support/people.ts';
import { temporaryFolder } from '../support/server-process.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const leader = { name: '李主任', roles: ['leader'] as const };

describe('the server in a browser', () => {
  let park: TestPark;
  let app: TestPark['app'];
  const folder = temporaryFolder();
  beforeAll(async () => {
    park = await openTestPark();
    mkdirSync(join(folder.path, 'assets'));
    writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>园图</title>');
    writeFileSync(join(folder.path, 'assets/main-1a2b.js'), `console.log('${'园图'.repeat(2000)}');`);
    writeFileSync(join(folder.path, 'icon.png'), 'png');
    app = createApp({ ...park.house, pageFolder: folder.path });
  });
  afterAll(async () => {
    await park.close();
    folder.remove();
  });

  const write = (headers: Record<string, string>) =>
    app.request('/api/parks/jinling/commands/undo', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  test('serves the page everywhere but under /api, without keeping index.html', async () => {
    for (const path of ['/', '/jinling', '/heshun?on=2007-11-30', '/a/b/c', '/index.html', '/..%2f..%2fpackage.json']) {
      const answer = await app.request(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(await answer.text()).toContain('<title>园图</title>');
    }
    expect((await app.request('/icon.png')).headers.get('content-type')).toBe('image/png');
    expect((await app.request('/', { method: 'HEAD' })).status).toBe(200);
  });

  test('hashed files stay for ever, go out compressed, and a missing one is 404', async () => {
    const answer = await app.request('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(500);
    const again = await app.request('/assets/main-1a2b.js', {
      headers: { 'accept-encoding': 'gzip, br', 'if-none-match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    expect(await refused(app.request('/assets/gone-ffff.js'))).toMatchObject({ status: 404, code: 'http.not-found' });
  });

  test('every answer forbids what the page does not need', async () => {
    for (const path of ['/', '/api/parks', '/api/nothing', '/api/parks/jinling/layers/parcels']) {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("worker-src 'self' blob:");
      expect(policy).toContain("connect-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const permissions = headers.get('permissions-policy')!;
      for (const own of ['geolocation=(self)', 'camera=(self)']) expect(permissions).toContain(own);
      for (const none of ['microphone=()', 'payment=()', 'usb=()']) expect(permissions).toContain(none);
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('on loopback only loopback names are served', async () => {
    for (const host of ['localhost:8070', '127.0.0.1:8070', '[::1]:8070', 'LOCALHOST']) {
      expect((await app.request('/api/health', { headers: { host } })).status).toBe(200);
    }
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8070', '10.0.0.1']) {
      expect(await refused(app.request('/api/health', { headers: { host } }))).toMatchObject({
        status: 403,
        code: 'http.foreign-host',
      });
    }
    const open = createApp({ ...park.house, isLoopback: false });
    expect((await open.request('/api/health', { headers: { host: 'land.office' } })).status).toBe(200);
  });

  test('pages of other origins may not write', async () => {
    const host = 'localhost:8070';
    for (const headers of [
      { host, origin: 'http://evil.example' },
      { host, origin: 'null' },
      { host, origin: 'http://localhost:9999' },
      { host, 'sec-fetch-site': 'cross-site' },
      { host, 'sec-fetch-site': 'same-site' },
    ] as Record<string, string>[]) {
      expect(await refused(write(headers))).toMatchObject({ status: 403, code: 'http.foreign-origin' });
    }
    expect(
      await refused(write({ host, origin: 'http://localhost:8070', 'sec-fetch-site': 'same-origin' })),
    ).toMatchObject({
      code: 'access.sign-in',
    });
  });

  test('what carries a session has to show that it comes from our own page', async () => {
    const host = 'localhost:8070';
    const { cookie } = await signIn(
      park.app.request.bind(park.app) as Ask,
      await makePerson(park.house, leader, 'own'),
    );
    const foreign = { status: 403, code: 'http.foreign-origin' };
    for (const headers of [
      { host, cookie },
      { host, cookie, 'sec-fetch-site': 'none' },
      { host, cookie, origin: 'http://evil.example' },
      { host, cookie, origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
      { host, cookie, 'sec-fetch-site': 'cross-site' },
      { host, cookie: `__Secure-${cookie}` },
    ] as Record<string, string>[]) {
      expect(await refused(write(headers))).toMatchObject(foreign);
    }
    for (const headers of [
      { host, cookie, origin: 'http://localhost:8070' },
      { host, cookie, 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[]) {
      expect(await refused(write(headers))).toMatchObject({ status: 400, code: 'input.invalid' });
    }
    const ended = await app.request('/api/session', { method: 'DELETE', headers: { host, cookie } });
    expect(await refused(ended)).toMatchObject(foreign);
  });

  test('a form of a foreign page cannot pass for JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a']) {
      expect(await refused(write({ 'content-type': type }))).toMatchObject({ status: 415, code: 'http.not-json' });
    }
  });

  test('behind a proxy the public address is our own too', async () => {
    const proxied = createApp({ ...park.house, publicUrl: new URL('https://land.example') });
    const ask = (headers: Record<string, string>) =>
      proxied.request('/api/parks/jinling/commands/undo', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    for (const host of ['land.example', '127.0.0.1:8070']) {
      expect(await refused(ask({ host, origin: 'https://land.example' }))).toMatchObject({ code: 'access.sign-in' });
      expect(await refused(ask({ host, origin: 'https://evil.example' }))).toMatchObject({
        code: 'http.foreign-origin',
      });
    }
    expect(await refused(ask({ host: 'evil.example' }))).toMatchObject({ code: 'http.foreign-host' });
  });

  test('a method that does not fit is 405 and says which do', async () => {
    const answer = await app.request('/api/parks/jinling/state', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.headers.get('allow')).toBe('GET');
    expect(await refused(answer)).toMatchObject({ status: 405, code: 'http.method-not-allowed' });
    const other = await app.request('/api/parks/jinling/commands/undo');
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('/api/openapi.json describes every address and every command with its own body', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, { post?: { requestBody: unknown; responses: Record<string, unknown> } }>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const path of [
      '/api/health',
      '/api/parks',
      '/api/parks/{park}',
      '/api/parks/{park}/layers/{layer}',
      '/api/parks/{park}/events',
    ]) {
      expect(Object.keys(document.paths)).toContain(path);
    }
    const bodies = commandNames.map((name) => {
      const { post } = document.paths[`/api/parks/{park}/commands/${name}`]!;
      expect(Object.keys(post!.responses)).toEqual(['200', 'default']);
      return JSON.stringify(post!.requestBody);
    });
    expect(new Set(bodies).size).toBe(commandNames.length);
  });
});
