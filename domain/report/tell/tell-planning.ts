import { landColumns } from '../../account/columns.ts';
import type { PlanVersion } from '../../park/schema.ts';
import { columnNames } from '../say/chinese-names.ts';
import type { Paragraph, Sentence } from '../document.ts';
import { areaOf, list, paragraph, say } from '../open-page.ts';
import { sayMonth } from '../say/say-day.ts';
import type { Telling } from './telling.ts';

/** 一、园区规划: the plan in force and the ones before it, surveys, designs, and the balance of the land account. */
export function tellPlanning(telling: Telling): Paragraph[] {
  return [
    ...paragraph([planInForce(telling), earlierPlans(telling), surveys(telling), designs(telling)]),
    ...paragraph([balance(telling)]),
  ];
}

function plansKnown({ facts, asOf }: Telling): PlanVersion[] {
  return facts.planVersions.filter(({ inForceFrom }) => inForceFrom <= asOf.on);
}

function planFigure({ page, facts }: Telling, version: PlanVersion) {
  const id = `F${facts.planVersions.indexOf(version) + 1}`;
  return page.figure(facts.planVersions.indexOf(version) < 2 ? id : `plan.${version.code}`, `${version.name}面积`, {
    quantity: areaOf([version]),
    from: page.source('plan-version', [version.code]),
    style: 'exact',
  });
}

function planInForce(telling: Telling): Sentence | null {
  const version = plansKnown(telling).at(-1);
  if (!version) return null;
  const { page } = telling;
  const from = page.source('plan-version', [version.code]);
  const inKilometres = page.figure('plan.square-kilometres', '园区规划面积', {
    quantity: areaOf([version], '平方公里'),
    from,
  });
  const month = page.figure('plan.in-force', '规划执行时间', {
    quantity: { kind: 'day', day: version.inForceFrom, style: 'month' },
    from,
  });
  return say(
    'planning.area',
  )`园区规划面积${planFigure(telling, version)}（${inKilometres}），自${month}起执行由${version.designer}编制的${version.name}。`;
}

function earlierPlans(telling: Telling): Sentence | null {
  const earlier = plansKnown(telling).slice(0, -1);
  if (!earlier.length) return null;
  const told = earlier.map((version) => [
    `${sayMonth(version.inForceFrom)}由${version.designer}编制的${version.name}面积为`,
    planFigure(telling, version),
  ]);
  return say('planning.earlier')`此前，${list(told, '，')}，各版规划同时存档，面积不相加。`;
}

function surveys(telling: Telling): Sentence | null {
  const { facts, asOf, page } = telling;
  const done = facts.surveys.filter(({ surveyedOn }) => surveyedOn <= asOf.on);
  const plan = plansKnown(telling).at(-1);
  if (!done.length || !plan) return null;
  const told = done.map((survey, at) => {
    const from = page.source('survey', [survey.code]);
    const id = at === 0 ? 'F3' : `survey.${survey.code}`;
    const month = page.figure(`${id}.month`, '测绘时间', {
      quantity: { kind: 'day', day: survey.surveyedOn, style: 'month' },
      from,
    });
    const area = page.figure(id, `1:${survey.scale}地形测量面积`, { quantity: areaOf([survey], '平方公里'), from });
    const ratio = page.figure(`${id}.ratio`, '测量面积与规划面积之比', {
      quantity: {
        kind: 'ratio',
        numerator: survey.twiceAreaSquareMillimetres,
        denominator: plan.twiceAreaSquareMillimetres,
      },
      from: [...from, ...page.source('plan-version', [plan.code])],
    });
    return [month, `完成1:${survey.scale}地形测量`, area, '，为规划面积的', ratio];
  });
  return say('planning.survey')`${list(told, '；')}。`;
}

function designs({ facts, asOf, page }: Telling): Sentence | null {
  const planDays = new Set(facts.planVersions.map(({ inForceFrom }) => inForceFrom));
  const done = facts.milestones.filter(
    ({ kind, on }) => (kind === 'plan' || kind === 'design') && on <= asOf.on && !planDays.has(on),
  );
  if (!done.length) return null;
  const told = done.map((milestone) => [
    page.figure(`F4.${milestone.code}`, milestone.name, {
      quantity: { kind: 'day', day: milestone.on, style: 'month' },
      from: page.source('milestone', [milestone.code]),
    }),
    `完成${milestone.name}`,
  ]);
  return say('planning.designs')`${list(told, '，')}。`;
}

function balance({ page, land }: Telling): Sentence {
  const parts = (['planned', ...landColumns] as const).flatMap((column) => {
    const { twiceAreaSquareMillimetres, codes } = land.park.figures[column];
    if (twiceAreaSquareMillimetres === 0) return [];
    const zones = codes.filter((code) => land.isZone(code));
    const from = [
      ...page.source(
        'parcel',
        codes.filter((code) => !land.isZone(code)),
      ),
      ...page.source('zone', zones),
    ];
    const quantity = areaOf([{ twiceAreaSquareMillimetres }]);
    return [
      [
        columnNames[column],
        page.figure(`account.${column}`, columnNames[column], { quantity, from, style: 'exact', column, isFact: true }),
      ],
    ];
  });
  const off = land.park.balanceTwiceAreaSquareMillimetres;
  const verdict =
    off === 0
      ? '（各项分别四舍五入），合计与规划面积一致，账面平衡'
      : [
          '，与规划面积相差',
          page.figure('account.balance', '账面差额', {
            quantity: areaOf([{ twiceAreaSquareMillimetres: Math.abs(off) }]),
            from: page.source('plan-version', [land.planVersion]),
            style: 'exact',
          }),
        ];
  return say('planning.account')`按土地台账，${list(parts)}${verdict}。`;
}
