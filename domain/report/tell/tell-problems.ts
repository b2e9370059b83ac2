import { planInForce } from '../../account/account.ts';
import { parcelsOn } from '../../parcel/parcels-on.ts';
import { parkReadiness } from '../../parcel/readiness.ts';
import { liveClaim } from '../../project/live-claim.ts';
import { gateNames } from '../say/chinese-names.ts';
import type { Paragraph, Sentence } from '../document.ts';
import { areaOf, list, paragraph, say, sumOfAreas } from '../open-page.ts';
import { sayDay } from '../say/say-day.ts';
import { tellLateness } from './tell-lateness.ts';
import { tellShortfalls } from './tell-shortfalls.ts';
import { columnFigure } from './tell-land.ts';
import { projectsAt } from './tell-projects.ts';
import type { Telling } from './telling.ts';
import { squareMetres } from '../../geometry/area.ts';
import type { Parcel } from '../../parcel/schema.ts';

/** 四、存在问题: what is late, land that waits, land asked for beyond what there is, and money that is missing. */
export function tellProblems(telling: Telling): Paragraph[] {
  const problems = [
    ...tellLateness(telling),
    levelledButWaiting(telling),
    withoutPlan(telling),
    bookedTooEarly(telling),
    overAsked(telling),
    ...tellShortfalls(telling),
    unbalanced(telling),
  ].filter((sentence) => sentence !== null);
  if (!problems.length) return paragraph([say('problem.none')`截至${sayDay(telling.asOf.on)}，未发现需要报告的问题。`]);
  return problems.flatMap((sentence) => paragraph([sentence], 'item'));
}

function parcelsOf({ facts, asOf }: Telling, chosen: (parcel: Parcel) => boolean): Parcel[] {
  const version = planInForce(facts, asOf.on).code;
  return parcelsOn(facts, asOf.on).filter((parcel) => parcel.planVersion === version && chosen(parcel));
}

function parcelFigures({ page }: Telling, id: string, name: string, parcels: readonly Parcel[]) {
  const from = page.source(
    'parcel',
    parcels.map(({ code }) => code),
  );
  return {
    count: page.figure(`${id}.count`, `${name}宗数`, {
      quantity: { kind: 'amount', quantity: parcels.length, unit: '宗' },
      from,
    }),
    area: page.figure(id, `${name}面积`, { quantity: areaOf(parcels), from }),
  };
}

function levelledButWaiting(telling: Telling): Sentence | null {
  const { land } = telling;
  const parcels = parcelsOf(telling, ({ code }) => land.states.get(code)?.status === 'levelled');
  if (!parcels.length) return null;
  const missing = new Set(parcels.flatMap(({ code }) => land.states.get(code)?.missing ?? []));
  const { count, area } = parcelFigures(telling, 'problem.waiting', '已平整未具备供地条件的土地', parcels);
  const gates = list([...missing].map((gate) => gateNames[gate]));
  return say('problem.waiting')`已平整土地中有${count}、${area}因尚未${gates}，暂不具备供地条件。`;
}

function withoutPlan(telling: Telling): Sentence | null {
  const readiness = parkReadiness(telling.facts, telling.asOf);
  const parcels = parcelsOf(telling, ({ code }) => readiness.get(code)?.state === 'blocked');
  if (!parcels.length) return null;
  const open = new Set(
    parcels.flatMap(({ code }) =>
      (readiness.get(code)?.blockers ?? []).filter(({ plannedOn }) => plannedOn === null).map(({ gate }) => gate),
    ),
  );
  const { count, area } = parcelFigures(telling, 'problem.no-plan', '供地时间未定的土地', parcels);
  const gates = list([...open].map((gate) => gateNames[gate]));
  return say('problem.no-plan')`${count}、${area}尚无${gates}计划，供地时间无法确定。`;
}

function bookedTooEarly(telling: Telling): Sentence | null {
  const { facts, asOf, land, page } = telling;
  const parcels = parcelsOf(telling, ({ code }) => {
    const claim = liveClaim(facts, code, asOf);
    return claim !== null && claim.kind !== 'contract' && (land.states.get(code)?.missing.length ?? 0) > 0;
  });
  if (!parcels.length) return null;
  const projects = [...new Set(parcels.map(({ code }) => liveClaim(facts, code, asOf)!.project))];
  const { count, area } = parcelFigures(telling, 'problem.booked', '已预约但未具备供地条件的土地', parcels);
  const names = projects.map((code) => facts.projects.get(code)?.name ?? code);
  const waiting = page.figure('problem.booked.projects', '等地的预约项目', {
    quantity: { kind: 'amount', quantity: projects.length, unit: '个' },
    from: page.source('project', projects),
  });
  return say('problem.booked')`${waiting}已预约项目（${list(names)}）的${count}、${area}用地尚不具备供地条件。`;
}

function overAsked(telling: Telling): Sentence | null {
  const { page, land } = telling;
  const projects = projectsAt(telling, ['planned', 'negotiating', 'reserved']).filter(
    ({ landWantedSquareMetres }) => landWantedSquareMetres !== null,
  );
  const wanted = projects.reduce((sum, { landWantedSquareMetres }) => sum + (landWantedSquareMetres ?? 0), 0);
  const available = squareMetres(sumOfAreas([land.park.figures.available]));
  if (wanted <= available) return null;
  const from = page.source(
    'project',
    projects.map(({ code }) => code),
  );
  const asked = page.figure('problem.wanted', '策划、在谈和预约项目意向用地', {
    quantity: { kind: 'area', squareMetres: wanted, unit: '亩' },
    from,
  });
  const gap = page.figure('problem.land-gap', '意向用地与可供地的缺口', {
    quantity: { kind: 'area', squareMetres: wanted - available, unit: '亩' },
    from: [...from, ...page.source('parcel', land.park.figures.available.codes)],
  });
  const has = columnFigure(telling, land, { id: 'F11', name: '可供建设用地', column: 'available' });
  const compared = available > 0 ? ['，可供建设用地', has, '，缺口', gap] : '，目前尚无可供建设用地';
  return say('problem.wanted')`策划、在谈和预约项目意向用地合计${asked}${compared}。`;
}

function unbalanced({ land, page }: Telling): Sentence | null {
  const off = land.park.balanceTwiceAreaSquareMillimetres;
  if (off === 0) return null;
  const area = page.figure('problem.balance', '台账未平衡面积', {
    quantity: areaOf([{ twiceAreaSquareMillimetres: Math.abs(off) }]),
    from: page.source('plan-version', [land.planVersion]),
    style: 'exact',
  });
  return say('problem.balance')`土地台账${off > 0 ? '有' : '重复计入'}${area}${off > 0 ? '未落实用途' : ''}，须核实。`;
}
