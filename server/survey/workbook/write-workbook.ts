import writeExcelFile, { type Row } from 'write-excel-file/node';
import { coordinateTableRows, type WrittenCell } from '../../../domain/survey/write-coordinate-table.ts';
import type { WrittenFile, WrittenLand } from '../written-land.ts';

const columnWidths = [14, 18, 18, 12];

/** The 界址点成果表 of land in metres: one sheet, texts as texts, numbers with the decimals they are shown with. */
export async function writeWorkbook({ features }: WrittenLand): Promise<WrittenFile> {
  const parcels = features.map(({ code, name, polygons }) => ({
    code,
    name,
    shape: { type: 'area', polygons } as const,
    cornerNames: null,
  }));
  const data = coordinateTableRows(parcels).map((row): Row => row.map(toCell));
  const sheet = { sheet: '界址点成果表', data, columns: columnWidths.map((width) => ({ width })) };
  const bytes = new Uint8Array(await writeExcelFile([sheet], { fontFamily: '宋体', fontSize: 11 }).toBuffer());
  return { bytes, extension: 'xlsx', notes: [] };
}

function toCell(cell: WrittenCell): Row[number] {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  const format = cell.decimals === 0 ? '0' : `0.${'0'.repeat(cell.decimals)}`;
  return { value: cell.value, type: Number, format };
}
