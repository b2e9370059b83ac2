import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCertificate } from '../../server/read-certificate.ts';
import { readSettings } from '../../server/settings.ts';
import { preparedFolder } from '../support/database.ts';
import { preparedAdmin } from '../support/people.ts';
import { runCli } from '../support/run-cli.ts';
import { freePort, runServer, temporaryFolder } from '../support/server-process.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A certificate of our own and its key. */
function certificate(name: string) {
  const [certificateFile, keyFile] = [join(folder.path, `${name}.crt`), join(folder.path, `${name}.key`)];
  const subject = ['-subj', '/CN=land.office', '-addext', 'subjectAltName=DNS:land.office,IP:127.0.0.1'];
  const make = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    keyFile,
    '-out',
    certificateFile,
  ];
  execFileSync('openssl', [...make, ...subject], { stdio: 'ignore' });
  return { certificateFile, keyFile };
}

interface Told {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

function ask(port: number, ca: Buffer, path: string, body?: object): Promise<Told> {
  const headers = body ? { 'content-type': 'application/json' } : {};
  const options = { host: '127.0.0.1', port, path, ca, headers, method: body ? 'POST' : 'GET' };
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], text }),
      );
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}

describe.skipIf(!hasOpenssl)(`TLS${hasOpenssl ? '' : ' (openssl is not installed)'}`, () => {
  test('speaks https, with cookies that go no other way, and lets the terminal in', async () => {
    const { certificateFile, keyFile } = certificate('own');
    const port = await freePort();
    const data = await preparedFolder();
    const run = runServer({ PORT: String(port), DATA_DIR: data, TLS_CERT: certificateFile, TLS_KEY: keyFile });
    const ca = readFileSync(certificateFile);
    let health: Told | null = null;
    for (let tries = 0; tries < 600 && health?.status !== 200; tries += 1) {
      health = await ask(port, ca, '/api/health').catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(run.output()).toContain(`https://127.0.0.1:${port}`);
    const signedIn = await ask(port, ca, '/api/session', { ...preparedAdmin, remember: true });
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookies.length).toBeGreaterThan(0);
    for (const cookie of signedIn.cookies) expect(cookie).toMatch(/^__Secure-yuantu\..*; Secure/);
    const list = await runCli(['user', 'list'], { DATA_DIR: data });
    expect([list.code, list.out]).toEqual([0, expect.stringContaining('admin')]);
    expect(await run.stop()).toBe(0);
  });

  test('is refused with the reason when the files are not a certificate and its key', () => {
    const [one, two] = [certificate('one'), certificate('two')];
    const text = join(folder.path, 'text.pem');
    writeFileSync(text, 'hello');
    expect(readCertificate(one).validUntil.getTime()).toBeGreaterThan(Date.now());
    expect(() => readCertificate({ ...one, keyFile: two.keyFile })).toThrow('is not the key of the certificate');
    expect(() => readCertificate({ ...one, keyFile: text })).toThrow('TLS_KEY');
    expect(() => readCertificate({ ...one, certificateFile: text })).toThrow('is not a certificate in PEM form');
    expect(() => readCertificate({ ...one, certificateFile: join(folder.path, 'none') })).toThrow(
      'cannot be read (ENOENT)',
    );
  });
});

test('TLS_CERT and TLS_KEY come together, PUBLIC_URL is an address without a path', () => {
  expect(() => readSettings({ TLS_CERT: 'a' })).toThrow('belong together');
  expect(() => readSettings({ TLS_KEY: 'a' })).toThrow('belong together');
  expect(readSettings({}).isSecure).toBe(false);
  expect(readSettings({ TLS_CERT: 'a', TLS_KEY: 'b' }).isSecure).toBe(true);
  expect(readSettings({ PUBLIC_URL: 'https://land.example' }).isSecure).toBe(true);
  expect(readSettings({ PUBLIC_URL: 'http://land.example' }).isSecure).toBe(false);
  for (const url of ['land.example', 'ftp://land.example', 'https://land.example/map', 'https://land.example/?a']) {
    expect(() => readSettings({ PUBLIC_URL: url })).toThrow('PUBLIC_URL');
  }
});
