import type { Target } from '../../park/schema.ts';
import type { Paragraph, Piece, Sentence, Source } from '../document.ts';
import { areaOf, list, paragraph, say, sumOfAreas } from '../open-page.ts';
import { lastDayOf } from '../say/say-day.ts';
import { columnFigure } from './tell-land.ts';
import type { Telling } from './telling.ts';

/** 五、下年工作: the targets and funds of the next year, and the land the plans on the map add up to. */
export function tellNextYear(telling: Telling): Paragraph[] {
  const { facts, year } = telling;
  const targets = facts.targets.filter((target) => target.year === year + 1);
  const preparing = targets.filter((target) => isPreparation(telling, target));
  const building = targets.filter((target) => !preparing.includes(target));
  const told = [
    ...paragraph([
      aims(telling, 'F17', '重点抓好', building),
      aims(telling, 'F18', '同时筹备', preparing),
      landByPlan(telling),
    ]),
    ...paragraph([funds(telling)]),
  ];
  return told.length ? told : paragraph([say('next.none')`${String(year + 1)}年工作计划尚未录入。`]);
}

/** Works and surveys for what comes after the year: waterworks and land surveyed ahead of its plan. */
function isPreparation({ facts }: Telling, { measure }: Target): boolean {
  if (measure?.kind === 'surveyed') return true;
  return measure?.kind === 'work' && facts.works.get(measure.work)?.kind === 'waterworks';
}

function aims(telling: Telling, id: string, verb: string, targets: readonly Target[]): Sentence | null {
  if (!targets.length) return null;
  const told = targets.map((target) => [nameOf(target), amount(telling, id, target)]);
  return say(`next.${id}`)`${String(telling.year + 1)}年${verb}：${list(told)}。`;
}

function nameOf({ name, measure }: Target): string {
  return measure?.kind === 'land' && measure.isIncrement ? `新增${name}` : name;
}

function amount({ page }: Telling, id: string, target: Target): Piece[] | null {
  if (target.quantity === null || target.unit === null) return null;
  return page.figure(`${id}.${target.code}`, `${target.year}年目标：${target.name}`, {
    quantity: { kind: 'amount', quantity: target.quantity, unit: target.unit },
    from: [...page.source('target', [target.code]), ...measuredBy(page.source, target)],
    isFact: true,
  });
}

function measuredBy(source: Telling['page']['source'], { measure }: Target): Source[] {
  if (measure?.kind === 'work') return source('work', [measure.work]);
  return measure?.kind === 'roads-finished' ? source('road', measure.roads) : [];
}

function landByPlan(telling: Telling): Sentence | null {
  const { page, year, yearEnd, asOf, landOn } = telling;
  const before = landOn(yearEnd).park.figures.developed;
  const end = { on: lastDayOf(year + 1), knownOn: asOf.knownOn };
  const land = landOn(end);
  const after = land.park.figures.developed;
  const had = new Set(before.codes);
  const added = after.codes.filter((code) => !had.has(code));
  if (!added.length) return null;
  const grown = { twiceAreaSquareMillimetres: sumOfAreas([after]) - sumOfAreas([before]) };
  const area = page.figure('next.developed', `${year + 1}年按计划新增开发土地`, {
    quantity: areaOf([grown]),
    from: page.source('parcel', added),
    asOf: end,
  });
  const asked = { id: 'next.available', name: `${year + 1}年底可供建设用地`, column: 'available' } as const;
  const available = land.park.figures.available.codes.length
    ? ['，年底可供建设用地将达', columnFigure(telling, land, asked, end)]
    : null;
  return say('next.land')`按各地块计划，${String(year + 1)}年预计新增开发土地${area}${available}。`;
}

function funds({ facts, page, year }: Telling): Sentence | null {
  const planned = facts.funds.filter((fund) => fund.year === year + 1);
  if (!planned.length) return null;
  const codes = planned.map(({ code }) => code);
  const sum = page.figure('F19', `${year + 1}年计划筹措资金`, {
    quantity: { kind: 'money', yuan: planned.reduce((total, { plannedYuan }) => total + plannedYuan, 0) },
    from: page.source('fund', codes),
  });
  const told = planned.map(({ code, source, plannedYuan }) => [
    source,
    page.figure(`F19.${code}`, source, {
      quantity: { kind: 'money', yuan: plannedYuan },
      from: page.source('fund', [code]),
    }),
  ]);
  return say('next.funds')`计划筹措资金${sum}，其中${list(told)}。`;
}
