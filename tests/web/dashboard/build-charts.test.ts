import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountColumns } from '../../../domain/account/columns.ts';
import { parcelStatuses } from '../../../domain/parcel/schema.ts';
import { projectStages } from '../../../domain/project/stages.ts';
import type { CurvePoint } from '../../../web/answers/course.ts';
import type { ProjectListed, RoadListed } from '../../../web/answers.ts';
import { buildFunds } from '../../../web/panels/dashboard/build-funds.ts';
import { buildInvestment } from '../../../web/panels/dashboard/build-investment.ts';
import { buildLand } from '../../../web/panels/dashboard/build-land.ts';
import { buildRoads, sumRoads } from '../../../web/panels/dashboard/build-roads.ts';
import { buildSupply } from '../../../web/panels/dashboard/build-supply.ts';
import { totals, type ChartUnit } from '../../../web/panels/dashboard/chart-data.ts';

const plain: ChartUnit = { name: '', per: 1, tell: String, brief: String };
const word = (name: string) => name;

function point(on: string, forecast: boolean, areas: Partial<Record<string, number>>): CurvePoint {
  const amounts = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(
      names.map((name) => [name, { squareMetres: areas[name] ?? 0, count: areas[name] ? 1 : 0 }]),
    ) as Record<Name, { squareMetres: number; count: number }>;
  return { on, forecast, planVersion: 'v1', columns: amounts(accountColumns), statuses: amounts(parcelStatuses) };
}

function road(code: string, lengthMetres: number, doneMetres: number, expectedMetres: number): RoadListed {
  const intervals = [{ fromMetres: 0, toMetres: lengthMetres, side: 'full' as const, state: 'planned' as const }];
  return {
    code,
    name: code,
    nameEn: code,
    class: 'main',
    designWidthMetres: 30,
    equations: [],
    lengthMetres,
    layers: [{ layer: 'subgrade', doneMetres, expectedMetres, intervals }],
  };
}

const project = (fields: Partial<ProjectListed>) =>
  ({ cluster: '食品', kind: 'industrial', stage: 'reserved', totalInvestmentYuan: 0, ...fields }) as ProjectListed;

describe('charts', () => {
  it('show each status that occurs on some day, and the rest not at all', () => {
    const points = [
      point('2007-10-31', false, { planned: 10 }),
      point('2007-11-30', true, { planned: 6, available: 4 }),
    ];
    const data = buildLand(points, null, plain, { head: 'day', status: word });
    expect(data.series.map(({ key, values }) => [key, values])).toEqual([
      ['available', [0, 4]],
      ['planned', [10, 6]],
    ]);
    expect(data.forecast).toEqual([false, true]);
  });

  it('show land available at month ends only, free and reserved apart', () => {
    const points = [
      point('2007-02-28', false, { free: 1, reserved: 2 }),
      point('2007-03-15', false, { free: 9, reserved: 9 }),
      point('2007-03-31', true, { free: 3, reserved: 4 }),
    ];
    const goal = { name: 'goal', squareMetres: 10 };
    const data = buildSupply(points, goal, plain, { head: '', free: 'free', reserved: 'reserved' });
    expect(data.labels).toEqual(['2007-02-28', '2007-03-31']);
    expect(totals(data.series)).toEqual([3, 7]);
    expect(data.goal?.value).toBe(10);
  });

  it('cut every road into done, planned and left: together its length, whatever is done or planned', () => {
    const metres = fc.integer({ min: 0, max: 5000 });
    const words = {
      head: '',
      done: '',
      expected: '',
      left: '',
      share: '',
      colour: '',
      road: (one: RoadListed) => one.code,
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(metres, metres, metres), { minLength: 1, maxLength: 8 }), (lengths) => {
        const roads = lengths.map((three, index) => {
          const [done = 0, expected = 0, length = 0] = [...three].sort((a, b) => a - b);
          return road(`R${index}`, length, done, expected);
        });
        const data = buildRoads(roads, 'subgrade', plain, words);
        expect(totals(data.series)).toEqual(roads.map(({ lengthMetres }) => lengthMetres));
        const sum = sumRoads(roads, 'subgrade');
        const done = data.series.find(({ key }) => key === 'done')!.values;
        expect(done.reduce<number>((all, value) => all + value!, 0)).toBe(sum.doneMetres);
      }),
    );
  });

  it('leave out roads on which a layer is neither done nor planned', () => {
    const words = {
      head: '',
      done: '',
      expected: '',
      left: '',
      share: '',
      colour: '',
      road: (one: RoadListed) => one.code,
    };
    expect(buildRoads([road('R1', 100, 0, 0)], 'surface', plain, words).labels).toEqual([]);
  });

  it('share the investment of begun projects out by industry and stage without losing a yuan', () => {
    const some = fc.record({
      cluster: fc.constantFrom('食品', '建材', '竹木'),
      stage: fc.constantFrom(null, ...projectStages),
      totalInvestmentYuan: fc.integer({ min: 0, max: 1e9 }),
    });
    fc.assert(
      fc.property(fc.array(some), (fields) => {
        const projects = fields.map(project);
        const data = buildInvestment(projects, plain, {
          head: '',
          total: '',
          cluster: (one) => one.cluster,
          stage: word,
        });
        const begun = projects.filter(({ stage }) => stage !== null);
        const wanted = begun.reduce((sum, { totalInvestmentYuan }) => sum + totalInvestmentYuan, 0);
        const sums = totals(data.series);
        expect(sums.reduce((all, value) => all + value, 0)).toBe(wanted);
        expect(sums).toEqual([...sums].sort((a, b) => b - a));
      }),
    );
  });

  it('never show less than nothing to come of a fund that brought in more than was planned', () => {
    const fund = { code: 'F', year: 2008, source: '', sourceEn: '', plannedYuan: 5, receipts: [], receivedYuan: 7 };
    const data = buildFunds({ funds: [fund] }, plain, { head: '', total: '', received: '', due: '', fund: () => 'F' });
    expect(data.series.map(({ values }) => values)).toEqual([[7], [0]]);
  });
});
