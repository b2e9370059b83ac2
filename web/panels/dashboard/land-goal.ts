import type { AccountColumn } from '../../../domain/account/account.ts';
import type { TargetAnswer } from '../../answers.ts';

export interface LandGoal {
  readonly name: string;
  readonly squareMetres: number;
}

const squareMetresPer: Readonly<Record<string, number>> = { mu: 2000 / 3, 'm²': 1, ha: 10_000, 'km²': 1_000_000 };

/** The area in square metres that was aimed at for a column of the account by the end of a year; null without one. */
export function landGoal(targets: readonly TargetAnswer[], column: AccountColumn, year: number): number | null {
  for (const target of targets) {
    const { measure, quantity } = target;
    const per = squareMetresPer[target.unitEn ?? ''];
    if (measure?.kind !== 'land' || measure.isIncrement || quantity === null || per === undefined) continue;
    if (measure.column === column && target.year === year) return quantity * per;
  }
  return null;
}
