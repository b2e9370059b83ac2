import { accountColumns, type AccountColumn } from '../../domain/account/account.ts';
import { compareAccounts, type ColumnComparison } from '../../domain/account/compare-accounts.ts';
import type { Moved } from '../../domain/account/find-moves.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkMemory } from '../park-memory.ts';
import { amountOf, basisOf } from './queries.ts';
import type { Span } from './read-span.ts';

/** Two days side by side with what made the difference. */
export function comparisonOf(memory: ParkMemory, { from, to, knownOn }: Span) {
  const { facts } = memory;
  const asOf = (on: string) => ({ on, knownOn });
  const { before, after, rows } = compareAccounts(facts, asOf(from), asOf(to), (known) => memory.accountTable(known));
  const side = ({ on, planVersion }: typeof before) => ({ on, forecast: on > knownOn, planVersion });
  return {
    seq: facts.seq,
    known: knownOn,
    from: side(before),
    to: side(after),
    ...basisOf(facts),
    rows: rows.map(({ phase, columns }) => {
      const told = {} as Record<AccountColumn, ReturnType<typeof columnOf>>;
      for (const column of accountColumns) told[column] = columnOf(columns[column]);
      return { phase, columns: told };
    }),
  };
}

function columnOf({ before, after, differenceTwiceAreaSquareMillimetres, entered, left }: ColumnComparison) {
  return {
    before: amountOf(before),
    after: amountOf(after),
    differenceSquareMetres: squareMetres(differenceTwiceAreaSquareMillimetres),
    entered: entered.map(movedOf),
    left: left.map(movedOf),
  };
}

function movedOf({ kind, code, twiceAreaSquareMillimetres, cause }: Moved) {
  return { kind, code, squareMetres: squareMetres(twiceAreaSquareMillimetres), cause };
}
