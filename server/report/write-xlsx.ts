import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { AsOf } from '../../domain/day.ts';
import type { ParkFacts } from '../../domain/park/facts.ts';
import type { ReportDocument } from '../../domain/report/document.ts';
import { evidenceHead, listEvidence } from '../../domain/report/list-evidence.ts';
import { accountSheet } from './account-sheet.ts';
import { columnLetter, head, isFormula, type ReportSheet, type SheetCell } from './cells.ts';
import { parcelSheet } from './parcel-sheet.ts';
import { zoneSheet } from './zone-sheet.ts';

type Sheet = Parameters<typeof writeExcelFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** The account, the parcels and the figures of a report as a workbook whose totals are formulas over the parcels. */
export async function writeXlsx(
  facts: ParkFacts,
  asOf: AsOf,
  report: ReportDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  const parcels = parcelSheet(facts, asOf);
  const zones = zoneSheet(facts, asOf);
  const sheets = [accountSheet(facts, asOf, { parcels, zones }), parcels, zones, figureSheet(report)];
  const options = { fontFamily: '宋体', fontSize: 11, features: [results(sheets)] };
  return new Uint8Array(await writeExcelFile(sheets.map(toSheet), options).toBuffer());
}

function figureSheet(report: ReportDocument): ReportSheet {
  const rows = listEvidence(report).map((row) => evidenceHead.map(([key]) => row[key]));
  return {
    name: '数字',
    widths: [10, 34, 20, 20, 20, 80],
    rows: [evidenceHead.map(([, text]) => head(text)), ...rows],
  };
}

function toSheet({ name, widths, rows }: ReportSheet): Sheet {
  return {
    sheet: name,
    data: rows.map((row): Row => row.map(toCell)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: name === '台账' ? 2 : 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
  };
}

function toCell(cell: SheetCell): Row[number] {
  if (!isFormula(cell)) return cell;
  const { formula, format, isBold } = cell;
  return { value: formula, type: 'Formula', format, ...(isBold ? { fontWeight: 'bold' } : {}) };
}

/** A printed sheet is as wide as an A4 page and as long as it needs. */
function onePageWide(xml: string): string {
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" ');
}

/** The library writes formulas without results; they are put beside them. */
function results(sheets: readonly ReportSheet[]): Feature {
  const transform = (xml: string, _options: object, { sheetIndex }: { sheetIndex: number }) => {
    const known = new Map<string, number>();
    sheets[sheetIndex]?.rows.forEach((row, line) =>
      row.forEach((cell, column) => {
        if (isFormula(cell)) known.set(`${columnLetter(column)}${line + 1}`, cell.result);
      }),
    );
    return onePageWide(xml).replace(
      /(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)(<\/c>)/g,
      (_all, start: string, ref: string, end: string) =>
        known.has(ref) ? `${start}<v>${known.get(ref)}</v>${end}` : start + end,
    );
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}
