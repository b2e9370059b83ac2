import { landAccount, type AccountRow } from '../../domain/account/account.ts';
import { landColumns, parcelColumns, type AccountColumn } from '../../domain/account/columns.ts';
import type { AsOf } from '../../domain/day.ts';
import { squareMetres } from '../../domain/geometry/area.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import { columnNames } from '../../domain/report/say/chinese-names.ts';
import { sayDay } from '../../domain/report/say/say-day.ts';
import {
  areaFormat,
  columnLetter,
  head,
  rangeOf,
  title,
  type FormulaCell,
  type ReportSheet,
  type SheetCell,
} from './cells.ts';
import { parcelSheetColumns } from './parcel-sheet.ts';
import { withoutPhase, zoneSheetColumns } from './zone-sheet.ts';

const columns: readonly AccountColumn[] = [...parcelColumns, ...landColumns];
const firstRow = 3;
const outlineColumn = 'B';

interface Line {
  readonly name: string;
  readonly outlineSquareMetres: number;
  readonly of: (column: AccountColumn) => number;
}

/**
 * 台账: a line per phase and one for the park, in 亩. Every column adds up the parcels and zones of the other sheets,
 * the park adds up its lines, and 差额 is what the plan's outline has left.
 */
export function accountSheet(
  facts: ParkFacts,
  asOf: AsOf,
  sheets: { parcels: ReportSheet; zones: ReportSheet },
): ReportSheet {
  const lines = linesOf(facts, asOf);
  const rows = lines.map((line, at) => rowOf(line, firstRow + at, sheets));
  const total = totalRow(landAccount(facts, asOf).rows.at(-1)!, firstRow + lines.length);
  const state = asOf.on > asOf.knownOn ? `预计，已知截至${sayDay(asOf.knownOn)}，` : '';
  const heads = ['分期', '规划面积', ...columns.map((column) => columnNames[column]), '差额'];
  return {
    name: '台账',
    widths: [12, 13, ...columns.map(() => 11), 10],
    rows: [
      [title(`${facts.park.name}土地台账（${sayDay(asOf.on)}，${state}单位：亩，平面面积）`)],
      heads.map(head),
      ...rows,
      total,
    ],
  };
}

function linesOf(facts: ParkFacts, asOf: AsOf): Line[] {
  const { rows } = landAccount(facts, asOf);
  const park = rows.at(-1)!;
  const phases = rows.slice(0, -1);
  const lines = phases.map((row) => ({
    name: facts.phases.find(({ code }) => code === row.phase)?.name ?? row.phase ?? '',
    outlineSquareMetres: squareMetres(row.outlineTwiceAreaSquareMillimetres),
    of: (column: AccountColumn) => squareMetres(row.figures[column].twiceAreaSquareMillimetres),
  }));
  const left = (of: (row: AccountRow) => number) =>
    squareMetres(phases.reduce((rest, row) => rest - of(row), of(park)));
  const rest: Line = {
    name: withoutPhase,
    outlineSquareMetres: left((row) => row.outlineTwiceAreaSquareMillimetres),
    of: (column) => left((row) => row.figures[column].twiceAreaSquareMillimetres),
  };
  const isThere = rest.outlineSquareMetres !== 0 || columns.some((column) => rest.of(column) !== 0);
  return isThere ? [...lines, rest] : lines;
}

function rowOf(line: Line, row: number, sheets: { parcels: ReportSheet; zones: ReportSheet }): SheetCell[] {
  return [
    line.name,
    inMu(`${line.outlineSquareMetres}*3/2000`, line.outlineSquareMetres),
    ...columns.map((column) => inMu(`(${sumOf(column, row, sheets)})*3/2000`, line.of(column))),
    balance(row, line.outlineSquareMetres - outlineParts.reduce((sum, column) => sum + line.of(column), 0)),
  ];
}

function sumOf(column: AccountColumn, row: number, { parcels, zones }: { parcels: ReportSheet; zones: ReportSheet }) {
  const place = (parcelColumns as readonly AccountColumn[]).indexOf(column);
  const { phase, squareMetres: own, firstMember } = parcelSheetColumns;
  const ofParcels = `SUMIFS(${rangeOf(parcels, own)},${rangeOf(parcels, phase)},$A${row},${rangeOf(parcels, firstMember + place)},1)`;
  const ofZones = `SUMIFS(${rangeOf(zones, zoneSheetColumns.squareMetres)},${rangeOf(zones, zoneSheetColumns.phase)},$A${row},${rangeOf(zones, zoneSheetColumns.column)},"${columnNames[column]}")`;
  if (place < 0) return ofZones;
  return column === 'planned' ? `${ofParcels}+${ofZones}` : ofParcels;
}

function totalRow(
  { figures, outlineTwiceAreaSquareMillimetres, balanceTwiceAreaSquareMillimetres }: AccountRow,
  row: number,
): SheetCell[] {
  const sum = (index: number, metres: number): FormulaCell => {
    const letter = columnLetter(index);
    return { ...inMu(`SUM(${letter}${firstRow}:${letter}${row - 1})`, metres), isBold: true };
  };
  return [
    { value: '全园', fontWeight: 'bold' },
    sum(1, squareMetres(outlineTwiceAreaSquareMillimetres)),
    ...columns.map((column, at) => sum(at + 2, squareMetres(figures[column].twiceAreaSquareMillimetres))),
    { ...balance(row, squareMetres(balanceTwiceAreaSquareMillimetres)), isBold: true },
  ];
}

/** The columns that make up the outline. */
const outlineParts: readonly AccountColumn[] = ['planned', ...landColumns];

function balance(row: number, metres: number): FormulaCell {
  const parts = outlineParts.map((column) => `${columnLetter(columns.indexOf(column) + 2)}${row}`);
  return inMu(`ROUND(${outlineColumn}${row}-(${parts.join('+')}),4)`, Math.round(metres * 15) / 15);
}

function inMu(formula: string, squareMetres: number): FormulaCell {
  return { formula, result: (squareMetres * 3) / 2000, format: areaFormat };
}
