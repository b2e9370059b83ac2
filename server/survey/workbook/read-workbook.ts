import { readCoordinateRows, type TableCell, type TableOptions } from '../../../domain/survey/coordinate-table.ts';
import type { SurveyFile } from '../../../domain/survey/survey-file.ts';
import { readDataset } from '../gdal/read-dataset.ts';
import type { SurveyLimits } from '../limits.ts';

/**
 * The sheets of a workbook as tables of coordinates, one layer a sheet; sheets without coordinates are left out with a
 * note. Cells come as text, with all their figures. Throws Refused.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: TableOptions,
  limits: SurveyLimits,
): Promise<SurveyFile> {
  const sheets: TableCell[][][] = [];
  const settings = { OGR_XLSX_HEADERS: 'DISABLE', OGR_XLSX_FIELD_TYPES: 'STRING' };
  const source = { driver: 'XLSX', file: 'source.xlsx', settings } as const;
  const rowLimits = { ...limits, features: limits.points };
  const read = await readDataset(bytes, source, rowLimits, (layer, { id = null, values }) => {
    const rows = (sheets[layer] ??= []);
    // Empty rows part parcels; GDAL leaves them out, but the numbers of the others tell where they were.
    while (id !== null && rows.length < id - 1 && rows.length < limits.points) rows.push([]);
    rows.push(Object.values(values).map((value) => (value === null ? null : String(value))));
  });
  const files = read.layers.map(({ name }, layer) => readCoordinateRows(sheets[layer] ?? [], { ...options, name }));
  const isEmpty = (file: SurveyFile) => file.layers.every(({ features }) => features.length === 0);
  const filled = files.filter((file) => !isEmpty(file));
  const [first = readCoordinateRows([], options)] = filled.length > 0 ? filled : files;
  return {
    ...first,
    layers: (filled.length > 0 ? filled : [first]).flatMap(({ layers }) => layers),
    notes: (filled.length > 0 ? filled : [first]).flatMap(({ notes }) => notes),
    about: filled.flatMap(({ about }) => about),
  };
}
