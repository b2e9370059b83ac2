import { projectStages, type ProjectStage } from '../../../domain/project/stages.ts';
import type { ProjectListed } from '../../answers.ts';
import { totals, type ChartData, type ChartSeries, type ChartUnit } from './chart-data.ts';

interface Words {
  readonly head: string;
  readonly total: string;
  readonly cluster: (project: ProjectListed) => string;
  readonly stage: (stage: ProjectStage) => string;
}

/** Pale wishes to dark certainty. */
const stageColour: Readonly<Record<ProjectStage, string>> = {
  planned: '#e2d8c2',
  negotiating: '#d3b784',
  reserved: '#f0b93a',
  contracted: '#7fa3de',
  construction: '#8c6bb1',
  production: '#4d3a75',
};

/** Investment of the projects that have begun, by industry (the largest first) and by stage. */
export function buildInvestment(projects: readonly ProjectListed[], unit: ChartUnit, words: Words): ChartData {
  const begun = projects.filter(({ stage }) => stage !== null);
  const sum = (some: readonly ProjectListed[]) => some.reduce((all, one) => all + one.totalInvestmentYuan, 0);
  const clusters = [...new Set(begun.map(({ cluster }) => cluster))]
    .map((cluster) => begun.filter((project) => project.cluster === cluster))
    .sort((a, b) => rank(a) - rank(b) || sum(b) - sum(a));
  const stages = projectStages.filter((stage) => begun.some((project) => project.stage === stage));
  const series: ChartSeries[] = stages.map((stage) => ({
    key: stage,
    name: words.stage(stage),
    colour: stageColour[stage],
    values: clusters.map((some) => sum(some.filter((project) => project.stage === stage))),
  }));
  return {
    head: words.head,
    labels: clusters.map((some) => words.cluster(some[0]!)),
    unit,
    ends: { name: words.total, texts: totals(series).map((yuan) => unit.brief(yuan / unit.per)) },
    series,
  };
}

const rank = (some: readonly ProjectListed[]) => (some[0]?.kind === 'industrial' ? 0 : 1);
