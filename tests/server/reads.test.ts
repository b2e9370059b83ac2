import { expect, test } from 'vitest';
import type { z } from 'zod';
import { accountColumns } from '../../domain/account/account.ts';
import { accountAnswer } from '../../server/account/routes.ts';
import { parcelAnswer, parcelsAnswer } from '../../server/parcels/answers.ts';
import { parkAnswer, parksAnswer, stateAnswer } from '../../server/parks/answers.ts';
import { projectsAnswer } from '../../server/projects/answers.ts';
import { roadAnswer, roadsAnswer } from '../../server/roads/answers.ts';
import { refused } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';

const told: readonly (readonly [path: string, schema: z.ZodType])[] = [
  ['', parkAnswer],
  ['/state', stateAnswer],
  ['/state?on=2008-06-30&known=2007-11-30', stateAnswer],
  ['/account', accountAnswer],
  ['/account?on=2006-08-01', accountAnswer],
  ['/parcels', parcelsAnswer],
  ['/parcels/A-01', parcelAnswer],
  ['/roads', roadsAnswer],
  ['/roads/R0?on=2007-12-31', roadAnswer],
  ['/projects?on=2007-06-01', projectsAnswer],
];

onEngines('reads', (park) => {
  test.each(told)('/api/parks/jinling%s says what its description says, and no more', async (path, schema) => {
    const json = await park().getJson(`/api/parks/jinling${path}`);
    expect(schema.parse(json)).toEqual(json);
  });

  test('the parks are listed, the largest first', async () => {
    const json = await park().getJson('/api/parks');
    expect(parksAnswer.parse(json)).toEqual(json);
    const { parks } = parksAnswer.parse(json);
    expect(parks.map(({ code }) => code)).toEqual(['jinling', 'heshun']);
    const [west, south, east, north] = parks[0]!.bounds;
    expect(west < east && south < north).toBe(true);
  });

  test('days: what is not given is the last known day, and nothing is known later', async () => {
    const days = async (query: string) => {
      const { on, known, forecast } = stateAnswer.parse(await park().getJson(`/api/parks/jinling/state${query}`));
      return { on, known, forecast };
    };
    expect(await days('')).toEqual({ on: '2007-11-30', known: '2007-11-30', forecast: false });
    expect(await days('?on=2008-01-01')).toEqual({ on: '2008-01-01', known: '2007-11-30', forecast: true });
    expect(await days('?on=2007-06-01')).toEqual({ on: '2007-06-01', known: '2007-11-30', forecast: false });
    expect(await days('?on=2007-11-01&known=2007-10-01')).toEqual({
      on: '2007-11-01',
      known: '2007-10-01',
      forecast: true,
    });
    expect(await days('?known=2030-01-01')).toEqual({ on: '2007-11-30', known: '2007-11-30', forecast: false });
  });

  test.each(['state', 'account', 'parcels', 'roads', 'projects', 'pipeline', 'readiness', 'risks', 'report'])(
    '%s of a day before the park began is refused',
    async (path) => {
      expect(await refused(park().app.request(`/api/parks/jinling/${path}?on=2006-07-17`))).toMatchObject({
        status: 422,
        code: 'day.before-park',
        field: 'on',
      });
    },
  );

  test('every figure of the account is the sum of what it names', async () => {
    const { rows } = accountAnswer.parse(await park().getJson('/api/parks/jinling/account?on=2008-03-31'));
    const { parcels } = parcelsAnswer.parse(await park().getJson('/api/parks/jinling/parcels'));
    const area = new Map(parcels.map(({ code, squareMetres }) => [code, squareMetres]));
    for (const row of rows) {
      expect(row.balanceSquareMetres).toBe(0);
      for (const column of accountColumns.slice(0, accountColumns.indexOf('roads'))) {
        const { squareMetres, codes } = row.figures[column];
        const sum = codes.reduce((total, code) => total + area.get(code)!, 0);
        expect(Math.abs(sum - squareMetres)).toBeLessThan(1e-6);
      }
    }
  });

  test('what is not there is unknown', async () => {
    const refusal = (path: string) => refused(park().app.request(path));
    expect(await refusal('/api/parks/nowhere/state')).toMatchObject({ status: 404, code: 'park.unknown' });
    expect(await refusal('/api/parks/jinling/parcels/Z-99')).toMatchObject({ status: 404, code: 'parcel.unknown' });
    expect(await refusal('/api/parks/jinling/roads/R99')).toMatchObject({ status: 404, code: 'road.unknown' });
    expect(await refusal('/api/parks/jinling/layers/zones?plan=v9')).toMatchObject({
      status: 400,
      code: 'input.invalid',
      field: 'plan',
    });
    expect(await refusal('/api/nothing')).toMatchObject({ status: 404, code: 'http.not-found' });
  });

  test('health tells the last event of every park', async () => {
    expect(await park().getJson('/api/health')).toEqual({
      ok: true,
      parks: [
        { code: 'heshun', seq: 0 },
        { code: 'jinling', seq: 0 },
      ],
    });
  });
});
