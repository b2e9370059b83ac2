import type { ParkFacts } from '../../park/facts.ts';
import { heldLand } from '../../project/held-land.ts';
import type { Project, ProjectStage } from '../../project/schema.ts';
import { stageOn } from '../../project/stage.ts';
import { sumProjects } from '../../project/sum-projects.ts';
import type { Paragraph, Sentence } from '../document.ts';
import { areaOf, list, paragraph, say } from '../open-page.ts';
import { sayCount } from '../say/say-number.ts';
import { tellOtherPark } from './tell-other-park.ts';
import { tellTenders } from './tell-tenders.ts';
import type { Telling } from './telling.ts';

/** 三、招商引资: the project bank, what is booked and contracted, the other parks, and the tenders. */
export function tellProjects(telling: Telling, others: readonly ParkFacts[]): Paragraph[] {
  return [
    ...paragraph([planned(telling), negotiating(telling)]),
    ...paragraph([booked(telling), contracted(telling, 'industrial'), contracted(telling, 'public')]),
    ...paragraph(others.map((facts) => tellOtherPark(telling, facts))),
    ...paragraph([tellTenders(telling)]),
  ];
}

/** The projects of a park at one of these stages as of the day of the report. */
export function projectsAt(
  { facts, asOf }: Pick<Telling, 'facts' | 'asOf'>,
  stages: readonly ProjectStage[],
  kind: Project['kind'] = 'industrial',
): Project[] {
  return [...facts.projects.values()].filter((project) => {
    const stage = stageOn(project, asOf.knownOn);
    return project.kind === kind && stage !== null && stages.includes(stage);
  });
}

function countOf({ page }: Telling, id: string, name: string, projects: readonly Project[]) {
  return page.figure(id, name, {
    quantity: { kind: 'amount', quantity: projects.length, unit: '个' },
    from: sourceOf({ page }, projects),
  });
}

function sourceOf({ page }: Pick<Telling, 'page'>, projects: readonly Project[]) {
  return page.source(
    'project',
    projects.map(({ code }) => code),
  );
}

function investment(telling: Telling, id: string, name: string, projects: readonly Project[]) {
  const yuan = projects.reduce((sum, { totalInvestmentYuan }) => sum + totalInvestmentYuan, 0);
  return telling.page.figure(id, name, { quantity: { kind: 'money', yuan }, from: sourceOf(telling, projects) });
}

/** The land on which projects have a live claim. */
function landOf(telling: Telling, id: string, name: string, projects: readonly Project[]) {
  const { facts, page, asOf } = telling;
  const held = heldLand(facts, asOf);
  const claims = projects.flatMap(({ code }) => held.get(code)?.claims ?? []);
  if (!claims.length) return null;
  const { heldTwiceAreaSquareMillimetres } = sumProjects(projects, held);
  const parcels = page.source('parcel', claims.map(({ parcel }) => parcel).sort());
  const quantity = areaOf([{ twiceAreaSquareMillimetres: heldTwiceAreaSquareMillimetres }]);
  return page.figure(id, name, { quantity, from: [...parcels, ...sourceOf(telling, projects)], isFact: true });
}

function planned(telling: Telling): Sentence | null {
  const projects = projectsAt(telling, ['planned']);
  if (!projects.length) return null;
  const clusters = [...new Set(projects.map(({ cluster }) => cluster))];
  const count = countOf(telling, 'F13', '策划项目', projects);
  return say('projects.planned')`策划招商项目${count}，形成${list(clusters)}${sayCount(clusters.length)}大产业。`;
}

function negotiating(telling: Telling): Sentence | null {
  const projects = projectsAt(telling, ['negotiating']);
  if (!projects.length) return null;
  const count = countOf(telling, 'projects.negotiating', '在谈项目', projects);
  const sum = investment(telling, 'projects.negotiating.investment', '在谈项目总投资', projects);
  return say('projects.negotiating')`在谈项目${count}，总投资${sum}。`;
}

function booked(telling: Telling): Sentence | null {
  const projects = projectsAt(telling, ['reserved']);
  if (!projects.length) return null;
  const names = projects.map((project) => [
    project.name,
    '（',
    investment(telling, `F14.${project.code}`, `${project.name}总投资`, [project]),
    '）',
  ]);
  const land = landOf(telling, 'F14.land', '预约项目用地', projects);
  const count = countOf(telling, 'F14.count', '预约项目', projects);
  const sum = investment(telling, 'F14', '预约项目总投资', projects);
  return say(
    'projects.reserved',
  )`已预约项目${count}，总投资${sum}${land && ['，预约用地', land]}，分别是${list(names)}。`;
}

function contracted(telling: Telling, kind: Project['kind']): Sentence | null {
  const projects = projectsAt(telling, ['contracted', 'construction', 'production'], kind);
  if (!projects.length) return null;
  const word = kind === 'industrial' ? '签约项目' : '签约公共设施项目';
  const count = countOf(telling, `projects.contracted.${kind}`, word, projects);
  const sum = investment(telling, `projects.contracted.${kind}.investment`, `${word}总投资`, projects);
  const land = landOf(telling, `projects.contracted.${kind}.land`, `${word}用地`, projects);
  const names = list(projects.map(({ name }) => name));
  return say(`projects.contracted.${kind}`)`${word}${count}（${names}），总投资${sum}${land && ['，供地', land]}。`;
}
