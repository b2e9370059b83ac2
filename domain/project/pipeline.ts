import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { heldLand } from './held-land.ts';
import { projectStages, type Project, type ProjectStage } from './schema.ts';
import { stageOn } from './stage.ts';
import { sumProjects, type ProjectSum } from './sum-projects.ts';

export interface ClusterSum extends ProjectSum {
  readonly cluster: string;
  readonly clusterEn: string;
  readonly kind: Project['kind'];
  readonly stages: Readonly<Record<ProjectStage, number>>;
}

export interface OfficerSum extends ProjectSum {
  readonly officer: string;
  readonly stages: Readonly<Record<ProjectStage, number>>;
}

export interface Pipeline {
  readonly total: ProjectSum;
  readonly stages: readonly (ProjectSum & { readonly stage: ProjectStage })[];
  /** Industrial clusters first, the largest investment first. */
  readonly clusters: readonly ClusterSum[];
  readonly officers: readonly OfficerSum[];
}

/**
 * The projects that have begun by the day, by stage, by industry cluster and by officer (招商专员): each project once
 * in every grouping. Land held is that of claims live on the day.
 */
export function pipeline(facts: ParkFacts, { on, knownOn }: AsOf): Pipeline {
  const held = heldLand(facts, { on, knownOn });
  const begun = [...facts.projects.values()].flatMap((project) => {
    const stage = stageOn(project, on);
    return stage === null ? [] : [{ project, stage }];
  });
  const sumOf = (some: readonly Staged[]) =>
    sumProjects(
      some.map(({ project }) => project),
      held,
    );
  return {
    total: sumOf(begun),
    stages: projectStages.map((stage) => ({ stage, ...sumOf(begun.filter((one) => one.stage === stage)) })),
    clusters: grouped(begun, ({ project }) => `${project.kind}/${project.cluster}`)
      .map((some) => {
        const { cluster, clusterEn, kind } = some[0]!.project;
        return { cluster, clusterEn, kind, stages: countStages(some), ...sumOf(some) };
      })
      .sort((a, b) => rank(a) - rank(b) || b.totalInvestmentYuan - a.totalInvestmentYuan),
    officers: grouped(begun, ({ project }) => project.officer)
      .map((some) => ({ officer: some[0]!.project.officer, stages: countStages(some), ...sumOf(some) }))
      .sort((a, b) => b.totalInvestmentYuan - a.totalInvestmentYuan),
  };
}

interface Staged {
  readonly project: Project;
  readonly stage: ProjectStage;
}

const rank = ({ kind }: Pick<Project, 'kind'>) => (kind === 'industrial' ? 0 : 1);

function grouped(some: readonly Staged[], key: (one: Staged) => string): Staged[][] {
  const groups = new Map<string, Staged[]>();
  for (const one of some) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function countStages(some: readonly Staged[]): Record<ProjectStage, number> {
  const counts = projectStages.map((stage) => [stage, some.filter((one) => one.stage === stage).length]);
  return Object.fromEntries(counts) as Record<ProjectStage, number>;
}
