import type { AccountColumn } from '../../../domain/account/account.ts';
import type { ColumnCompared } from '../../answers/course.ts';
import { accountGroups, landColumnNames } from '../account/account-groups.ts';

/** The columns worth a line: those of parcels that hold land on one of the days, and those of other land that differ. */
export function shownColumns(columns: Readonly<Record<AccountColumn, ColumnCompared>>): AccountColumn[] {
  return accountGroups
    .flatMap((group) => group.columns)
    .filter((column) => {
      const { before, after, entered, left } = columns[column];
      const isMoved = entered.length + left.length > 0;
      return isMoved || (!landColumnNames.has(column) && before.count + after.count > 0);
    });
}
