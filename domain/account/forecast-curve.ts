import type { Day } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import type { ParcelStatus } from '../parcel/schema.ts';
import { AccountTable } from './account-table.ts';
import type { AccountColumn } from './columns.ts';
import { curveDays } from './curve-days.ts';
import type { Amount } from './plan-sums.ts';

export interface CurvePoint {
  readonly on: Day;
  /** After the known day: what is planned counts as done. */
  readonly forecast: boolean;
  readonly planVersion: string;
  readonly columns: Readonly<Record<AccountColumn, Amount>>;
  /** At every point the statuses together are the planned area. */
  readonly statuses: Readonly<Record<ParcelStatus, Amount>>;
}

export interface CurveSpan {
  readonly from: Day;
  readonly to: Day;
  readonly knownOn: Day;
}

/**
 * The account of the whole park over time (`phase` null) or of one phase: on the first and the last day, at every month
 * end between and on the known day. Areas as exact integers (twice square millimetres). No points for a phase in which
 * no plan has land. `tableOf` spares the making of a table that is at hand.
 */
export function forecastCurve(
  facts: ParkFacts,
  { from, to, knownOn }: CurveSpan,
  phase: string | null = null,
  tableOf = (known: Day) => new AccountTable(facts, known),
): CurvePoint[] {
  if (from > to) throw new RangeError(`${from} is later than ${to}`);
  const table = tableOf(knownOn);
  return curveDays(from, to, knownOn).flatMap((on) => {
    const { planVersion, rows } = table.totals(on);
    const row = rows.find((one) => one.phase === phase);
    return row ? [{ on, forecast: on > knownOn, planVersion, columns: row.columns, statuses: row.statuses }] : [];
  });
}
