import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { ledgerAnswer, type LedgerAnswer } from '../../server/ledger/answers.ts';
import type { OpenHouse } from '../../server/open-house.ts';
import { accountAnswer } from '../../server/account/routes.ts';
import { refused } from '../support/answers.ts';
import { openFaultyHouse } from '../support/faulty-park.ts';
import { onEngines } from '../support/on-engines.ts';
import { temporaryFolder } from '../support/server-process.ts';

const terms = (row: LedgerAnswer['rows'][number]) => [
  row.outsideSquareMetres,
  row.enteredSquareMetres,
  row.overlapsSquareMetres,
  row.residualSquareMetres,
  row.roundingSquareMetres,
];

onEngines('the ledger', (park) => {
  const ledger = async (path: string) => ledgerAnswer.parse(await park().getJson(`/api/parks/${path}`));

  test.each(['jinling/ledger?plan=v2', 'jinling/ledger?plan=v1', 'heshun/ledger'])(
    '%s says what its description says, balances to 0 and has no finding',
    async (path) => {
      const json = await park().getJson(`/api/parks/${path}`);
      const answer = ledgerAnswer.parse(json);
      expect(answer).toEqual(json);
      expect(answer.findings.features).toEqual([]);
      expect(answer.rows.map(terms)).toEqual(answer.rows.map(() => [0, 0, 0, 0, 0]));
      expect(answer.checked.parts).toBeGreaterThan(10);
    },
  );

  test('has the columns and outlines of the account', async () => {
    const { rows } = await ledger('jinling/ledger');
    const account = accountAnswer.parse(await park().getJson('/api/parks/jinling/account'));
    expect(rows.map(({ phase }) => phase)).toEqual(['1', '2', '3', null]);
    const names = {
      parcels: 'planned',
      roads: 'roads',
      green: 'green',
      water: 'water',
      utilities: 'utilities',
      rest: 'rest',
    };
    for (const [index, row] of rows.entries()) {
      expect(row.outlineSquareMetres).toBe(account.rows[index]!.outlineSquareMetres);
      for (const [column, name] of Object.entries(names)) {
        const figure = account.rows[index]!.figures[name as 'planned'];
        const { squareMetres, count } = row.columns[column as 'parcels'];
        expect([squareMetres, count], `${row.phase} ${column}`).toEqual([figure.squareMetres, figure.codes.length]);
      }
    }
  });

  test('measures every parcel in three kinds of area and puts it in one phase', async () => {
    const { parcels, totals } = await ledger('jinling/ledger');
    expect(parcels).toHaveLength(109);
    for (const parcel of parcels) {
      const share = parcel.ellipsoidSquareMetres / parcel.planeSquareMetres - 1;
      expect(share, parcel.code).toBeLessThan(-20e-6);
      expect(share, parcel.code).toBeGreaterThan(-32e-6);
      expect(parcel.inPhases).toEqual([{ code: parcel.phase, squareMetres: parcel.planeSquareMetres }]);
      expect(parcel.inZones).toHaveLength(1);
      expect(parcel.difference === null).toBe(parcel.registeredSquareMetres === null);
    }
    const sum = parcels.reduce((total, { planeSquareMetres }) => total + Math.round(planeSquareMetres * 2e6), 0);
    expect(totals.planeSquareMetres).toBe(sum / 2e6);
    const inRegister = parcels.filter(({ registeredSquareMetres }) => registeredSquareMetres !== null);
    expect(totals.registered.count).toBe(inRegister.length);
    expect(inRegister.length).toBeGreaterThan(0);
  });

  test('of a plan version that is not there is refused: input.invalid', async () => {
    const answer = park().app.request('/api/parks/jinling/ledger?plan=v9');
    expect(await refused(answer)).toMatchObject({ status: 400, code: 'input.invalid', field: 'plan' });
  });

  test('is computed once for those who ask at the same time', async () => {
    const [one, other] = await Promise.all([ledger('jinling/ledger'), ledger('jinling/ledger?plan=v2')]);
    expect(other).toEqual(one);
  });
});

describe('the ledger of a park that is badly drawn', () => {
  const folder = temporaryFolder();
  let open: OpenHouse;
  let answer: LedgerAnswer;
  beforeAll(async () => {
    open = await openFaultyHouse(folder.path);
    answer = ledgerAnswer.parse(await (await createApp(open.house).request('/api/parks/heshun/ledger')).json());
  });
  afterAll(async () => {
    await open.close();
    folder.remove();
  });
  const find = (kind: string, ...codes: string[]) =>
    answer.findings.features.find(
      ({ properties }) =>
        properties.kind === kind &&
        (codes.length === 0 || properties.parts.map(({ code }) => code).join() === codes.join()),
    )?.properties;

  test('tells what the shifted parcel covers and what it leaves bare', () => {
    expect(find('overlap', 'HS-06', 'HS-07')).toMatchObject({ phases: ['1'], isSliver: false });
    expect(find('overlap', 'HS-06', 'v2-Z002')!.squareMetres).toBeGreaterThan(900);
    const residual = find('residual')!;
    expect(residual.neighbours.map(({ code }) => code)).toContain('HS-06');
    expect(residual.squareMetres).toBeGreaterThan(1000);
  });

  test('tells a corner a centimetre off as a sliver', () => {
    const slivers = answer.findings.features.filter(({ properties }) => properties.isSliver);
    expect(slivers.map(({ properties }) => properties.parts[0]?.code)).toEqual(['HS-03']);
    expect(slivers[0]!.properties.widthMillimetres).toBeLessThan(answer.sliverMillimetres);
  });

  test('tells a parcel in two phases apart with its area in each', () => {
    const parcel = answer.parcels.find(({ code }) => code === 'HS-05')!;
    expect(parcel.inPhases.map(({ code }) => code).sort()).toEqual(['1', '2']);
    const sum = parcel.inPhases.reduce((total, { squareMetres }) => total + squareMetres, 0);
    expect(Math.abs(sum - parcel.planeSquareMetres)).toBeLessThan(0.05);
    const away = parcel.inPhases.find(({ code }) => code !== parcel.phase)!;
    expect(find('astray', 'HS-05')!.squareMetres).toBeCloseTo(away.squareMetres, 2);
  });

  test('balances in every row to the rounding it states', () => {
    for (const row of answer.rows) {
      const columns = Object.values(row.columns).reduce((sum, { squareMetres }) => sum + squareMetres, 0);
      const [outside, entered, overlaps, residual, rounding] = terms(row) as [number, number, number, number, number];
      expect(columns - outside + entered - overlaps + residual + rounding).toBeCloseTo(row.outlineSquareMetres, 5);
      expect(Math.abs(rounding)).toBeLessThan(0.05);
      expect(outside + overlaps).toBeGreaterThan(1);
    }
  });

  test('holds the registered area against the plane area', () => {
    const difference = (code: string) => answer.parcels.find((parcel) => parcel.code === code)!.difference!;
    expect(difference('HS-15').perMille).toBeCloseTo(2, 3);
    expect([difference('HS-15').isWithin, difference('HS-16').isWithin]).toEqual([false, true]);
    expect(answer.totals.registered.count).toBe(2);
  });

  test('draws every finding as land in degrees, each under its own id', () => {
    const { features } = answer.findings;
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { geometry } of features) {
      const [lon, lat] = (geometry.coordinates.flat(Infinity) as number[]).slice(0, 2);
      expect([Math.floor(lon! * 10), Math.floor(lat! * 10)]).toEqual([1174, 274]);
    }
  });
});
