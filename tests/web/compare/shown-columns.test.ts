import { describe, expect, it } from 'vitest';
import { accountColumns, type AccountColumn } from '../../../domain/account/columns.ts';
import type { ColumnCompared, MovedAnswer } from '../../../web/answers/course.ts';
import { shownColumns } from '../../../web/panels/compare/shown-columns.ts';

const amount = (count: number) => ({ squareMetres: count * 10, count });
const moved: MovedAnswer = {
  kind: 'zone',
  code: 'Z',
  squareMetres: 10,
  cause: { kind: 'knowledge', on: '2007-02-01' },
};

function columns(some: Partial<Record<AccountColumn, Partial<ColumnCompared>>>) {
  const nothing = { before: amount(0), after: amount(0), differenceSquareMetres: 0, entered: [], left: [] };
  return Object.fromEntries(accountColumns.map((column) => [column, { ...nothing, ...some[column] }])) as Record<
    AccountColumn,
    ColumnCompared
  >;
}

describe('the lines of a comparison', () => {
  it('are the columns with land, and other land only where it differs', () => {
    const shown = shownColumns(
      columns({
        planned: { before: amount(3), after: amount(3) },
        available: { after: amount(1) },
        roads: { before: amount(5), after: amount(5) },
        green: { before: amount(5), after: amount(5), entered: [moved], left: [moved] },
      }),
    );
    expect(shown).toEqual(['planned', 'available', 'green']);
  });
});
