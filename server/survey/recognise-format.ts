import { decodeText } from '../../domain/survey/decode-text.ts';
import { looksLikeCoordinateTxt } from '../../domain/survey/read-coordinate-txt.ts';
import type { ReadingNote } from '../../domain/survey/survey-file.ts';
import type { SurveyLimits } from './limits.ts';
import { Refused } from './refusal.ts';
import { OpenZip } from './zip/read-zip.ts';

export type SourceFormat =
  | { readonly kind: 'coordinate-txt' | 'coordinate-table' | 'geojson' | 'dxf' | 'kml' | 'geopackage' | 'flatgeobuf' }
  | { readonly kind: 'shp' }
  | { readonly kind: 'shapefile' | 'kmz' | 'workbook'; readonly zip: OpenZip };

const extensions: Readonly<Record<SourceFormat['kind'], readonly string[]>> = {
  'coordinate-txt': ['txt'],
  'coordinate-table': ['csv', 'txt', 'tsv', 'dat', 'xyz', 'prn'],
  geojson: ['geojson', 'json'],
  dxf: ['dxf'],
  kml: ['kml', 'xml'],
  kmz: ['kmz', 'zip'],
  geopackage: ['gpkg'],
  flatgeobuf: ['fgb'],
  shp: ['shp'],
  shapefile: ['zip', 'shz'],
  workbook: ['xlsx', 'xlsm'],
};

/** Formats people try that are told by their name: a county office saves DWG as DXF, XLS as XLSX. */
const unread: Readonly<Record<string, readonly string[]>> = {
  dwg: ['AC10'],
  pdf: ['%PDF'],
  xls: ['\u00d0\u00cf\u0011\u00e0'],
  rar: ['Rar!'],
  '7z': ['7z\u00bc\u00af'],
  gzip: ['\u001f\u008b'],
  image: ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\0', 'MM\0*'],
};

const headBytes = 65_536;
const sqliteMagic = 'SQLite format 3\0';

/** What bytes are, by their content alone. Throws Refused when nothing here reads them, and for hostile zips. */
export function recogniseFormat(bytes: Uint8Array, limits: SurveyLimits): SourceFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes));
  const latin = head.toString('latin1');
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return formatOfZip(new OpenZip(bytes, limits));
  if (latin.startsWith(sqliteMagic)) return formatOfDatabase(head, latin);
  if (latin.startsWith('fgb\x03fgb')) return { kind: 'flatgeobuf' };
  if (latin.startsWith('AutoCAD Binary DXF')) throw new Refused('dxf.binary');
  if (latin.startsWith('\0\0\x27\x0a') && head.length >= 100) return { kind: 'shp' };
  for (const [format, marks] of Object.entries(unread)) {
    if (marks.some((mark) => latin.startsWith(mark))) throw new Refused('survey.format-known-unread', { format });
  }
  return { kind: formatOfText(decodeText(head).text) };
}

/** A note when the name promises another format than the bytes are; the bytes decide. */
export function noteOfExtension(name: string, { kind }: SourceFormat): ReadingNote | null {
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || extensions[kind].includes(extension)) return null;
  const at = { line: null, record: null };
  return { code: 'survey.wrong-extension', severity: 'mended', at, detail: { extension, format: kind } };
}

function formatOfZip(zip: OpenZip): SourceFormat {
  if (zip.find('xl/workbook.xml')) return { kind: 'workbook', zip };
  const has = (extension: string) => zip.entries.some(({ name }) => name.toLowerCase().endsWith(extension));
  if (has('.shp')) return { kind: 'shapefile', zip };
  if (has('.kml')) return { kind: 'kmz', zip };
  if (has('.dbf')) throw new Refused('shapefile.missing-part', { part: 'shp' });
  const names = zip.entries.map(({ name }) => name).slice(0, 5);
  throw new Refused('survey.format-unknown', { names: names.join(', ').slice(0, 200) });
}

/** application_id, which GeoPackage fills since 1.0 (OGC 12-128, 1.1.1.1.1). */
function formatOfDatabase(head: Buffer, latin: string): SourceFormat {
  const application = latin.slice(68, 72);
  const isPackage = application === 'GPKG' || /^GP1[0-9]$/.test(application) || latin.includes('gpkg_contents');
  if (head.length >= 100 && isPackage) return { kind: 'geopackage' };
  throw new Refused('survey.format-known-unread', { format: 'sqlite' });
}

function formatOfText(text: string): 'coordinate-txt' | 'coordinate-table' | 'geojson' | 'dxf' | 'kml' {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('<')) {
    if (/<(\w+:)?kml[\s>]/.test(text) || /<!(DOCTYPE|ENTITY)/i.test(text)) return 'kml';
    throw new Refused('survey.format-known-unread', { format: 'xml' });
  }
  if (looksLikeDxf(trimmed)) return 'dxf';
  if (looksLikeCoordinateTxt(text)) return 'coordinate-txt';
  if (/^[{[]\s*["{[\]}\d-]/.test(trimmed) || trimmed === '{' || trimmed === '[') return 'geojson';
  if (!looksLikeText(text)) throw new Refused('survey.format-unknown');
  return 'coordinate-table';
}

/** Pairs of lines: comments (999) and then the first section. */
function looksLikeDxf(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 200).map((line) => line.trim());
  let at = 0;
  while (lines[at] === '999') at += 2;
  return lines[at] === '0' && lines[at + 1] === 'SECTION';
}

function looksLikeText(text: string): boolean {
  const strange = text.match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return text.trim() !== '' && strange <= text.length / 200 && /\d/.test(text);
}
