import writeExcelFile, { type Row } from 'write-excel-file/node';
import { coordinateTableRows, type WrittenCell } from '../../../domain/survey/write-coordinate-table.ts';
import { surveyLimits } from '../limits.ts';
import type { WriteOptions, WrittenFile, WrittenLand } from '../written-land.ts';
import { OpenZip } from '../zip/read-zip.ts';
import { writeZip } from '../zip/write-zip.ts';

const columnWidths = [14, 18, 18, 12];

/** The 界址点成果表 of land in metres: one sheet, texts as texts, numbers with the decimals they are shown with. The same land is the same bytes. */
export async function writeWorkbook({ features }: WrittenLand, { on }: Pick<WriteOptions, 'on'>): Promise<WrittenFile> {
  const parcels = features.map(({ code, name, polygons }) => ({
    code,
    name,
    shape: { type: 'area', polygons } as const,
    cornerNames: null,
  }));
  const data = coordinateTableRows(parcels).map((row): Row => row.map(toCell));
  const sheet = { sheet: '界址点成果表', data, columns: columnWidths.map((width) => ({ width })) };
  const book = new Uint8Array(await writeExcelFile([sheet], { fontFamily: '宋体', fontSize: 11 }).toBuffer());
  return { bytes: dated(book, on), extension: 'xlsx', notes: [] };
}

/** The library stamps its entries with the clock. */
function dated(book: Uint8Array, on: WriteOptions['on']): Uint8Array {
  const zip = new OpenZip(book, { ...surveyLimits, ratio: Infinity });
  return writeZip(Object.fromEntries(zip.entries.map((entry) => [entry.name, zip.read(entry)])), on);
}

function toCell(cell: WrittenCell): Row[number] {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  const format = cell.decimals === 0 ? '0' : `0.${'0'.repeat(cell.decimals)}`;
  return { value: cell.value, type: Number, format };
}
