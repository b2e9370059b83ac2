import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { HttpEnv } from '../../server/http/env.ts';
import { addressOfRequest, isFromThisMachine } from '../../server/http/client-address.ts';
import { readSettings } from '../../server/settings.ts';

interface Seen {
  readonly address: string;
  readonly isFromThisMachine: boolean;
}

/** What the server takes a request from `peer` for, behind so many proxies. */
async function see(peer: string | null, proxies: number, headers: Record<string, string> = {}): Promise<Seen> {
  const app = new Hono<HttpEnv>();
  app.get('/', (c) => {
    c.set('proxies', proxies);
    return c.json({ address: addressOfRequest(c), isFromThisMachine: isFromThisMachine(c) });
  });
  const env = peer === null ? undefined : { incoming: { socket: { remoteAddress: peer } } };
  return (await (await app.request('/', { headers }, env)).json()) as Seen;
}

test.each<[peer: string | null, proxies: number, forwarded: string | null, address: string]>([
  [null, 0, null, 'local'],
  ['10.1.2.3', 0, null, '10.1.2.3'],
  ['::ffff:10.1.2.3', 0, null, '10.1.2.3'],
  ['FE80::1', 0, null, 'fe80::1'],
  ['10.1.2.3', 0, '6.6.6.6', '10.1.2.3'],
  ['10.1.2.3', 1, '6.6.6.6', '6.6.6.6'],
  ['10.1.2.3', 1, '1.1.1.1, 6.6.6.6', '6.6.6.6'],
  ['10.1.2.3', 2, '1.1.1.1, 6.6.6.6', '1.1.1.1'],
  ['10.1.2.3', 2, '6.6.6.6', '10.1.2.3'],
  ['10.1.2.3', 1, '[2001:db8::7]:4711', '2001:db8::7'],
  ['10.1.2.3', 1, '6.6.6.6:4711', '6.6.6.6'],
  ['10.1.2.3', 1, 'unknown', '10.1.2.3'],
  ['10.1.2.3', 1, '<script>', '10.1.2.3'],
  ['10.1.2.3', 1, null, '10.1.2.3'],
])('%s behind %i proxies with %s asks from %s', async (peer, proxies, forwarded, address) => {
  const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  expect((await see(peer, proxies, headers)).address).toBe(address);
});

test('only a loopback socket without a proxy is this machine, whatever a header claims', async () => {
  const at = async (...given: Parameters<typeof see>) => (await see(...given)).isFromThisMachine;
  for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect(await at(peer, 0)).toBe(true);
  for (const peer of ['10.1.2.3', '::', '2001:db8::1', null]) expect(await at(peer, 0)).toBe(false);
  expect(await at('10.1.2.3', 1, { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    expect(await at('127.0.0.1', 0, { [name]: '127.0.0.1' })).toBe(false);
  }
});

test('TRUST_PROXY is the number of proxies', () => {
  const proxies = (text: string) => readSettings({ TRUST_PROXY: text }).proxies;
  expect(['', '0', 'no', '1', 'yes', '3'].map(proxies)).toEqual([0, 0, 0, 1, 1, 3]);
  for (const text of ['-1', 'many', '10', '1.5', '10.0.0.1']) expect(() => proxies(text)).toThrow(/TRUST_PROXY/);
});
