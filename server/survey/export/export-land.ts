import type { AsOf } from '../../../domain/day.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import type { Queries } from '../../database/connect.ts';
import { landUse } from '../../database/schema.ts';
import type { ParkMemory } from '../../park-memory.ts';
import type { Circumstances } from '../read-any-survey.ts';
import { exportColumns, rowOf, type ExportColumn } from './columns.ts';
import { traitsOf, type ExportFormat } from './export-formats.ts';
import { encodingOf, type ExportOrder } from './export-order.ts';
import { fileNames, type FileNames } from './file-names.ts';
import { readPlanParcelsOn } from '../../parcels/read-parcels-on.ts';
import { selectParcels } from './select-parcels.ts';
import { writeLand, type ExportedParcel, type ExportNote } from './write-land.ts';

export interface ExportedFile extends FileNames {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** What the format could not hold. */
  readonly notes: readonly ExportNote[];
}

/** The parcels of a park as of a day in a file. Rejects with the reason of the signal when that is aborted. */
export async function exportLand(
  queries: Queries,
  memory: Pick<ParkMemory, 'facts' | 'parkId'>,
  asOf: AsOf,
  order: ExportOrder,
  circumstances: Circumstances = {},
): Promise<ExportedFile | Refusal> {
  const { format, language } = order;
  const encoding = encodingOf(order);
  if (typeof encoding !== 'string') return encoding;
  const uses = await readLandUses(queries);
  const parcels = await readPlanParcelsOn(queries, memory, asOf.on);
  const { facts } = memory;
  const chosen = selectParcels(facts, parcels, order, asOf.on);
  if (isRefusal(chosen)) return chosen;
  const land = chosen.map((parcel): ExportedParcel => {
    const { fields, polygons } = parcel;
    const use = uses.get(useKey(fields.standard, fields.landUse)) ?? null;
    return { code: fields.code, polygons, row: rowOf(facts, parcel, { asOf, language, landUse: use }) };
  });
  const names = fileNames(facts, order, asOf.on);
  const setting = { park: facts.park, on: asOf.on, title: names.title, language, format, encoding };
  const written = await writeLand(land, setting, circumstances);
  if (isRefusal(written)) return written;
  const { type } = traitsOf(format);
  return {
    ...names,
    bytes: written.bytes,
    type: type.startsWith('text/') ? `${type}; charset=${encoding}` : type,
    notes: [...written.notes, ...leftOut(format)],
  };
}

async function readLandUses(queries: Queries): Promise<Map<string, { name: string; nameEn: string }>> {
  const { standard, code, name, nameEn } = landUse;
  const rows = await queries.select({ standard, code, name, nameEn }).from(landUse);
  return new Map(rows.map((row) => [useKey(row.standard, row.code), row]));
}

function useKey(standard: string, code: string): string {
  return `${standard} ${code}`;
}

function leftOut(format: ExportFormat): ExportNote[] {
  const { keeps } = traitsOf(format);
  if (keeps === 'all') return [];
  const left = (Object.keys(exportColumns) as ExportColumn[]).filter((column) => !keeps.includes(column));
  return [{ code: 'write.fields-left', detail: { fields: left.join(', ') } }];
}
