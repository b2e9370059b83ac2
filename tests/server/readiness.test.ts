import { expect, test } from 'vitest';
import type { z } from 'zod';
import { accountAnswer } from '../../server/account/routes.ts';
import { batchesAnswer, parcelReadinessAnswer, readinessAnswer, risksAnswer } from '../../server/readiness/answers.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { onEngines } from '../support/on-engines.ts';

const told: readonly (readonly [path: string, schema: z.ZodType])[] = [
  ['readiness', readinessAnswer],
  ['readiness?on=2007-12-31', readinessAnswer],
  ['readiness?known=2008-01-15', readinessAnswer],
  ['readiness/D-01', parcelReadinessAnswer],
  ['readiness/D-01?known=2008-01-15', parcelReadinessAnswer],
  ['batches', batchesAnswer],
  ['batches?on=2008-12-31', batchesAnswer],
  ['risks', risksAnswer],
  ['risks?known=2008-02-20', risksAnswer],
  ['risks?work=W-03&days=30', risksAnswer],
  ['risks?road=R0&days=20', risksAnswer],
];

onEngines('readiness', (park) => {
  const read = async <Schema extends z.ZodType>(path: string, schema: Schema) =>
    schema.parse(await park().getJson(`/api/parks/jinling/${path}`));

  test.each(told)('/api/parks/jinling/%s says what its description says, and no more', async (path, schema) => {
    const json = await park().getJson(`/api/parks/jinling/${path}`);
    expect(schema.parse(json)).toEqual(json);
  });

  test.each(['2007-08-31', '2007-11-30', '2007-12-31', '2008-06-30'])(
    'ready on %s is the available land of the account, to the millimetre',
    async (on) => {
      const { groups } = await read(`readiness?on=${on}`, readinessAnswer);
      const { rows } = await read(`account?on=${on}`, accountAnswer);
      const { available, contracted, planned } = rows.at(-1)!.figures;
      const of = (state: string) => groups.find((group) => group.state === state);
      expect(of('ready')?.squareMetres ?? 0).toBe(available.squareMetres);
      expect(of('ready')?.codes ?? []).toEqual(available.codes);
      expect(of('given')?.squareMetres ?? 0).toBe(contracted.squareMetres);
      const count = groups.reduce((sum, { codes }) => sum + codes.length, 0);
      expect(count).toBe(planned.codes.length);
    },
  );

  test('what becomes ready by the end of December is what the forecast of the account adds', async () => {
    const { groups } = await read('readiness', readinessAnswer);
    const { rows } = await read('account?on=2007-12-31', accountAnswer);
    const soon = groups.filter(({ state, month }) => state === 'ready' || month === '2007-12');
    expect(soon.flatMap(({ codes }) => codes).sort()).toEqual([...rows.at(-1)!.figures.available.codes].sort());
  });

  test('nothing that holds land back is late on the reporting day', async () => {
    const { risks, total } = await read('risks', risksAnswer);
    expect(total).toEqual({ parcels: [], projects: [], investmentYuan: 0, squareMetres: 0 });
    expect(
      risks.map(({ late, parcels }) => ({ kind: late.kind, code: late.code, plannedOn: late.plannedOn, parcels })),
    ).toEqual([{ kind: 'road', code: 'R1', plannedOn: '2007-11-30', parcels: [] }]);
    const { parcels } = await read('readiness', readinessAnswer);
    expect(parcels.filter(({ isLate }) => isLate)).toEqual([]);
  });

  test('six weeks without news: the plans of December slip, and parcels say because of what', async () => {
    const { parcels, known } = await read('readiness?known=2008-01-15', readinessAnswer);
    expect(known).toBe('2008-01-15');
    const late = parcels.filter(({ isLate }) => isLate);
    expect(late.map(({ on }) => on)).toEqual(late.map(() => '2008-01-16'));
    const { parcels: before } = await read('readiness', readinessAnswer);
    expect(late.map(({ code }) => code)).toEqual(
      before.filter(({ state, on }) => state === 'ready-by' && on! <= '2008-01-15').map(({ code }) => code),
    );
    const { readiness, batch } = await read('readiness/D-01?known=2008-01-15', parcelReadinessAnswer);
    expect(readiness).toMatchObject({ state: 'ready-by', on: '2008-01-16', plannedOn: '2007-12-10', isLate: true });
    expect(readiness.blockers).toMatchObject([
      {
        gate: 'road',
        source: { kind: 'road', road: 'R0' },
        sections: ['T-03'],
        slippedOn: '2008-01-16',
        because: [{ kind: 'road', code: 'R0', layer: 'subgrade', fromMetres: 1700, toMetres: 1900 }],
      },
    ]);
    expect(batch?.document).toBe('示例〔2007〕第2批次');
  });

  test('water thirty days late: all parcels it keeps from service, and the money of every project on them once', async () => {
    const { risks, total } = await read('risks?work=W-03&days=30', risksAnswer);
    const [water] = risks;
    expect(water).toMatchObject({
      late: {
        kind: 'work',
        code: 'W-03',
        plannedOn: '2007-12-31',
        slippedOn: '2008-01-30',
        lateDays: 30,
        isAssumed: true,
      },
      investmentYuan: 594_000_000,
    });
    expect([...water!.projects].sort()).toEqual([
      'P-01',
      'P-02',
      'P-03',
      'P-04',
      'P-05',
      'P-06',
      'P-07',
      'P-08',
      'P-21',
    ]);
    expect(total.investmentYuan).toBe(594_000_000);
    const { rows } = await read('account?on=2007-12-31', accountAnswer);
    expect([...water!.parcels].sort()).toEqual([...rows.at(-1)!.figures.serviced.codes].sort());
  });

  test('a batch tells how far its land has come; all together they are the columns of the account', async () => {
    const { batches, total } = await read('batches', batchesAnswer);
    expect(batches.map(({ document, codes, doneOn }) => [document, codes.length, doneOn])).toEqual([
      ['示例〔2007〕第1批次', 12, '2007-01-22'],
      ['示例〔2007〕第2批次', 23, '2007-06-18'],
      ['示例〔2007〕第3批次', 32, '2007-10-16'],
      ['示例〔2008〕第1批次（拟报）', 17, null],
      ['示例〔2008〕第2批次（拟报）', 12, null],
      ['示例〔2008〕第3批次（拟报）', 13, null],
    ]);
    const { figures } = (await read('account', accountAnswer)).rows.at(-1)!;
    expect(total.approved!.squareMetres).toBe(figures.approved.squareMetres);
    expect(total.acquired!.squareMetres).toBe(figures.acquired.squareMetres);
    expect(total.levelled!.squareMetres).toBe(figures.developed.squareMetres);
    expect(total.available!.squareMetres).toBe(figures.available.squareMetres);
    expect(total.unsupplied!.squareMetres).toBeCloseTo(
      figures.approved.squareMetres - figures.contracted.squareMetres,
      6,
    );
  });

  test('一期 is 三通一平 once water is there', async () => {
    const first = async (query: string) => (await read(`readiness${query}`, readinessAnswer)).phases[0]!.utilities;
    expect(await first('')).toMatchObject({ list: null, isLevelled: true, next: { list: 'three', lacks: ['water'] } });
    expect(await first('?on=2007-12-31')).toMatchObject({ list: 'three', isLevelled: true });
  });

  test('what is not there, or not asked for completely, is refused with its code', async () => {
    const refusal = (path: string) => refused(park().app.request(`/api/parks/jinling/${path}`));
    expect(await refusal('readiness/Z-99')).toMatchObject({ status: 404, code: 'parcel.unknown' });
    expect(await refusal('risks?work=W-99&days=3')).toMatchObject({ status: 404, code: 'work.unknown' });
    expect(await refusal('risks?road=R99&days=3')).toMatchObject({ status: 404, code: 'road.unknown' });
    for (const query of ['work=W-03', 'days=3', 'work=W-03&days=0', 'work=W-03&days=x', 'known=2008-02-30']) {
      expect(await refusal(`risks?${query}`)).toMatchObject({ status: 400, code: 'input.invalid' });
    }
  });

  test('finishing the late road takes it off the list and makes its parcels ready', async () => {
    const input = {
      road: 'R0',
      layer: 'subgrade',
      side: 'full',
      fromMetres: 1700,
      toMetres: 1900,
      doneOn: '2007-12-03',
    };
    await done(park().command('record-stretch', { basedOn: await seqOf(park()), input }));
    const { readiness } = await read('readiness/D-01?known=2008-01-15', parcelReadinessAnswer);
    expect(readiness).toMatchObject({ state: 'ready', on: '2007-12-03', blockers: [] });
  });
});
