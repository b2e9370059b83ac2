import { isKnownDone } from '../../day.ts';
import { layerProgress } from '../../road/progress.ts';
import type { Road } from '../../road/schema.ts';
import { layerNames, roadClassNames } from '../say/chinese-names.ts';
import type { Paragraph, Sentence } from '../document.ts';
import { list, paragraph, say } from '../open-page.ts';
import { sayDayOfYear } from '../say/say-day.ts';
import { tellLand } from './tell-land.ts';
import { tellSpending } from './tell-spending.ts';
import type { Telling } from './telling.ts';

/** 二、基础设施: money and earth, roads, utilities, and the land that became ready by them. */
export function tellWorks(telling: Telling): Paragraph[] {
  const { facts } = telling;
  const main = [...facts.roads.values()].filter((road) => road.class === 'main');
  return [
    ...paragraph(tellSpending(telling)),
    ...paragraph([
      ...main.map((road, at) => mainRoad(telling, road, at)),
      secondaryRoads(telling),
      roadsByYearEnd(telling),
    ]),
    ...paragraph([worksDone(telling), worksDue(telling)]),
    ...paragraph(tellLand(telling)),
  ];
}

function progressOf({ facts, asOf }: Telling, road: Road, on = asOf) {
  const layer = facts.park.roadGateLayer;
  const stretches = [...(facts.stretches.get(road.code)?.values() ?? [])].filter((one) => one.layer === layer);
  return layerProgress(road, stretches, layer, on);
}

function mainRoad(telling: Telling, road: Road, at: number): Sentence | null {
  const { page, facts } = telling;
  const { expectedMetres } = progressOf(telling, road);
  if (expectedMetres === 0) return null;
  const id = at === 0 ? 'F8' : `F8.${road.code}`;
  const from = page.source('road', [road.code]);
  const layer = layerNames[facts.park.roadGateLayer];
  const width = page.figure(`${id}.width`, `${road.name}设计宽度`, {
    quantity: { kind: 'length', metres: road.designWidthMetres },
    from,
    isFact: true,
  });
  const done = page.figure(id, `${road.name}${layer}完成长度`, {
    quantity: { kind: 'length', metres: expectedMetres },
    from,
  });
  const length = page.figure(`${id}.length`, `${road.name}全长`, {
    quantity: { kind: 'length', metres: road.lengthMetres },
    from,
    isFact: true,
  });
  const share = page.figure(`${id}.share`, `${road.name}${layer}完成比例`, {
    quantity: { kind: 'share', numerator: millimetres(expectedMetres), denominator: millimetres(road.lengthMetres) },
    from,
  });
  const verb = telling.isForecast ? '预计完成' : '已完成';
  return say(
    `works.road.${road.code}`,
  )`${width}宽的主干道（${road.name}）${layer}${verb}${done}，占全长${length}的${share}。`;
}

function secondaryRoads(telling: Telling): Sentence | null {
  const { facts, page } = telling;
  const roads = [...facts.roads.values()].filter((road) => road.class === 'secondary');
  const begun = roads.map((road) => ({ road, metres: progressOf(telling, road).expectedMetres }));
  const metres = begun.reduce((sum, one) => sum + millimetres(one.metres), 0) / 1000;
  if (metres === 0) return null;
  const active = begun.filter((one) => one.metres > 0).map(({ road }) => road.code);
  const count = page.figure('road.secondary.count', '路基已开工的次干道', {
    quantity: { kind: 'amount', quantity: active.length, unit: '条' },
    from: page.source('road', active),
  });
  const layer = layerNames[facts.park.roadGateLayer];
  const length = page.figure('road.secondary', `次干道${layer}完成长度`, {
    quantity: { kind: 'length', metres },
    from: page.source('road', active),
  });
  return say('works.secondary')`${count}次干道${layer}${telling.isForecast ? '预计' : ''}累计完成${length}。`;
}

function roadsByYearEnd(telling: Telling): Sentence | null {
  const { facts, page, yearEnd } = telling;
  const isLater = yearEnd.on > telling.asOf.on;
  const ready = [...facts.roads.values()].filter((road) => {
    const { expectedMetres } = progressOf(telling, road, yearEnd);
    return road.class !== 'local' && expectedMetres >= road.lengthMetres;
  });
  if (!ready.length) return null;
  const ofClass = (kind: 'main' | 'secondary') => {
    const roads = ready.filter((road) => road.class === kind);
    if (!roads.length) return [];
    const count = page.figure(
      kind === 'secondary' ? 'F9' : 'F9.main',
      `年底${layerNames[facts.park.roadGateLayer]}完成的${roadClassNames[kind]}`,
      {
        quantity: { kind: 'amount', quantity: roads.length, unit: '条' },
        from: page.source(
          'road',
          roads.map(({ code }) => code),
        ),
        asOf: yearEnd,
      },
    );
    return [[count, roadClassNames[kind]]];
  };
  const isExpected = yearEnd.on > yearEnd.knownOn;
  const lead = isLater ? `${isExpected ? '预计' : ''}到${sayDayOfYear(yearEnd.on)}，` : isExpected ? '预计' : '';
  return say(
    'works.year-end',
  )`${lead}${list([...ofClass('main'), ...ofClass('secondary')], '和')}的${layerNames[facts.park.roadGateLayer]}全部完成。`;
}

function worksDone({ facts, page, asOf }: Telling): Sentence | null {
  const done = [...facts.works.values()].filter(
    (work) => work.doneOn !== null && work.doneOn <= asOf.on && isKnownDone(work, asOf.knownOn),
  );
  if (!done.length) return null;
  const told = done.map((work) => [
    work.name,
    '于',
    page.figure(`F10.${work.code}`, `${work.name}建成时间`, {
      quantity: { kind: 'day', day: work.doneOn!, style: 'day' },
      from: page.source('work', [work.code]),
      isFact: true,
    }),
    '建成',
  ]);
  return say('works.done')`${list(told, '，')}。`;
}

function worksDue({ facts, page, asOf, yearEnd }: Telling): Sentence | null {
  const due = [...facts.works.values()].filter(
    (work) =>
      !isKnownDone(work, asOf.knownOn) &&
      work.plannedOn !== null &&
      work.plannedOn > asOf.knownOn &&
      work.plannedOn <= yearEnd.on,
  );
  if (!due.length) return null;
  const told = due.map((work) => [
    work.name,
    '预计',
    page.figure(`F10.${work.code}`, `${work.name}计划建成时间`, {
      quantity: { kind: 'day', day: work.plannedOn!, style: 'day' },
      from: page.source('work', [work.code]),
      asOf: { on: work.plannedOn!, knownOn: asOf.knownOn },
    }),
    '建成',
  ]);
  return say('works.due')`${list(told, '，')}。`;
}

function millimetres(metres: number): number {
  return Math.round(metres * 1000);
}
