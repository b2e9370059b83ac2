import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pipeline } from '../../../domain/project/pipeline.ts';
import { projectStages, type Claim, type Project } from '../../../domain/project/schema.ts';
import { sumProjects, type ProjectSum } from '../../../domain/project/sum-projects.ts';
import { tinyFacts, tinyProject } from '../../support/tiny-park.ts';

const now = { on: '2007-11-30', knownOn: '2007-11-30' };
const claim = (parcel: string, project: string): Claim => ({
  id: `C-${parcel}`,
  project,
  parcel,
  kind: 'reservation',
  fromOn: '2007-06-01',
  untilOn: null,
  startBy: null,
  finishBy: null,
});

describe('the pipeline', () => {
  test('investment per 亩 is Σ ÷ Σ over the projects that hold land', () => {
    const projects = [
      tinyProject('P-01'),
      { ...tinyProject('P-02'), totalInvestmentYuan: 40_000_000, fixedInvestmentYuan: null },
      { ...tinyProject('P-03'), totalInvestmentYuan: 999_000_000 },
    ];
    const facts = tinyFacts({
      projects,
      claims: [claim('A-01', 'P-01'), claim('A-02', 'P-02'), claim('A-03', 'P-02')],
    });
    const { total } = pipeline(facts, now);
    expect(total.heldTwiceAreaSquareMillimetres).toBe(60_000_000_000);
    expect(total.totalYuanPerMu).toBeCloseTo(50_000_000 / 45, 6);
    expect(total.fixedYuanPerMu).toBeCloseTo(8_000_000 / 15, 6);
    expect(sumProjects([projects[2]!], new Map()).totalYuanPerMu).toBeNull();
  });

  test('a project counts from its first stage on, in the stage it had on the day', () => {
    const stages = [
      { stage: 'planned' as const, on: '2007-03-01' },
      { stage: 'reserved' as const, on: '2007-07-01' },
    ];
    const facts = tinyFacts({ projects: [{ ...tinyProject('P-01'), stages }] });
    const counts = (on: string) =>
      pipeline(facts, { on, knownOn: '2007-11-30' }).stages.map((one) => one.projects.length);
    expect(counts('2007-02-28')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(counts('2007-06-30')).toEqual([1, 0, 0, 0, 0, 0]);
    expect(counts('2007-07-01')).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('stages, clusters and officers each add up to the whole', () => {
    const project = fc.record({
      stage: fc.constantFrom(...projectStages),
      cluster: fc.constantFrom('竹木', '食品', '建材'),
      kind: fc.constantFrom('industrial', 'public'),
      officer: fc.constantFrom('甲', '乙'),
      totalInvestmentYuan: fc.nat(1_000_000_000),
      fixedInvestmentYuan: fc.option(fc.nat(1_000_000)),
      landWantedSquareMetres: fc.option(fc.nat(100_000)),
    });
    fc.assert(
      fc.property(fc.array(project, { maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 4 }), (drawn, holders) => {
        const projects = drawn.map(({ stage, ...rest }, index): Project => ({
          ...tinyProject(`P-${index}`),
          ...rest,
          stages: [{ stage, on: '2007-03-01' }],
        }));
        const claims = holders.flatMap((holder, index) =>
          projects[holder] ? [claim(['A-01', 'A-02', 'A-03', 'B-01'][index]!, `P-${holder}`)] : [],
        );
        const { total, stages, clusters, officers } = pipeline(tinyFacts({ projects, claims }), now);
        for (const groups of [stages, clusters, officers] as (readonly ProjectSum[])[]) {
          const add = (value: (sum: ProjectSum) => number) => groups.reduce((sum, group) => sum + value(group), 0);
          expect(groups.flatMap((group) => group.projects).sort()).toEqual([...total.projects].sort());
          for (const key of ['totalInvestmentYuan', 'fixedInvestmentYuan'] as const) {
            expect(add((group) => group[key])).toBe(total[key]);
          }
          expect(add((group) => group.heldTwiceAreaSquareMillimetres)).toBe(claims.length * 20_000_000_000);
          expect(add((group) => group.wantedTwiceAreaSquareMillimetres)).toBe(total.wantedTwiceAreaSquareMillimetres);
        }
      }),
    );
  });
});
