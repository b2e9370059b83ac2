import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forbiddenCharacter } from '../../server/http/plain-text.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { jsonPost } from '../support/people.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const hostile = {
  markup: `<img src=x onerror="alert('a')"> & <b>粗</b>`,
  formula: `=cmd|' /C calc'!A0`,
  sum: '@SUM(1+1)*cmd',
  marks: 'a\u200Fb\u200Bc\uFEFFd',
  markdown: '[a](javascript:alert(1)) | `x` # *y*',
};

let park: TestPark;
beforeAll(async () => {
  park = await openTestPark();
  const { pool } = park.house.database;
  // Names that came in with a file of the planners, before anything looked at them.
  await pool.query(`UPDATE project SET name = $1, company = $2, product = $3 WHERE code = 'P-01'`, [
    hostile.markup,
    hostile.formula,
    hostile.markdown,
  ]);
  await pool.query(`UPDATE project SET name = $1 WHERE code = 'P-02'`, [hostile.formula]);
  await pool.query(`UPDATE section SET name = $1`, [`${hostile.markup}\n# 标题`]);
});
afterAll(() => park.close());

const order = async (change: object) => {
  const input = { parcels: ['A-01'], gate: 'telecom', plannedOn: '2031-01-01', ...change };
  return { id: randomUUID(), basedOn: await seqOf(park), input };
};

test('control characters and marks that turn the direction of writing are refused with their field', async () => {
  const ask = await park.as('张三');
  const admin = await park.as({ name: '管理员', roles: ['admin'] });
  for (const [sign, name] of [
    ['\u0007', 'U+0007'],
    ['\u001B', 'U+001B'],
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
    ['\u202E', 'U+202E'],
    ['\u2066', 'U+2066'],
  ] as const) {
    const spoilt = { ...(await order({})), reason: `批${sign}文` };
    const answer = await refused(ask('/api/parks/jinling/commands/plan-gate', jsonPost(spoilt)));
    expect(answer).toMatchObject({ status: 400, code: 'input.invalid', field: 'reason', detail: { character: name } });
    const inside = await refused(park.command('record-gate', await order({ parcels: ['A-01', `A${sign}`] })));
    expect(inside).toMatchObject({ status: 400, code: 'input.invalid', field: 'input.parcels.1' });
    const person = { username: 'wang', name: `王${sign}路`, roles: ['leader'] };
    expect(await refused(admin('/api/people', jsonPost(person)))).toMatchObject({ status: 400, field: 'name' });
  }
});

test('no other text is refused, whatever it means to a browser or a spreadsheet', async () => {
  for (const reason of Object.values(hostile)) {
    const { event } = await done(
      park.command('plan-gate', {
        ...(await order({ plannedOn: `2032-01-0${(reason.length % 9) + 1}` })),
        reason: `${reason}${randomUUID()}`,
      }),
    );
    expect(event?.reason).toContain(reason);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const isPlain = !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\t\n]/g, ''));
      expect(forbiddenCharacter(text) === null).toBe(isPlain);
    }),
  );
});

test('answers of the API are JSON that no browser takes for a page', async () => {
  const answer = await park.app.request('/api/parks/jinling/projects');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(hostile.markup).slice(1, -1));
});

const file = async (name: string) => {
  const answer = await park.app.request(`/api/parks/jinling/${name}?on=2007-11-30`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

test('the report as Markdown shows names as they are written, without making them work', async () => {
  const text = strFromU8(await file('report.md'));
  expect(text).toContain('\\<img src=x');
  expect(text).not.toMatch(/(^|[^\\])<(img|b)\b/);
  expect(text).not.toMatch(/^# 标题/m);
  expect(text).not.toMatch(/(^|[^\\])\]\(javascript/);
});

test('the report as a Word file holds names as text', async () => {
  const xml = strFromU8(unzipSync(await file('report.docx'))['word/document.xml']!);
  expect(xml).toContain('&lt;img src=x');
  expect(xml).not.toContain('<img');
});

test('the report as a workbook holds names as text and no formula but its own', async () => {
  const parts = unzipSync(await file('report.xlsx'));
  const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  const formulas = sheets.flatMap((name) =>
    [...strFromU8(parts[name]!).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula!),
  );
  expect(formulas.length).toBeGreaterThan(0);
  for (const formula of formulas) expect(formula).not.toMatch(/cmd|calc|@/);
  const all = Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('=cmd|');
  expect(all).not.toContain('<img');
  for (const name of Object.keys(parts)) expect(name).not.toMatch(/vba|externalLink|macro/i);
});
