import { yuanPerMu } from './investment-density.ts';
import type { HeldLand } from './held-land.ts';
import type { Project } from './schema.ts';

export interface ProjectSum {
  readonly projects: readonly string[];
  readonly totalInvestmentYuan: number;
  /** Of the projects that state it. */
  readonly fixedInvestmentYuan: number;
  readonly wantedTwiceAreaSquareMillimetres: number;
  readonly heldTwiceAreaSquareMillimetres: number;
  /** Of the projects that hold land, on the land they hold: Σ investment ÷ Σ area; null without land. */
  readonly totalYuanPerMu: number | null;
  /** The same for fixed investment, of the projects that state it. */
  readonly fixedYuanPerMu: number | null;
}

/** Investment (whole yuan) and land (twice square millimetres) of several projects together. */
export function sumProjects(projects: readonly Project[], held: ReadonlyMap<string, HeldLand>): ProjectSum {
  const areaOf = ({ code }: Project) => held.get(code)?.twiceAreaSquareMillimetres ?? 0;
  const settled = projects.filter((project) => areaOf(project) > 0);
  const fixed = settled.filter((project) => project.fixedInvestmentYuan !== null);
  const landOf = (some: readonly Project[]) => sum(some, areaOf);
  return {
    projects: projects.map(({ code }) => code),
    totalInvestmentYuan: sum(projects, totalOf),
    fixedInvestmentYuan: sum(projects, fixedOf),
    wantedTwiceAreaSquareMillimetres: sum(projects, wantedTwiceArea),
    heldTwiceAreaSquareMillimetres: landOf(settled),
    totalYuanPerMu: yuanPerMu(sum(settled, totalOf), landOf(settled)),
    fixedYuanPerMu: yuanPerMu(sum(fixed, fixedOf), landOf(fixed)),
  };
}

const totalOf = ({ totalInvestmentYuan }: Project) => totalInvestmentYuan;
const fixedOf = ({ fixedInvestmentYuan }: Project) => fixedInvestmentYuan ?? 0;
const wantedTwiceArea = (project: Project) => Math.round((project.landWantedSquareMetres ?? 0) * 2_000_000);

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
