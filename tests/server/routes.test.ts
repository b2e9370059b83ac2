import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may, roles, type Act, type Role } from '../../domain/access/roles.ts';
import { storePerson } from '../../server/people/store-person.ts';
import { signIn, type Ask } from '../support/people.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const everybody: readonly Role[] = roles;
const signedIn: readonly Role[] = roles.filter((role) => role !== 'visitor');
const staff: readonly Role[] = ['road-clerk', 'land-clerk', 'investment-officer', 'leader', 'admin'];
const onRoads: readonly Role[] = ['road-clerk', 'leader', 'admin'];
const onLand: readonly Role[] = ['land-clerk', 'leader', 'admin'];
const onInvestment: readonly Role[] = ['investment-officer', 'leader', 'admin'];
const admin: readonly Role[] = ['admin'];

/** Who may use which route. A route that is not listed here fails the test. */
const table: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/health': everybody,
  'GET /api/session': everybody,
  'POST /api/session': everybody,
  'DELETE /api/session': everybody,
  'POST /api/session/password': signedIn,
  'GET /api/session/devices': signedIn,
  'POST /api/session/devices/end': signedIn,
  'GET /api/people': admin,
  'POST /api/people': admin,
  'POST /api/people/{person}': admin,
  'POST /api/people/{person}/password': admin,
  'POST /api/people/{person}/end-sessions': admin,
  'GET /api/sign-ins': admin,
  'GET /api/backup': admin,
  'GET /api/parks': everybody,
  'GET /api/parks/{park}': everybody,
  'GET /api/parks/{park}/state': everybody,
  'GET /api/parks/{park}/layers/{layer}': everybody,
  'GET /api/parks/{park}/export': everybody,
  'GET /api/parks/{park}/account': everybody,
  'GET /api/parks/{park}/account/compare': everybody,
  'GET /api/parks/{park}/account/curve': everybody,
  'GET /api/parks/{park}/ledger': everybody,
  'GET /api/parks/{park}/parcels': everybody,
  'GET /api/parks/{park}/parcels/{parcel}': everybody,
  'GET /api/parks/{park}/readiness': everybody,
  'GET /api/parks/{park}/readiness/{parcel}': everybody,
  'GET /api/parks/{park}/batches': everybody,
  'GET /api/parks/{park}/risks': everybody,
  'GET /api/parks/{park}/roads': everybody,
  'GET /api/parks/{park}/roads/{road}': everybody,
  'GET /api/parks/{park}/works': everybody,
  'GET /api/parks/{park}/projects': everybody,
  'GET /api/parks/{park}/pipeline': everybody,
  'GET /api/parks/{park}/idle-land': everybody,
  'GET /api/parks/{park}/sections': everybody,
  'GET /api/parks/{park}/payments': everybody,
  'GET /api/parks/{park}/milestones': everybody,
  'GET /api/parks/{park}/targets': everybody,
  'GET /api/parks/{park}/funds': everybody,
  'GET /api/parks/{park}/report': everybody,
  'GET /api/parks/{park}/report.md': everybody,
  'GET /api/parks/{park}/report.docx': everybody,
  'GET /api/parks/{park}/report.xlsx': everybody,
  'GET /api/parks/{park}/digest': everybody,
  'GET /api/parks/{park}/digest.md': everybody,
  'GET /api/parks/{park}/digest.docx': everybody,
  'GET /api/parks/{park}/events': everybody,
  'GET /api/parks/{park}/history': staff,
  'GET /api/parks/{park}/history/actors': staff,
  'GET /api/parks/{park}/spot': staff,
  'POST /api/parks/{park}/presence': staff,
  'POST /api/parks/{park}/documents': staff,
  'GET /api/parks/{park}/documents/{document}': staff,
  'POST /api/parks/{park}/imports': onLand,
  'GET /api/parks/{park}/imports': onLand,
  'GET /api/parks/{park}/imports/{import}/file': onLand,
  'DELETE /api/parks/{park}/imports/{import}': onLand,
  'POST /api/parks/{park}/imports/{import}/examine': onLand,
  'POST /api/parks/{park}/imports/{import}/land': onLand,
  'GET /api/parks/{park}/imports/{import}/progress': onLand,
  'POST /api/parks/{park}/commands/import-land': onLand,
  'POST /api/parks/{park}/commands/split-parcel': onLand,
  'POST /api/parks/{park}/commands/record-gate': onLand,
  'POST /api/parks/{park}/commands/plan-gate': onLand,
  'POST /api/parks/{park}/commands/record-stretch': onRoads,
  'POST /api/parks/{park}/commands/record-work': onRoads,
  'POST /api/parks/{park}/commands/assign-parcels': onInvestment,
  'POST /api/parks/{park}/commands/release-parcels': onInvestment,
  'POST /api/parks/{park}/commands/record-stage': onInvestment,
  'POST /api/parks/{park}/commands/undo': staff,
};

interface Operation {
  readonly 'x-act'?: Act;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const examples: Readonly<Record<string, string>> = {
  park: 'jinling',
  layer: 'parcels',
  form: 'md',
  parcel: 'A-01',
  road: 'R0',
};

describe('every route for every role', () => {
  let park: TestPark;
  let routes: { name: string; method: string; path: string; act: Act | undefined }[] = [];
  const asking = new Map<Role, Ask>();
  beforeAll(async () => {
    park = await openTestPark();
    const { paths } = (await park.getJson('/api/openapi.json')) as Document;
    routes = Object.entries(paths).flatMap(([path, operations]) =>
      methods.flatMap((method) => {
        const operation = operations[method];
        return operation ? [{ name: `${method.toUpperCase()} ${path}`, method, path, act: operation['x-act'] }] : [];
      }),
    );
    const visitor: Ask = async (path, init) => park.app.request(path, init);
    for (const role of roles) {
      asking.set(role, role === 'visitor' ? visitor : await park.as({ name: role, roles: [role] }));
    }
  });
  afterAll(() => park.close());

  test('each route of the description stands in the table, and each of the table in the description', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(table).sort());
  });

  test('the description names the act of every route that is not open to everybody', () => {
    for (const { name, act } of routes) {
      const allowed = [...(act === undefined || act === 'keep-account' ? [] : may[act])].sort();
      const expected = table[name] === everybody || table[name] === signedIn ? [] : [...table[name]!].sort();
      expect([name, allowed]).toEqual([name, expected]);
    }
  });

  test('who may is let through, who may not is refused before the request is even read', async () => {
    const wrong: string[] = [];
    for (const { name, method, path } of routes) {
      // These end the session that asks; sign-in.test.ts has them.
      if (name === 'DELETE /api/session') continue;
      const address = path.replace(/\{(\w+)\}/g, (_, field: string) => examples[field] ?? 'nothing');
      const body = method === 'get' ? {} : { headers: { 'content-type': 'application/json' }, body: '[]' };
      for (const role of roles) {
        const stopping = new AbortController();
        const answer = await asking.get(role)!(address, {
          method: method.toUpperCase(),
          signal: stopping.signal,
          ...body,
        });
        stopping.abort();
        void answer.body?.cancel().catch(() => undefined);
        const expected = table[name]!.includes(role) ? 'through' : role === 'visitor' ? 401 : 403;
        const got = answer.status === 401 || answer.status === 403 ? answer.status : 'through';
        if (got !== expected) wrong.push(`${name} as ${role}: ${answer.status}, expected ${expected}`);
        if (answer.status >= 500) wrong.push(`${name} as ${role}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a one-time password opens nothing but the change of it', async () => {
    await storePerson(
      park.house.database.queries,
      { username: 'neu', name: '新人', roles: ['admin'] },
      'one-time-1234',
    );
    const ask = await signIn(async (path, init) => park.app.request(path, init), 'neu', 'one-time-1234');
    for (const path of ['/api/people', '/api/parks/jinling/history', '/api/backup']) {
      const answer = await ask(path);
      expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        path,
        403,
        'access.must-change-password',
      ]);
    }
    expect((await ask('/api/session/devices')).status).toBe(200);
  });
});
