import { ledgerColumns, type LedgerColumn } from '../../../domain/ledger/land-parts.ts';
import type { LedgerRow } from '../../state/ledger.ts';

export type TermName = LedgerColumn | 'outside' | 'entered' | 'overlaps' | 'residual' | 'rounding';

export interface Term {
  readonly name: TermName;
  readonly sign: '+' | '−';
  readonly squareMetres: number;
  /** Whether it stands for a fault rather than for land. */
  readonly isFault: boolean;
}

/** Less than this is nothing: a tenth of what a hundredth of a square metre rounds. */
const least = 0.0005;

/** The right side of outline = …: the columns of land and the faults that are there. */
export function equationTerms(row: LedgerRow): Term[] {
  const land = ledgerColumns.map((name): Term => {
    return { name, sign: '+', squareMetres: row.columns[name].squareMetres, isFault: false };
  });
  const { roundingSquareMetres: rounding } = row;
  const faults: readonly Term[] = [
    { name: 'outside', sign: '−', squareMetres: row.outsideSquareMetres, isFault: true },
    { name: 'entered', sign: '+', squareMetres: row.enteredSquareMetres, isFault: true },
    { name: 'overlaps', sign: '−', squareMetres: row.overlapsSquareMetres, isFault: true },
    { name: 'residual', sign: '+', squareMetres: row.residualSquareMetres, isFault: true },
    { name: 'rounding', sign: rounding < 0 ? '−' : '+', squareMetres: Math.abs(rounding), isFault: true },
  ];
  return [
    ...land.filter(({ squareMetres }) => squareMetres > 0),
    ...faults.filter(({ squareMetres }) => squareMetres >= least),
  ];
}

/** What stands between the outline and the sum of what is booked. */
export function differenceSquareMetres(row: LedgerRow): number {
  const booked = ledgerColumns.reduce((sum, name) => sum + row.columns[name].squareMetres, 0);
  return row.outlineSquareMetres - booked;
}

/** Whether numbers, written with so many decimals, add up as a reader adds them. */
export function addsUpAsWritten(
  outline: string,
  terms: readonly (readonly [sign: '+' | '−', written: string])[],
): boolean {
  const units = (written: string) => Number(written.replace(/[^\d]/g, ''));
  const sum = terms.reduce((total, [sign, written]) => total + (sign === '+' ? 1 : -1) * units(written), 0);
  return sum === units(outline);
}
