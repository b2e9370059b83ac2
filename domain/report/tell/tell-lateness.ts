import type { LatePlan } from '../../parcel/expected-days.ts';
import { slippedPlans } from '../../parcel/slipped-plans.ts';
import { landAtRisk, type LandAtRisk } from '../../project/land-at-risk.ts';
import { marksOf } from '../../road/marks.ts';
import { gateNames, layerNames } from '../say/chinese-names.ts';
import type { Sentence, Source } from '../document.ts';
import { shortenCodes } from '../list-evidence.ts';
import { say, type Part } from '../open-page.ts';
import type { Telling } from './telling.ts';

/** What is late, and the land, projects and money it holds back; the largest stake first. */
export function tellLateness(telling: Telling): Sentence[] {
  const risks = landAtRisk(telling.facts, { on: telling.asOf.knownOn, knownOn: telling.asOf.knownOn });
  return risks.map((risk) => tellRisk(telling, risk));
}

type Told = Pick<Telling, 'facts' | 'page' | 'asOf'>;

/** The name of what is late, and where it comes from. */
export function nameLate({ facts, page, asOf }: Told, { late }: LandAtRisk): { name: string; from: Source[] } {
  switch (late.kind) {
    case 'work':
      return { name: facts.works.get(late.code)?.name ?? late.code, from: page.source('work', [late.code]) };
    case 'road': {
      const road = facts.roads.get(late.code);
      const marks = road ? marksOf(road, late) : null;
      const where = marks ? `（${marks.from}～${marks.to}）` : '';
      const name = `${road?.name ?? late.code}${layerNames[late.layer]}${where}`;
      return { name, from: page.source('road', [late.code]) };
    }
    case 'gate': {
      const own = slippedPlans(facts, asOf).flatMap(({ plan, because }) => {
        const isOwn = plan.kind === 'gate' && plan.gate === late.gate && plan.document === late.document;
        return isOwn && because.some((cause) => isSameGate(cause, plan)) ? [plan.parcel] : [];
      });
      const name = `${late.document ?? ''}${shortenCodes(own).join('、')}地块${gateNames[late.gate]}`;
      return { name, from: page.source('parcel', own) };
    }
  }
}

function tellRisk(telling: Telling, risk: LandAtRisk): Sentence {
  const { page } = telling;
  const { late, parcels, projects, investmentYuan } = risk;
  const id = `problem.late.${late.kind}.${late.code}${late.kind === 'road' ? `.${late.layer}` : late.kind === 'gate' ? `.${late.gate}` : ''}`;
  const { name, from } = nameLate(telling, risk);
  const planned = page.figure(`${id}.planned`, `${name}计划时间`, {
    quantity: { kind: 'day', day: late.plannedOn, style: 'day' },
    from,
    isFact: true,
  });
  const stake: Part[] = [];
  if (parcels.length) {
    const land = page.figure(`${id}.land`, `${name}影响的土地`, {
      quantity: { kind: 'area', squareMetres: risk.twiceAreaSquareMillimetres / 2_000_000, unit: '亩' },
      from: [...from, ...page.source('parcel', parcels)],
    });
    stake.push('，影响土地', land);
  }
  if (projects.length) {
    const money = page.figure(`${id}.investment`, `${name}影响的项目投资`, {
      quantity: { kind: 'money', yuan: investmentYuan },
      from: [...from, ...page.source('parcel', parcels), ...page.source('project', projects)],
    });
    stake.push(`，涉及项目${projects.length}个、投资`, money);
  }
  return say(id)`${name}原定${planned}完成，至今未完成${stake}。`;
}

function isSameGate(cause: LatePlan, plan: LatePlan & { kind: 'gate' }): boolean {
  return cause.kind === 'gate' && cause.gate === plan.gate && cause.parcel === plan.parcel;
}
