import type { Day } from '../day.ts';
import type { ParkFacts } from './facts.ts';

export interface FundReceipts {
  readonly year: number;
  readonly funds: readonly { readonly code: string; readonly plannedYuan: number; readonly receivedYuan: number }[];
  readonly plannedYuan: number;
  readonly receivedYuan: number;
}

/** The funds of a year: planned, and received up to a day; whole yuan. */
export function fundReceipts(facts: ParkFacts, year: number, on: Day): FundReceipts {
  const funds = facts.funds
    .filter((fund) => fund.year === year)
    .map(({ code, plannedYuan, receipts }) => ({
      code,
      plannedYuan,
      receivedYuan: receipts.filter((one) => one.on <= on).reduce((sum, { amountYuan }) => sum + amountYuan, 0),
    }));
  const sum = (kind: 'plannedYuan' | 'receivedYuan') => funds.reduce((total, fund) => total + fund[kind], 0);
  return { year, funds, plannedYuan: sum('plannedYuan'), receivedYuan: sum('receivedYuan') };
}
