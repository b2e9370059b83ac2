import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { milestoneSchema } from '../../domain/park/schema.ts';
import { paymentSchema, sectionSchema } from '../../domain/tender/schema.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';

const mu = (squareMetres: number) => (squareMetres * 3) / 2000;
const sum = <T>(items: readonly T[], value: (item: T) => number) =>
  items.reduce((total, item) => total + value(item), 0);

const parkAnswer = z.object({
  planVersions: z.array(
    z.object({ code: z.string(), squareMetres: z.number(), inForceFrom: z.string(), designer: z.string() }),
  ),
  surveys: z.array(
    z.object({ squareMetres: z.number(), scale: z.number(), containsPlanVersions: z.array(z.string()) }),
  ),
});
const accountAnswer = z.object({
  forecast: z.boolean(),
  rows: z.array(
    z.object({
      phase: z.string().nullable(),
      balanceSquareMetres: z.number(),
      figures: z.record(z.string(), z.object({ squareMetres: z.number(), codes: z.array(z.string()) })),
    }),
  ),
});
const roadsAnswer = z.object({
  roads: z.array(
    z.object({
      code: z.string(),
      class: z.string(),
      designWidthMetres: z.number(),
      lengthMetres: z.number(),
      layers: z.array(z.object({ layer: z.string(), doneMetres: z.number(), expectedMetres: z.number() })),
    }),
  ),
});
const worksAnswer = z.object({
  works: z.array(
    z.object({
      code: z.string(),
      kind: z.string(),
      gate: z.string().nullable(),
      plannedOn: z.string().nullable(),
      doneOn: z.string().nullable(),
    }),
  ),
});
const projectsAnswer = z.object({
  projects: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      cluster: z.string(),
      stage: z.string().nullable(),
      totalInvestmentYuan: z.number(),
      fixedInvestmentYuan: z.number().nullable(),
      outputPerYear: z.object({ quantity: z.number(), unit: z.string() }).nullable(),
      claims: z.array(z.object({ parcel: z.string(), kind: z.string() })),
      heldSquareMetres: z.number(),
    }),
  ),
});
const targetsAnswer = z.object({
  targets: z.array(
    z.object({ year: z.number(), name: z.string(), quantity: z.number().nullable(), unit: z.string().nullable() }),
  ),
});
const fundsAnswer = z.object({ funds: z.array(z.object({ year: z.number(), plannedYuan: z.number() })) });

describe('the figures of the 2007 report', () => {
  let park: TestPark;
  beforeAll(async () => {
    park = await openTestPark();
  });
  afterAll(() => park.close());

  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => schema.parse(await park.getJson(path));
  const wholePark = async (query: string, code = 'jinling') => {
    const { rows, forecast } = await read(`/api/parks/${code}/account?${query}`, accountAnswer);
    return { forecast, row: rows.find((row) => row.phase === null)! };
  };
  const subgrade = async (query: string) => {
    const { roads } = await read(`/api/parks/jinling/roads?${query}`, roadsAnswer);
    return roads.map((road) => ({ ...road, subgrade: road.layers.find(({ layer }) => layer === 'subgrade')! }));
  };

  test('F1: the plan of 2006 covers 4960 亩', async () => {
    const { planVersions } = await read('/api/parks/jinling', parkAnswer);
    const v1 = planVersions.find((version) => version.inForceFrom < '2007-01-01')!;
    expect(Math.abs(mu(v1.squareMetres) - 4960)).toBeLessThanOrEqual(0.5);
  });
  test('F2: the plan of 2007 covers 6000 亩 and the first one is kept', async () => {
    const { planVersions } = await read('/api/parks/jinling', parkAnswer);
    expect(planVersions.length).toBe(2);
    const v2 = planVersions.find((version) => version.inForceFrom >= '2007-01-01')!;
    expect(Math.abs(mu(v2.squareMetres) - 6000)).toBeLessThanOrEqual(0.5);
  });
  test('F3: the 1:1000 survey of 5.44 km² contains both plans', async () => {
    const { surveys } = await read('/api/parks/jinling', parkAnswer);
    expect(surveys).toHaveLength(1);
    expect(surveys[0]!.scale).toBe(1000);
    expect(surveys[0]!.squareMetres / 1e6).toBeCloseTo(5.44, 2);
    expect([...surveys[0]!.containsPlanVersions].sort()).toEqual(['v1', 'v2']);
  });
  test('F4: the road design and the site plan of the management centre are milestones of 2007', async () => {
    const { milestones } = await read(
      '/api/parks/jinling/milestones',
      z.object({ milestones: z.array(milestoneSchema) }),
    );
    expect(milestones.some(({ on, name }) => on.startsWith('2007-03') && name.includes('道路施工'))).toBe(true);
    expect(milestones.some(({ on, name }) => on.startsWith('2007-06') && name.includes('管理中心'))).toBe(true);
  });
  test('F5: works began on 2007-02-08', async () => {
    const { milestones } = await read(
      '/api/parks/jinling/milestones',
      z.object({ milestones: z.array(milestoneSchema) }),
    );
    expect(milestones.find(({ kind }) => kind === 'works')?.on).toBe('2007-02-08');
  });
  test('F6: 2850 万元 were paid until 2007-11-30', async () => {
    const path = '/api/parks/jinling/payments?until=2007-11-30';
    const { payments } = await read(path, z.object({ payments: z.array(paymentSchema) }));
    expect(payments.every(({ on }) => on <= '2007-11-30')).toBe(true);
    expect(sum(payments, ({ amountYuan }) => amountYuan)).toBe(28_500_000);
  });
  test('F7: 13 sections move 225 万 m³ of earth', async () => {
    const { sections } = await read('/api/parks/jinling/sections', z.object({ sections: z.array(sectionSchema) }));
    const earthwork = sections.flatMap((section) => (section.earthwork ? [section.earthwork] : []));
    expect(earthwork).toHaveLength(13);
    expect(sum(earthwork, (one) => one.plannedCutCubicMetres + one.plannedFillCubicMetres)).toBe(2_250_000);
  });
  test('F8: the subgrade of the 30 m main road is done for 1700 m', async () => {
    const main = (await subgrade('on=2007-11-30&known=2007-11-30')).filter((road) => road.class === 'main');
    expect(main).toHaveLength(1);
    expect(main[0]!.designWidthMetres).toBe(30);
    expect(main[0]!.subgrade.doneMetres).toBe(1700);
    expect(main[0]!.lengthMetres).toBeGreaterThan(1900);
  });
  test('F9: the main road and five secondary roads have their subgrade by the end of 2007', async () => {
    const roads = await subgrade('on=2007-12-31&known=2007-11-30');
    const ready = roads.filter((road) => road.subgrade.expectedMetres === road.lengthMetres);
    expect(ready.filter((road) => road.class === 'secondary')).toHaveLength(5);
    expect(ready.filter((road) => road.class === 'main')).toHaveLength(1);
    const today = await subgrade('on=2007-11-30&known=2007-11-30');
    expect(
      today.filter((road) => road.class === 'secondary' && road.subgrade.doneMetres === road.lengthMetres),
    ).toEqual([]);
  });
  test('F10: the power line is done and the water supply is due on 2007-12-31', async () => {
    const { works } = await read('/api/parks/jinling/works', worksAnswer);
    const power = works.find(({ kind, gate }) => kind === 'power-line' && gate === 'power')!;
    expect(power.doneOn! <= '2007-11-30').toBe(true);
    const water = works.find(({ gate, plannedOn }) => gate === 'water' && plannedOn === '2007-12-31')!;
    expect(water.doneOn).toBeNull();
  });
  test('F11: nearly 1000 亩 of land are available on 2007-11-30', async () => {
    const { row, forecast } = await wholePark('on=2007-11-30&known=2007-11-30');
    expect(forecast).toBe(false);
    expect(mu(row.figures['available']!.squareMetres)).toBeGreaterThanOrEqual(970);
    expect(mu(row.figures['available']!.squareMetres)).toBeLessThanOrEqual(999);
    expect(row.balanceSquareMetres).toBe(0);
  });
  test('F12: 1500 亩 will be available on 2007-12-31', async () => {
    const { row, forecast } = await wholePark('on=2007-12-31&known=2007-11-30');
    expect(forecast).toBe(true);
    expect(Math.abs(mu(row.figures['available']!.squareMetres) - 1500)).toBeLessThanOrEqual(5);
  });
  test('F13: twelve projects are planned in four clusters', async () => {
    const { projects } = await read('/api/parks/jinling/projects?on=2007-11-30', projectsAnswer);
    const planned = projects.filter(({ stage }) => stage === 'planned');
    expect(planned).toHaveLength(12);
    expect(new Set(planned.map(({ cluster }) => cluster)).size).toBe(4);
  });
  test('F14: eight projects with 58 200 万元 are booked', async () => {
    const { projects } = await read('/api/parks/jinling/projects?on=2007-11-30', projectsAnswer);
    const booked = projects.filter(({ stage }) => stage === 'reserved');
    expect(booked).toHaveLength(8);
    expect(new Set(booked.map(({ name }) => name)).size).toBe(8);
    expect(sum(booked, ({ totalInvestmentYuan }) => totalInvestmentYuan)).toBe(582_000_000);
    expect(booked.every(({ claims }) => claims.length > 0 && claims.every(({ kind }) => kind === 'reservation'))).toBe(
      true,
    );
  });
  test('F15: 和顺 has one project on 27.5 亩 with 1000 万元, 800 of them fixed', async () => {
    const { projects } = await read('/api/parks/heshun/projects?on=2007-11-30', projectsAnswer);
    expect(projects).toHaveLength(1);
    const [project] = projects;
    expect(mu(project!.heldSquareMetres)).toBeCloseTo(27.5, 2);
    expect([project!.totalInvestmentYuan, project!.fixedInvestmentYuan]).toEqual([10_000_000, 8_000_000]);
    expect(project!.outputPerYear?.quantity).toBe(10_000);
    expect(project!.totalInvestmentYuan / 1e4 / mu(project!.heldSquareMetres)).toBeCloseTo(36.36, 2);
  });
  test('F16: 15 tenders saved 447.67 万元, 31.64 % of their control price', async () => {
    const { sections } = await read('/api/parks/jinling/sections', z.object({ sections: z.array(sectionSchema) }));
    const tenders = sections.flatMap((section) => (section.tender ? [section.tender] : []));
    expect(tenders).toHaveLength(15);
    const control = sum(tenders, ({ controlYuan }) => controlYuan);
    const saved = control - sum(tenders, ({ winningYuan }) => winningYuan);
    expect(saved).toBe(4_476_700);
    expect(((saved / control) * 100).toFixed(2)).toBe('31.64');
  });
  test('F17: the targets of 2008 name the substation, pipes, drainage, green, 1 万 m² of factories and 1500 亩', async () => {
    const { targets } = await read('/api/parks/jinling/targets?year=2008', targetsAnswer);
    for (const word of ['变电站', '输水', '排水', '绿化', '标准厂房']) {
      expect(
        targets.some(({ name }) => name.includes(word)),
        word,
      ).toBe(true);
    }
    const factories = targets.find(({ name }) => name.includes('标准厂房'))!;
    expect(
      factories.unit === '万m²' || factories.unit === '万 m²' ? factories.quantity! * 1e4 : factories.quantity,
    ).toBe(10_000);
    expect(targets.some(({ quantity, unit }) => quantity === 1500 && unit === '亩')).toBe(true);
  });
  test('F18: 2008 plans waterworks of 4 万吨 a day and a survey of 2 万亩', async () => {
    const { targets } = await read('/api/parks/jinling/targets?year=2008', targetsAnswer);
    const amount = (word: string) => {
      const target = targets.find(({ name }) => name.includes(word))!;
      return target.unit!.startsWith('万') ? target.quantity! * 1e4 : target.quantity;
    };
    expect(amount('水厂')).toBe(40_000);
    expect(amount('勘测')).toBe(20_000);
  });
  test('F19: 3800 万元 shall be financed in 2008', async () => {
    const { funds } = await read('/api/parks/jinling/funds?year=2008', fundsAnswer);
    expect(funds.map(({ plannedYuan }) => plannedYuan).sort((a, b) => a - b)).toEqual([
      8_000_000, 10_000_000, 20_000_000,
    ]);
    expect(sum(funds, ({ plannedYuan }) => plannedYuan)).toBe(38_000_000);
  });
});
