import { squareMetres } from '../../geometry/area.ts';
import type { ParkFacts } from '../../park/facts.ts';
import { heldLand } from '../../project/held-land.ts';
import type { Project } from '../../project/schema.ts';
import { isBeyond, stageOn } from '../../project/stage.ts';
import { sumProjects } from '../../project/sum-projects.ts';
import { stageNames } from '../say/chinese-names.ts';
import type { Sentence, Source } from '../document.ts';
import { list, say, type Part } from '../open-page.ts';
import type { Telling } from './telling.ts';

/** The projects of another park that have come furthest, with their land and investment, from that park's own facts. */
export function tellOtherPark({ asOf, page }: Telling, facts: ParkFacts): Sentence | null {
  const { park } = facts;
  const staged = [...facts.projects.values()].flatMap((project) => {
    const stage = project.kind === 'industrial' ? stageOn(project, asOf.knownOn) : null;
    return stage === null ? [] : [{ project, stage }];
  });
  const [furthest] = staged.map(({ stage }) => stage).sort((a, b) => (isBeyond(a, b) ? -1 : isBeyond(b, a) ? 1 : 0));
  if (furthest === undefined) return null;
  const projects = staged.filter(({ stage }) => stage === furthest).map(({ project }) => project);
  const held = heldLand(facts, asOf);
  const sum = sumProjects(projects, held);
  const parcels = projects.flatMap(({ code }) => held.get(code)?.claims ?? []).map(({ parcel }) => parcel);
  const source = (kind: Source['kind'], codes: readonly string[]): Source[] => [{ park: park.code, kind, codes }];
  const ofProjects = source('project', sum.projects);
  const idOf = (name: string) => `F15.${park.code}.${name}`;
  const money = (name: string, label: string, yuan: number) =>
    page.figure(idOf(name), `${park.name}${label}`, { quantity: { kind: 'money', yuan }, from: ofProjects });

  const count = page.figure(idOf('count'), `${park.name}项目`, {
    quantity: { kind: 'amount', quantity: projects.length, unit: '个' },
    from: ofProjects,
  });
  const total = money('investment', '项目总投资', sum.totalInvestmentYuan);
  const isFixedKnown = projects.every(({ fixedInvestmentYuan }) => fixedInvestmentYuan !== null);
  const fixed = isFixedKnown ? ['，其中固定资产投资', money('fixed', '固定资产投资', sum.fixedInvestmentYuan)] : null;
  const names = list(projects.map(({ name }) => name));
  return say(
    `projects.other.${park.code}`,
  )`${park.name}${stageNames[furthest]}项目${count}（${names}）${land()}，总投资${total}${fixed}${density()}${outputs()}。`;

  function land(): Part {
    if (!parcels.length) return null;
    const area = squareMetres(sum.heldTwiceAreaSquareMillimetres);
    const from = [...ofProjects, ...source('parcel', parcels)];
    const quantity = { kind: 'area', squareMetres: area, unit: '亩' } as const;
    return ['，用地', page.figure(idOf('land'), `${park.name}项目用地`, { quantity, from, isFact: true })];
  }

  function density(): Part {
    if (!parcels.length) return null;
    const area = squareMetres(sum.heldTwiceAreaSquareMillimetres);
    const quantity = { kind: 'yuan-per-area', yuan: sum.totalInvestmentYuan, squareMetres: area } as const;
    const from = [...ofProjects, ...source('parcel', parcels)];
    return ['，每亩投资', page.figure(idOf('density'), `${park.name}每亩总投资`, { quantity, from, isFact: true })];
  }

  function outputs(): Part[] {
    return projects.flatMap(({ code, product, outputPerYear }: Project) => {
      if (outputPerYear === null) return [];
      const { quantity, unit } = outputPerYear;
      const amount = page.figure(idOf(`output.${code}`), `${park.name}${product}年产量`, {
        quantity: { kind: 'amount', quantity, unit },
        from: source('project', [code]),
      });
      return [`，年产${product}`, amount];
    });
  }
}
