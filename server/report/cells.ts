import type { CellObject } from 'write-excel-file/node';

/** A cell whose formula is written together with its result, for viewers that do not calculate. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: number;
  readonly format: string;
  readonly isBold?: boolean;
}
export type SheetCell = CellObject | string | number | null | FormulaCell;

export interface ReportSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export const areaFormat = '#,##0.00';

export function isFormula(cell: SheetCell): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

export function head(text: string): CellObject {
  return {
    value: text,
    fontWeight: 'bold',
    backgroundColor: '#EFEAE0',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    borderColor: '#BBB2A0',
    borderStyle: 'thin',
  };
}

export function title(text: string): CellObject {
  return { value: text, fontWeight: 'bold', fontSize: 14 };
}

export function area(value: number): CellObject {
  return { value, format: areaFormat };
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** Rows of a column of another sheet, as `'地块'!$E$2:$E$110`. */
export function rangeOf({ name, rows }: ReportSheet, column: number): string {
  const letter = columnLetter(column);
  return `'${name}'!$${letter}$2:$${letter}$${Math.max(2, rows.length)}`;
}
