import type { AsOf } from '../day.ts';
import type { ParkFacts } from '../park/facts.ts';
import { AccountTable } from './account-table.ts';
import { accountColumns, type AccountColumn } from './columns.ts';
import { findMoves, type Moved } from './find-moves.ts';
import type { Amount, TotalsRow } from './plan-sums.ts';

export interface ColumnComparison {
  readonly before: Amount;
  readonly after: Amount;
  /** After minus before: what entered minus what left. */
  readonly differenceTwiceAreaSquareMillimetres: number;
  readonly entered: readonly Moved[];
  readonly left: readonly Moved[];
}

export interface ComparisonRow {
  /** Phase code, or null for the whole park. */
  readonly phase: string | null;
  readonly columns: Readonly<Record<AccountColumn, ColumnComparison>>;
}

export interface AccountComparison {
  readonly before: AsOf & { readonly planVersion: string };
  readonly after: AsOf & { readonly planVersion: string };
  readonly rows: readonly ComparisonRow[];
}

const nothing: Amount = { twiceAreaSquareMillimetres: 0, count: 0 };

/**
 * Two accounts side by side, with the parcels (and, between plan versions, the zones) that make the difference and
 * what moved them. Areas as exact integers (twice square millimetres). `a.on` may not be later than `b.on`; the two
 * may be seen from different known days. `tableOf` spares the making of tables that are at hand.
 */
export function compareAccounts(
  facts: ParkFacts,
  a: AsOf,
  b: AsOf,
  tableOf = (knownOn: string) => new AccountTable(facts, knownOn),
): AccountComparison {
  if (a.on > b.on) throw new RangeError(`${a.on} is later than ${b.on}`);
  const tableB = tableOf(b.knownOn);
  const tableA = a.knownOn === b.knownOn ? tableB : tableOf(a.knownOn);
  const before = tableA.totals(a.on);
  const after = tableB.totals(b.on);
  const moves = findMoves(facts, { asOf: a, table: tableA }, { asOf: b, table: tableB });
  const phases = [...facts.phases.map(({ code }) => code), null].filter((phase) =>
    [...before.rows, ...after.rows].some((row) => row.phase === phase),
  );
  return {
    before: { ...a, planVersion: before.planVersion },
    after: { ...b, planVersion: after.planVersion },
    rows: phases.map((phase) => ({ phase, columns: columnsCompared(phase, before.rows, after.rows, moves) })),
  };
}

function columnsCompared(
  phase: string | null,
  before: readonly TotalsRow[],
  after: readonly TotalsRow[],
  moves: ReadonlyMap<AccountColumn, readonly Moved[]>,
): Record<AccountColumn, ColumnComparison> {
  const was = before.find((row) => row.phase === phase)?.columns;
  const is = after.find((row) => row.phase === phase)?.columns;
  const compared = {} as Record<AccountColumn, ColumnComparison>;
  for (const column of accountColumns) {
    const amounts = { before: was?.[column] ?? nothing, after: is?.[column] ?? nothing };
    const ofPhase = (moves.get(column) ?? []).filter((moved) => phase === null || moved.phase === phase);
    compared[column] = {
      ...amounts,
      differenceTwiceAreaSquareMillimetres:
        amounts.after.twiceAreaSquareMillimetres - amounts.before.twiceAreaSquareMillimetres,
      entered: ofPhase.filter(({ isIn }) => isIn),
      left: ofPhase.filter(({ isIn }) => !isIn),
    };
  }
  return compared;
}
