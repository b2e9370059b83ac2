import { fundReceipts } from '../../park/fund-receipts.ts';
import { sectionStates } from '../../tender/section-states.ts';
import type { Sentence } from '../document.ts';
import { say } from '../open-page.ts';
import type { Telling } from './telling.ts';

/** What is owed under contracts, and the year's funds that have not come in. */
export function tellShortfalls(telling: Telling): (Sentence | null)[] {
  return [owed(telling), missingFunds(telling)];
}

function owed({ facts, page, asOf }: Telling): Sentence | null {
  const states = sectionStates(facts, asOf.knownOn).filter(({ dueYuan }) => dueYuan !== null);
  const codes = states.map(({ code }) => code);
  const payments = facts.payments.filter(({ section, on }) => codes.includes(section ?? '') && on <= asOf.knownOn);
  const dueYuan = states.reduce((sum, state) => sum + (state.dueYuan ?? 0), 0);
  const paidYuan = states.reduce((sum, state) => sum + state.paidYuan, 0);
  if (dueYuan <= paidYuan) return null;
  const known = { on: asOf.knownOn, knownOn: asOf.knownOn };
  const ofContracts = page.source('section', codes);
  const ofPayments = page.source(
    'payment',
    payments.map(({ id }) => id),
  );
  const money = (id: string, name: string, yuan: number, from: typeof ofContracts) =>
    page.figure(id, name, { quantity: { kind: 'money', yuan }, from, asOf: known });
  const price = money('problem.owed.price', '已签工程合同价款', dueYuan, ofContracts);
  const paid = money('problem.owed.paid', '已付合同价款', paidYuan, ofPayments);
  const open = money('problem.owed', '尚需支付的合同价款', dueYuan - paidYuan, [...ofContracts, ...ofPayments]);
  return say('problem.owed')`已签工程合同价款${price}，已付${paid}，尚需支付${open}。`;
}

function missingFunds({ facts, page, asOf, year }: Telling): Sentence | null {
  const { funds, plannedYuan, receivedYuan } = fundReceipts(facts, year, asOf.knownOn);
  if (plannedYuan <= receivedYuan) return null;
  const known = { on: asOf.knownOn, knownOn: asOf.knownOn };
  const from = page.source(
    'fund',
    funds.map(({ code }) => code),
  );
  const money = (id: string, name: string, yuan: number) =>
    page.figure(id, name, { quantity: { kind: 'money', yuan }, from, asOf: known });
  const plan = money('problem.funds.plan', '本年计划筹措资金', plannedYuan);
  const received = money('problem.funds.received', '本年到位资金', receivedYuan);
  const gap = money('problem.funds', '本年资金缺口', plannedYuan - receivedYuan);
  return say('problem.funds')`本年计划筹措资金${plan}，已到位${received}，尚缺${gap}。`;
}
