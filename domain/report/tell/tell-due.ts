import { isKnownDone, type Dated, type Day } from '../../day.ts';
import { stageOn } from '../../project/stage.ts';
import { claimNames, gateNames } from '../say/chinese-names.ts';
import type { Sentence } from '../document.ts';
import { groupBy } from '../group-by.ts';
import { claimsOf, gatesOf, nameParcels, nameStretch, stretchesOf } from '../say/name-things.ts';
import { say, type Part } from '../open-page.ts';
import { sayDayOfYear } from '../say/say-day.ts';
import type { Telling } from './telling.ts';
import { isIn, type Week } from '../week.ts';

interface Told {
  readonly on: Day;
  readonly sentence: Sentence;
}

/** What is planned for a week and not done: gates, stretches, works, claims that end, and building that has to begin or end. */
export function tellDue(telling: Telling, week: Week): Sentence[] {
  return [...gatesDue(telling, week), ...buildingDue(telling, week), ...claimsDue(telling, week)]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ sentence }) => sentence);
}

function tell(id: string, on: Day, text: Part): Told {
  return { on, sentence: say(id)`${sayDayOfYear(on)}，${text}。` };
}

function isDue({ asOf }: Telling, week: Week, fact: Dated): boolean {
  return isIn(week, fact.plannedOn) && !isKnownDone(fact, asOf.knownOn);
}

function gatesDue(telling: Telling, week: Week): Told[] {
  const due = gatesOf(telling).filter((record) => isDue(telling, week, record));
  return groupBy(due, ({ gate, plannedOn, document }) => `${gate}/${plannedOn}/${document}`).map((records) => {
    const { gate, plannedOn, document } = records[0];
    const id = `due.gate.${gate}.${plannedOn}.${document ?? ''}`;
    const codes = records.map(({ parcel }) => parcel).sort();
    return tell(id, plannedOn!, [`应完成${gateNames[gate]}：`, nameParcels(telling, id, codes)]);
  });
}

function buildingDue(telling: Telling, week: Week): Told[] {
  const { facts, page } = telling;
  const stretches = stretchesOf(facts)
    .filter((stretch) => isDue(telling, week, stretch))
    .map((stretch) => {
      const { name, length } = nameStretch(facts, page, stretch);
      return tell(`due.stretch.${stretch.id}`, stretch.plannedOn!, ['应完成', name, '，', length]);
    });
  const works = [...facts.works.values()]
    .filter((work) => isDue(telling, week, work))
    .map(({ code, name, plannedOn }) => tell(`due.work.${code}`, plannedOn!, `${name}应建成`));
  return [...stretches, ...works];
}

function claimsDue(telling: Telling, week: Week): Told[] {
  const { facts, asOf } = telling;
  const known = claimsOf(facts).filter(({ fromOn }) => fromOn <= asOf.knownOn);
  const told = (word: string, pick: (claim: (typeof known)[number]) => Day | null, verb: string) =>
    groupBy(
      known.filter((claim) => isIn(week, pick(claim))),
      (claim) => `${claim.project}/${claim.kind}/${pick(claim)}`,
    ).map((group) => {
      const { project, kind } = group[0];
      const on = pick(group[0])!;
      const id = `due.${word}.${project}.${on}`;
      const name = facts.projects.get(project)?.name ?? project;
      const codes = group.map(({ parcel }) => parcel).sort();
      return tell(id, on, [`${name}${claimNames[kind]}${verb}：`, nameParcels(telling, id, codes)]);
    });
  const isBuilding = (project: string) => {
    const one = facts.projects.get(project);
    const stage = one ? stageOn(one, asOf.knownOn) : null;
    return stage === 'construction' || stage === 'production';
  };
  return [
    ...told('claim-end', ({ untilOn }) => untilOn, '到期'),
    ...told('start', ({ startBy, project }) => (isBuilding(project) ? null : startBy), '约定开工'),
    ...told('finish', ({ finishBy }) => finishBy, '约定竣工'),
  ];
}
