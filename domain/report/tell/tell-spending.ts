import { earthwork } from '../../tender/earthwork.ts';
import { paidYuan } from '../../tender/paid-yuan.ts';
import type { Sentence } from '../document.ts';
import { say } from '../open-page.ts';
import { sayDay } from '../say/say-day.ts';
import type { Telling } from './telling.ts';

/** Since when the park is built, what was paid, and the earth that is moved. */
export function tellSpending(telling: Telling): (Sentence | null)[] {
  return [started(telling), paid(telling), earth(telling)];
}

function started({ facts, page, asOf }: Telling): Sentence | null {
  const [first] = facts.milestones.filter(({ kind }) => kind === 'works').sort((a, b) => (a.on < b.on ? -1 : 1));
  if (!first) return null;
  if (first.on > asOf.on) return say('works.start')`截至${sayDay(asOf.on)}，园区尚未动工。`;
  const day = page.figure('F5', first.name, {
    quantity: { kind: 'day', day: first.on, style: 'day' },
    from: page.source('milestone', [first.code]),
  });
  return say('works.start')`园区于${day}动工建设。`;
}

function paid({ facts, page, asOf }: Telling): Sentence | null {
  const known = { on: asOf.knownOn, knownOn: asOf.knownOn };
  const payments = facts.payments.filter(({ on }) => on <= known.on);
  if (!payments.length) return null;
  const sum = page.figure('F6', '累计完成投资', {
    quantity: { kind: 'money', yuan: paidYuan(facts, known.on) },
    from: page.source(
      'payment',
      payments.map(({ id }) => id),
    ),
    asOf: known,
  });
  return say('works.paid')`截至${sayDay(known.on)}，累计完成投资${sum}。`;
}

function earth({ facts, page, asOf }: Telling): Sentence | null {
  const earth = earthwork(facts, asOf.knownOn);
  if (!earth.sections.length) return null;
  const from = page.source('section', earth.sections);
  const known = { on: asOf.knownOn, knownOn: asOf.knownOn };
  const volume = (id: string, name: string, cubicMetres: number) =>
    page.figure(id, name, { quantity: { kind: 'volume', cubicMetres }, from, asOf: known });
  const planned = volume('F7', '设计土石方', earth.plannedCutCubicMetres + earth.plannedFillCubicMetres);
  const cut = volume('F7.cut', '设计挖方', earth.plannedCutCubicMetres);
  const fill = volume('F7.fill', '设计填方', earth.plannedFillCubicMetres);
  const certified = earth.certifiedCutCubicMetres + earth.certifiedFillCubicMetres;
  const measured = certified > 0 ? ['，已计量', volume('F7.certified', '已计量土石方', certified)] : null;
  const count = page.figure('F7.sections', '土石方标段', {
    quantity: { kind: 'amount', quantity: earth.sections.length, unit: '个' },
    from,
    asOf: known,
  });
  return say('works.earth')`${count}标段实施土石方工程，设计土石方${planned}，其中挖方${cut}、填方${fill}${measured}。`;
}
