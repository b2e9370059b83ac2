import type { AccountColumn } from '../../../domain/account/account.ts';
import { areaUnitWritten, squareMetresPer } from '../../../domain/geometry/area-units.ts';
import type { TargetAnswer } from '../../answers.ts';

export interface LandGoal {
  readonly name: string;
  readonly squareMetres: number;
}

/** The area in square metres that was aimed at for a column of the account by the end of a year; null without one. */
export function landGoal(targets: readonly TargetAnswer[], column: AccountColumn, year: number): number | null {
  for (const target of targets) {
    const { measure, quantity } = target;
    const unit = areaUnitWritten(target.unitEn ?? '');
    if (measure?.kind !== 'land' || measure.isIncrement || quantity === null || unit === null) continue;
    if (measure.column === column && target.year === year) return quantity * squareMetresPer[unit];
  }
  return null;
}
