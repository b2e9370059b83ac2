import { tenderSavings } from '../../tender/tender-savings.ts';
import type { Sentence } from '../document.ts';
import { say } from '../open-page.ts';
import type { Telling } from './telling.ts';

/** What public tenders saved: the sum of the savings over the sum of the control prices. */
export function tellTenders({ facts, page, asOf }: Telling): Sentence | null {
  const savings = tenderSavings(facts, asOf.knownOn);
  if (savings.count === 0) return null;
  const known = { on: asOf.knownOn, knownOn: asOf.knownOn };
  const from = page.source('section', savings.sections);
  const money = (id: string, name: string, yuan: number) =>
    page.figure(id, name, { quantity: { kind: 'money', yuan }, from, asOf: known });
  const count = page.figure('F16.count', '招标标段', {
    quantity: { kind: 'amount', quantity: savings.count, unit: '个' },
    from,
    asOf: known,
  });
  const rate = page.figure('F16.rate', '总下浮率（下浮合计÷控制价合计）', {
    quantity: { kind: 'share', ...savings.rate },
    from,
    asOf: known,
  });
  const control = money('F16.control', '控制价合计', savings.controlYuan);
  const winning = money('F16.winning', '中标价合计', savings.winningYuan);
  const saved = money('F16', '招标下浮合计', savings.savedYuan);
  return say(
    'tenders.saving',
  )`${count}标段公开招标，控制价合计${control}，中标价合计${winning}，共下浮${saved}，总下浮率${rate}。`;
}
