import { decodeText } from '../../../domain/survey/decode-text.ts';
import { NoteList } from '../../../domain/survey/note-list.ts';
import { pickAttributes } from '../../../domain/survey/pick-attributes.ts';
import type { DeclaredSystem, SurveyFeature, SurveyFile, TextEncoding } from '../../../domain/survey/survey-file.ts';
import { readPrj } from '../../../domain/survey/system/read-prj.ts';
import type { SurveyLimits } from '../limits.ts';
import { openDbf, type DbfTable } from './dbf-table.ts';
import { encodingNamed, findDbfEncoding, type FoundEncoding } from './dbf-encoding.ts';
import { readDbf, type DbfRecords } from './read-dbf.ts';
import { readShp } from './read-shp.ts';

export interface ShapefileParts {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

/**
 * A shapefile as a survey file of one layer; its own reader, because GDAL cannot be asked which encoding a table has,
 * drops what does not decode, and reads a damaged record as one without a place. The encoding is given or found.
 * Throws Refused when the parts are no shapefile.
 */
export function readShapefile(parts: ShapefileParts, forced: TextEncoding | null, limits: SurveyLimits): SurveyFile {
  const notes = new NoteList();
  const shapes = readShp(parts.shp, notes, limits);
  const table = parts.dbf && openDbf(parts.dbf);
  const cpg = parts.cpg && decodeText(parts.cpg).text;
  const found: FoundEncoding | null = !table
    ? null
    : forced
      ? { encoding: forced, from: 'said', isCertain: true }
      : findDbfEncoding(table, cpg);
  const read = table && found ? readDbf(table, found.encoding) : null;
  addTableNotes(notes, { table, read, found, cpg, shapes: shapes.length });
  const features = shapes.flatMap((shape, index): SurveyFeature[] => {
    const at = { line: null, record: index + 1 };
    const values = read?.records[index] ?? {};
    if (values === 'deleted') {
      notes.add('shapefile.deleted-record', 'skipped', at);
      return [];
    }
    return [{ at, ...pickAttributes(values), shape, cornerNames: null }];
  });
  if (features.length === 0) notes.add('survey.no-features', 'refused', nowhere);
  return {
    format: 'shapefile',
    encoding: found?.encoding ?? null,
    systems: systemsOf(parts.prj),
    layers: [{ name: parts.name, features }],
    notes: notes.all(),
    about: found ? [{ encodingFrom: found.from, cpg: cpg?.trim().slice(0, 100) ?? '' }] : [],
  };
}

const nowhere = { line: null, record: null };

function systemsOf(prj: Uint8Array | null): DeclaredSystem[] {
  const text = prj ? decodeText(prj).text.trim() : '';
  return text === '' ? [] : [readPrj(text)];
}

interface TableReading {
  readonly table: DbfTable | null;
  readonly read: DbfRecords | null;
  readonly found: FoundEncoding | null;
  readonly cpg: string | null;
  readonly shapes: number;
}

function addTableNotes(notes: NoteList, { table, read, found, cpg, shapes }: TableReading): void {
  if (!table || !read || !found) {
    notes.add('shapefile.no-table', 'mended', nowhere);
    return;
  }
  if (table.records < table.declaredRecords) {
    notes.add('shapefile.table-truncated', 'mended', nowhere, {
      declared: table.declaredRecords,
      records: table.records,
    });
  }
  if (table.records !== shapes) {
    notes.add('shapefile.count-differs', 'mended', nowhere, { shapes, records: table.records });
  }
  if (read.badCharacters > 0) notes.add('text.bad-bytes', 'mended', nowhere, { count: read.badCharacters });
  const said = cpg === null ? null : encodingNamed(cpg);
  if (said !== null && said !== found.encoding && found.from !== 'said') {
    notes.add('shapefile.cpg-wrong', 'mended', nowhere, { cpg: cpg!.trim().slice(0, 40), encoding: found.encoding });
  } else if (!found.isCertain) notes.add('shapefile.encoding-guessed', 'mended', nowhere, { encoding: found.encoding });
}
