import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';

/** Whole yuan paid for the park's works up to a day; with `section`, for that section (null: outside every section). */
export function paidYuan(facts: ParkFacts, on: Day, section?: string | null): number {
  return facts.payments
    .filter((payment) => payment.on <= on && (section === undefined || payment.section === section))
    .reduce((sum, { amountYuan }) => sum + amountYuan, 0);
}
