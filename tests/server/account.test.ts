import { expect, test } from 'vitest';
import { AccountTable } from '../../domain/account/account-table.ts';
import { accountColumns } from '../../domain/account/account.ts';
import { knownUntil } from '../../domain/park/facts.ts';
import { accountAnswer, comparisonAnswer, curveAnswer } from '../../server/account/answers.ts';
import { done, parcelsThatAre, refused, seqOf } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';
import type { TestPark } from '../support/test-park.ts';

const mu = (squareMetres: number) => (squareMetres * 3) / 2000;

async function told(park: TestPark, path: string) {
  return park.getJson(`/api/parks/jinling/account${path}`);
}

async function compared(park: TestPark, query: string) {
  const json = await told(park, `/compare?${query}`);
  const answer = comparisonAnswer.parse(json);
  expect(answer).toEqual(json);
  return answer;
}

async function curved(park: TestPark, query: string) {
  const json = await told(park, `/curve?${query}`);
  const answer = curveAnswer.parse(json);
  expect(answer).toEqual(json);
  return answer;
}

onEngines('the account over time', (park) => {
  test('two days side by side are the two accounts, and name what makes the difference', async () => {
    const [from, to] = ['2007-06-30', '2007-12-31'];
    const answer = await compared(park(), `from=${from}&to=${to}`);
    expect(answer).toMatchObject({
      known: '2007-11-30',
      from: { on: from, forecast: false, planVersion: 'v2' },
      to: { on: to, forecast: true, planVersion: 'v2' },
      areaKind: 'plane',
      epsg: 4548,
    });
    const [before, after] = [
      accountAnswer.parse(await told(park(), `?on=${from}`)),
      accountAnswer.parse(await told(park(), `?on=${to}`)),
    ];
    expect(answer.rows.map(({ phase }) => phase)).toEqual(after.rows.map(({ phase }) => phase));
    answer.rows.forEach((row, index) => {
      for (const name of accountColumns) {
        const column = row.columns[name];
        const [was, is] = [before.rows[index]!.figures[name], after.rows[index]!.figures[name]];
        expect(column.before).toEqual({ squareMetres: was.squareMetres, count: was.codes.length });
        expect(column.after).toEqual({ squareMetres: is.squareMetres, count: is.codes.length });
        expect(column.entered.map(({ code }) => code)).toEqual(is.codes.filter((code) => !was.codes.includes(code)));
        expect(column.left.map(({ code }) => code)).toEqual(was.codes.filter((code) => !is.codes.includes(code)));
      }
    });
  });

  test('the land of December comes by planned gates', async () => {
    const { rows } = await compared(park(), 'from=2007-11-30&to=2007-12-31');
    const { available } = rows.at(-1)!.columns;
    expect(Math.round(mu(available.after.squareMetres))).toBe(1500);
    expect(mu(available.before.squareMetres)).toBeLessThan(1000);
    expect(available.entered.length).toBe(available.after.count - available.before.count);
    for (const { cause } of available.entered) expect(cause).toMatchObject({ kind: 'gate', forecast: true });
  });

  test('the second plan takes the place of the first', async () => {
    const answer = await compared(park(), 'from=2006-12-31&to=2007-02-01');
    expect([answer.from.planVersion, answer.to.planVersion]).toEqual(['v1', 'v2']);
    const { planned } = answer.rows.at(-1)!.columns;
    const cause = { kind: 'plan-version', planVersion: 'v2', on: '2007-02-01' };
    expect(new Set([...planned.entered, ...planned.left].map((moved) => JSON.stringify(moved.cause)))).toEqual(
      new Set([JSON.stringify(cause)]),
    );
    expect(new Set(planned.entered.map(({ kind }) => kind))).toEqual(new Set(['parcel']));
    expect(new Set(planned.left.map(({ kind }) => kind))).toEqual(new Set(['zone']));
  });

  test('the curve goes by month ends from what was done to what is planned', async () => {
    const { points } = await curved(park(), 'from=2007-02-01&to=2008-12-31');
    expect(points.map(({ on }) => on).slice(0, 3)).toEqual(['2007-02-01', '2007-02-28', '2007-03-31']);
    expect([points.length, points.at(-1)!.on]).toEqual([24, '2008-12-31']);
    expect(points.filter(({ forecast }) => !forecast).at(-1)!.on).toBe('2007-11-30');
    for (const { on, columns } of points) {
      const { figures } = accountAnswer.parse(await told(park(), `?on=${on}`)).rows.at(-1)!;
      const areas = Object.fromEntries(accountColumns.map((name) => [name, columns[name].squareMetres]));
      expect(areas).toEqual(Object.fromEntries(accountColumns.map((name) => [name, figures[name].squareMetres])));
    }
  });

  test('the curves of the phases add up to that of the park', async () => {
    const query = 'from=2007-02-01&to=2008-12-31&known=2007-08-15';
    const whole = await curved(park(), query);
    const phases = await Promise.all(['1', '2', '3'].map((phase) => curved(park(), `${query}&phase=${phase}`)));
    expect(whole.points.some(({ on }) => on === '2007-08-15')).toBe(true);
    whole.points.forEach(({ columns }, index) => {
      const count = phases.reduce((sum, { points }) => sum + points[index]!.columns.available.count, 0);
      expect(count).toBe(columns.available.count);
    });
  });

  test.each([
    ['/compare?from=2006-07-17&to=2007-11-30', 422, 'day.before-park', 'from'],
    ['/compare?from=2006-07-17&to=2006-07-16', 422, 'day.before-park', 'from'],
    ['/compare?from=2007-02-01&to=2007-11-30&known=1999-12-31', 422, 'day.before-park', 'known'],
    ['/compare?from=2007-12-01&to=2007-11-30', 400, 'input.invalid', 'to'],
    ['/compare?from=2007-11-31&to=2007-12-31', 400, 'input.invalid', 'from'],
    ['/compare?from=2007-11-30', 400, 'input.invalid', 'to'],
    ['/curve?from=2006-01-01&to=2007-11-30', 422, 'day.before-park', 'from'],
    ['/curve?from=2007-12-01&to=2007-11-30', 400, 'input.invalid', 'to'],
    ['/curve?from=2007-02-01&to=2199-12-31', 400, 'input.invalid', 'to'],
    ['/curve?from=2007-02-01&to=2007-11-30&phase=9', 400, 'input.invalid', 'phase'],
    ['?on=2006-07-17', 422, 'day.before-park', 'on'],
  ])('%s is refused', async (query, status, code, field) => {
    const answer = await refused(park().app.request(`/api/parks/jinling/account${query}`));
    expect(answer).toMatchObject({ status, code, field });
  });

  test('a table of the memory is current after every command, and as made anew', async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const knownOn = knownUntil(memory.facts);
    const table = memory.accountTable(knownOn);
    const before = await curved(park(), 'from=2007-11-30&to=2008-12-31');
    const [first] = await parcelsThatAre(park(), 'available');
    const input = { project: 'P-01', parcels: [first], kind: 'contract', fromOn: knownOn };
    const { seq } = await done(park().command('assign-parcels', { basedOn: await seqOf(park()), input }));
    expect(memory.accountTable(knownOn)).toBe(table);
    const contracted = await curved(park(), 'from=2007-11-30&to=2008-12-31');
    expect(contracted.points[0]!.columns.contracted.count).toBe(before.points[0]!.columns.contracted.count + 1);
    const work = { work: 'W-03', doneOn: null, plannedOn: '2008-04-01' };
    await done(park().command('record-work', { basedOn: seq, input: work }));
    const anew = new AccountTable(memory.facts, knownOn);
    for (const { on } of before.points) expect(table.totals(on)).toEqual(anew.totals(on));
  });

  test('a table is made anew when the memory is', async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const table = memory.accountTable('2007-11-30');
    await memory.rebuild(park().house.database.queries);
    expect(memory.accountTable('2007-11-30')).not.toBe(table);
  });

  test('the tables of the known days last asked for are kept', async () => {
    const memory = (await park().house.memories.of('jinling'))!;
    const tables = ['2007-07-01', '2007-08-01', '2007-09-01'].map((known) => memory.accountTable(known));
    expect(memory.accountTable('2007-07-01')).toBe(tables[0]);
    memory.accountTable('2007-10-01');
    expect(memory.accountTable('2007-09-01')).toBe(tables[2]);
    expect(memory.accountTable('2007-07-01')).toBe(tables[0]);
    expect(memory.accountTable('2007-08-01')).not.toBe(tables[1]);
  });
});
