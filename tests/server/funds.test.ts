import { expect, test } from 'vitest';
import type { z } from 'zod';
import { accountAnswer } from '../../server/account/routes.ts';
import { idleLandAnswer, pipelineAnswer, projectsAnswer } from '../../server/projects/answers.ts';
import { fundsAnswer, sectionsAnswer, targetsAnswer } from '../../server/tenders/answers.ts';
import { onEngines } from '../support/on-engines.ts';

onEngines('tenders, projects and funds', (park) => {
  const read = async <Schema extends z.ZodType>(path: string, schema: Schema, code = 'jinling') =>
    schema.parse(await park().getJson(`/api/parks/${code}${path}`));

  test.each([
    ['/sections?on=2007-06-30', sectionsAnswer],
    ['/targets?on=2008-06-30&year=2008', targetsAnswer],
    ['/funds?on=2007-11-30', fundsAnswer],
    ['/projects', projectsAnswer],
    ['/pipeline?on=2007-09-01', pipelineAnswer],
    ['/idle-land', idleLandAnswer],
  ] as const)('%s says what its description says, and no more', async (path, schema) => {
    const json = await park().getJson(`/api/parks/jinling${path}`);
    expect(schema.parse(json)).toEqual(json);
  });

  test('F6, F7 and F16 as of 2007-11-30, and less of them in summer', async () => {
    const { tenders, earthwork, payments } = await read('/sections?on=2007-11-30', sectionsAnswer);
    expect(payments.paidYuan).toBe(28_500_000);
    expect(earthwork.sections).toHaveLength(13);
    expect(earthwork.plannedCutCubicMetres + earthwork.plannedFillCubicMetres).toBe(2_250_000);
    expect(tenders).toMatchObject({ count: 15, savedYuan: 4_476_700 });
    expect(((tenders.rate.numerator / tenders.rate.denominator) * 100).toFixed(2)).toBe('31.64');
    const summer = await read('/sections?on=2007-06-30', sectionsAnswer);
    expect(summer.tenders.count).toBe(4);
    expect(summer.payments.paidYuan).toBeLessThan(payments.paidYuan);
    expect(summer.sections.find(({ code }) => code === 'T-05')).toMatchObject({ isLet: false, dueYuan: null });
    const paid = summer.sections.reduce((sum, section) => sum + section.paidYuan, 0);
    expect(paid + summer.payments.outsideSectionsYuan).toBe(summer.payments.paidYuan);
  });

  test('F13 and F14: twelve planned projects in four clusters, eight booked with 58 200 万元', async () => {
    const { stages, clusters, officers, total } = await read('/pipeline?on=2007-11-30', pipelineAnswer);
    const at = (name: string) => stages.find(({ stage }) => stage === name)!;
    expect(at('planned').projects).toHaveLength(12);
    expect(at('reserved')).toMatchObject({ totalInvestmentYuan: 582_000_000 });
    expect(at('reserved').projects).toHaveLength(8);
    expect(clusters.map(({ kind }) => kind)).toEqual([...Array<string>(4).fill('industrial'), 'public']);
    expect(officers.flatMap(({ projects }) => projects)).toHaveLength(total.projects.length);
  });

  test('F15: 和顺 has 36.36 万元 per 亩, 29.09 of them fixed', async () => {
    const { total } = await read('/pipeline', pipelineAnswer, 'heshun');
    expect((total.totalYuanPerMu! / 1e4).toFixed(2)).toBe('36.36');
    expect((total.fixedYuanPerMu! / 1e4).toFixed(2)).toBe('29.09');
  });

  test('the management centre should have begun on 2007-10-31: amber for 30 days', async () => {
    const { clocks, isBeforeRules } = await read('/idle-land?on=2007-11-30', idleLandAnswer);
    expect(isBeforeRules).toBe(true);
    expect(clocks).toMatchObject([
      { project: 'P-21', parcels: ['C-05'], why: 'not-started', since: '2007-10-31', days: 30, level: 'amber' },
    ]);
    expect((await read('/idle-land?on=2009-10-30', idleLandAnswer)).clocks[0]).toMatchObject({
      days: 730,
      level: 'dark',
    });
  });

  test('targets: the actual of land is the account’s figure, roads and works name what counts', async () => {
    const { targets } = await read('/targets?on=2007-12-31&year=2007', targetsAnswer);
    const { rows } = await read('/account?on=2007-12-31', accountAnswer);
    const available = rows.find(({ phase }) => phase === null)!.figures.available;
    const of = (code: string) => targets.find((target) => target.code === code)!;
    expect(of('G-70').actual).toMatchObject({ squareMetres: available.squareMetres });
    expect([...of('G-70').actual!.codes].sort()).toEqual([...available.codes].sort());
    expect(of('G-71')).toMatchObject({
      forecast: true,
      actual: { quantity: 6, codes: ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] },
    });
    expect(of('G-72').actual).toMatchObject({ quantity: 1, codes: ['W-01'] });
    const now = await read('/targets?on=2007-11-30&year=2007', targetsAnswer);
    expect(now.targets.find(({ code }) => code === 'G-71')).toMatchObject({ forecast: false, actual: { quantity: 0 } });
  });

  test('3800 万元 are to come in 2008 and none has', async () => {
    const { years } = await read('/funds?on=2007-11-30', fundsAnswer);
    expect(years).toEqual([{ year: 2008, plannedYuan: 38_000_000, receivedYuan: 0 }]);
  });
});
