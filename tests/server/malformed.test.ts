import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPark, type TestPark } from '../support/test-park.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const sound: Readonly<Record<string, Record<string, Json>>> = {
  'record-gate': { parcels: ['A-01'], gate: 'telecom', doneOn: '2007-11-20', document: null },
  'plan-gate': { parcels: ['A-01'], gate: 'telecom', plannedOn: '2008-06-01' },
  'record-stretch': {
    road: 'R0',
    layer: 'surface',
    side: 'full',
    fromMetres: 0,
    toMetres: 100,
    doneOn: '2007-11-20',
    plannedOn: null,
  },
  'record-work': { work: 'W-01', doneOn: '2007-11-20', plannedOn: null },
  'assign-parcels': { project: 'P-01', parcels: ['A-01'], kind: 'hold', fromOn: '2007-11-20', untilOn: null },
  'release-parcels': { parcels: ['A-01'], on: '2007-11-20', reason: '退' },
  'record-stage': { project: 'P-01', stage: 'contracted', on: '2007-11-20', reason: null },
  undo: { seq: 999_999, reason: null },
};

/** Values that no field of any command takes. */
const nonsense: Json[] = [
  {},
  [],
  true,
  -1,
  1e308,
  '',
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  '2007-02-30',
  "'; drop table parcel; --",
];

interface Attempt {
  readonly name: string;
  readonly path: string;
  readonly init?: RequestInit;
  /** Nobody is signed in. */
  readonly isVisitor?: boolean;
}

const json = { 'content-type': 'application/json' };
const commandPath = (command: string, park = 'jinling') => `/api/parks/${park}/commands/${command}`;
const postText = (
  name: string,
  path: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = json,
): Attempt => ({
  name,
  path,
  init: { method: 'POST', headers, body },
});
const postJson = (name: string, path: string, body: Json): Attempt => postText(name, path, JSON.stringify(body));

function wrongFields(): Attempt[] {
  return Object.entries(sound).flatMap(([command, input]) =>
    Object.keys(input).flatMap((field) =>
      nonsense
        .filter((value) => !(command === 'record-gate' && field === 'document' && value === ''))
        .filter((value) => !(field === 'reason' && typeof value === 'string' && value.length < 500 && value > '!'))
        .filter((value) => !(field === 'document' && typeof value === 'string' && value.length < 200 && value > '!'))
        .map((value, index) =>
          postJson(`${command}.${field} #${index}`, commandPath(command), {
            id: randomUUID(),
            basedOn: 0,
            input: { ...input, [field]: value },
          }),
        ),
    ),
  );
}

function missingFields(): Attempt[] {
  return Object.entries(sound).flatMap(([command, input]) =>
    Object.keys(input)
      .filter((field) => !['document', 'untilOn', 'reason', 'plannedOn'].includes(field) || command === 'plan-gate')
      .map((field) => {
        const rest = Object.fromEntries(Object.entries(input).filter(([key]) => key !== field));
        return postJson(`${command} without ${field}`, commandPath(command), {
          id: randomUUID(),
          basedOn: 0,
          input: rest,
        });
      }),
  );
}

function wrongEnvelopes(): Attempt[] {
  const input = sound['record-gate']!;
  const envelopes: Json[] = [
    null,
    [],
    'text',
    42,
    {},
    { input },
    { id: 'not-a-uuid', basedOn: 0, input },
    { id: randomUUID(), basedOn: -1, input },
    { id: randomUUID(), basedOn: 1.5, input },
    { id: randomUUID(), basedOn: '0', input },
    { id: randomUUID(), basedOn: 9e15, input },
    { id: randomUUID(), basedOn: 0, input: null },
    { id: randomUUID(), basedOn: 0, input, preview: 'yes' },
    { id: randomUUID(), basedOn: 0, input: { ...input, parcels: Array.from({ length: 2001 }, (_, at) => `A-${at}`) } },
    { id: randomUUID(), basedOn: 0, input: { ...input, parcels: ['<script>alert(1)</script>'] } },
    { id: randomUUID(), basedOn: 0, input: { ...input, parcels: ['\u202eA-01'] } },
  ];
  const texts: [string, NonNullable<RequestInit['body']>][] = [
    ['no JSON', '{'],
    ['nothing', ''],
    ['two values', '{}{}'],
    ['invalid UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)],
    ['GBK bytes', Uint8Array.of(0x7b, 0x22, 0xb9, 0xe2, 0xd4, 0xf3, 0x22, 0x3a, 0x31, 0x7d)],
    ['UTF-16', new Uint8Array(Buffer.from('{"id":1}', 'utf16le'))],
    ['too large', JSON.stringify({ id: randomUUID(), basedOn: 0, input, padding: 'x'.repeat(200_000) })],
    ['too deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['__proto__', `{"__proto__":{"id":"${randomUUID()}"},"basedOn":0}`],
    ['NaN', `{"id":"${randomUUID()}","basedOn":NaN}`],
  ];
  return Object.keys(sound).flatMap((command) => [
    ...envelopes.map((body, index) => postJson(`${command} envelope #${index}`, commandPath(command), body)),
    ...texts.map(([name, body]) => postText(`${command} ${name}`, commandPath(command), body)),
    postText(`${command} as text`, commandPath(command), '{}', { ...json, 'content-type': 'text/plain' }),
    postText(`${command} as a form`, commandPath(command), 'id=1', {
      ...json,
      'content-type': 'application/x-www-form-urlencoded',
    }),
  ]);
}

function wrongPlaces(): Attempt[] {
  const body = (command: string): Json => ({ id: randomUUID(), basedOn: 0, input: sound[command]! });
  const parks = [
    'nowhere',
    'JINLING',
    '..',
    '%00',
    '%F0%9F%98%80',
    "a'%20or%201=1",
    'x'.repeat(3000),
    '__proto__',
    'constructor',
  ];
  const reads = [
    '',
    '/state',
    '/account',
    '/parcels',
    '/roads',
    '/works',
    '/projects',
    '/sections',
    '/history',
    '/layers/parcels',
  ];
  const queries = [
    'on=yesterday',
    'on=2007-02-30',
    'on=',
    'known=1',
    'on=2007-11-30&known=%00',
    'on=9999-99-99',
    `on=${'1'.repeat(4000)}`,
  ];
  const things = [
    '/parcels/Z-99',
    '/parcels/%00',
    '/parcels/__proto__',
    '/roads/R99',
    '/roads/constructor',
    '/layers/secrets',
    '/layers/__proto__',
    '/nothing',
  ];
  return [
    ...parks.flatMap((park) =>
      reads.map((path) => ({ name: `GET ${park.slice(0, 20)}${path}`, path: `/api/parks/${park}${path}` })),
    ),
    ...parks.map((park) =>
      postJson(`POST to ${park.slice(0, 20)}`, commandPath('record-gate', park), body('record-gate')),
    ),
    ...['/state', '/account', '/parcels', '/roads'].flatMap((path) =>
      queries.map((query) => ({ name: `${path}?${query.slice(0, 30)}`, path: `/api/parks/jinling${path}?${query}` })),
    ),
    ...things.map((path) => ({ name: `GET ${path}`, path: `/api/parks/jinling${path}` })),
    ...['before=0x10', 'before=-1', 'before=1e99', 'subject=', `subject=${'p'.repeat(500)}`].map((query) => ({
      name: `history?${query.slice(0, 20)}`,
      path: `/api/parks/jinling/history?${query}`,
    })),
    ...['GET', 'PUT', 'DELETE', 'PATCH'].map((method) => ({
      name: `${method} on a command`,
      path: commandPath('record-gate'),
      init: { method, headers: json },
    })),
    postJson('an unknown command', commandPath('drop-table'), body('record-gate')),
    postJson('a command named __proto__', commandPath('__proto__'), body('record-gate')),
  ];
}

function byVisitors(): Attempt[] {
  const cookies = [
    '',
    'yuantu.session_token=',
    'yuantu.session_token=abc.def',
    `yuantu.session_token=${'x'.repeat(3000)}`,
  ];
  return Object.entries(sound).flatMap(([command, input]) =>
    cookies.map((cookie) => ({
      ...postText(
        `${command} with the cookie ${cookie.slice(0, 30)}`,
        commandPath(command),
        JSON.stringify({ id: randomUUID(), basedOn: 0, input }),
        { ...json, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      ),
      isVisitor: true,
    })),
  );
}

const attempts = [...wrongFields(), ...missingFields(), ...wrongEnvelopes(), ...wrongPlaces(), ...byVisitors()];

describe('malformed requests', () => {
  let park: TestPark;
  beforeAll(async () => {
    park = await openTestPark();
  });
  afterAll(() => park.close());

  test('there are more than 300 of them', () => {
    expect(attempts.length).toBeGreaterThan(300);
  });

  test('each is refused as a problem, none breaks the server, none writes anything', async () => {
    const everything = async () => [
      await park.getJson('/api/parks/jinling/history', '张三'),
      await park.getJson('/api/parks/jinling/account'),
      await park.getJson('/api/parks/jinling/projects'),
    ];
    const before = await everything();
    const wrong: string[] = [];
    const ask = await park.as('张三');
    for (const { name, path, init, isVisitor } of attempts) {
      const answer = await (isVisitor ? park.app.request(path, init) : ask(path, init));
      const type = answer.headers.get('content-type') ?? '';
      const text = await answer.text();
      const isProblem = answer.status >= 400 && answer.status < 500 && type.includes('application/problem+json');
      if (!isProblem) wrong.push(`${name}: ${answer.status} ${type} ${text.slice(0, 160)}`);
      else if (typeof (JSON.parse(text) as { code?: unknown }).code !== 'string') wrong.push(`${name}: no code`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});
