import { readCoordinateTable, type TableOptions } from '../../domain/survey/coordinate-table.ts';
import { decodeText } from '../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../domain/survey/read-coordinate-txt.ts';
import { readGeoJson } from '../../domain/survey/read-geojson.ts';
import type { SurveyFile, TextEncoding } from '../../domain/survey/survey-file.ts';
import { readDxf } from './dxf/read-dxf.ts';
import { readGisFile } from './gdal/read-gis-file.ts';
import { readKml } from './kml/read-kml.ts';
import type { SurveyLimits } from './limits.ts';
import { noteOfExtension, recogniseFormat, type SourceFormat } from './recognise-format.ts';
import { Refused } from './refusal.ts';
import { partsOfZip, shapefileNames } from './shapefile/parts-of-zip.ts';
import { readShapefile } from './shapefile/read-shapefile.ts';
import { readWorkbook } from './workbook/read-workbook.ts';
import type { OpenZip } from './zip/read-zip.ts';

export interface ReadOptions {
  /** Name of the file, for a note when it promises another format; nothing else is concluded from it. */
  readonly name: string;
  /** As a person has chosen it; null to find it. */
  readonly encoding: TextEncoding | null;
  /** Which shapefile of a zip that holds several. */
  readonly member: string | null;
  /** What the rows of a table are, when a person has said it. */
  readonly as: NonNullable<TableOptions['as']> | null;
}

/** Reads any survey file; meant for the survey worker, where it may be stopped. Throws Refused. */
export async function readBytes(bytes: Uint8Array, options: ReadOptions, limits: SurveyLimits): Promise<SurveyFile> {
  if (bytes.length > limits.fileBytes) {
    throw new Refused('survey.file-too-large', { bytes: bytes.length, most: limits.fileBytes });
  }
  const format = recogniseFormat(bytes, limits);
  const file = await readFormat(format, bytes, options, limits);
  checkCounts(file, limits);
  const note = noteOfExtension(options.name, format);
  return note ? { ...file, notes: [note, ...file.notes] } : file;
}

async function readFormat(
  format: SourceFormat,
  bytes: Uint8Array,
  { name, encoding, member, as }: ReadOptions,
  limits: SurveyLimits,
): Promise<SurveyFile> {
  const table: TableOptions = as ? { as } : {};
  switch (format.kind) {
    case 'coordinate-txt':
      return readCoordinateTxt(decodeText(bytes, encoding));
    case 'coordinate-table':
      return readCoordinateTable(decodeText(bytes, encoding), table);
    case 'geojson': {
      const decoded = decodeText(bytes, encoding);
      return readGeoJson(decoded.text, decoded.encoding);
    }
    case 'dxf':
      return readDxf(bytes, encoding, limits);
    case 'kml':
      return readKmlBytes(bytes, encoding, limits);
    case 'kmz':
      return readKmlBytes(kmlOf(format.zip), encoding, limits);
    case 'workbook':
      checkWorkbook(format.zip);
      return readWorkbook(bytes, table, limits);
    case 'geopackage':
    case 'flatgeobuf':
      return readGisFile(bytes, format.kind, limits);
    case 'shp': {
      const stem = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
      return readShapefile({ name: stem, shp: bytes, dbf: null, prj: null, cpg: null }, encoding, limits);
    }
    case 'shapefile': {
      const names = shapefileNames(format.zip);
      const chosen = member ?? (names.length === 1 ? names[0]! : null);
      if (chosen === null || !names.includes(chosen)) {
        throw new Refused('shapefile.several', { count: names.length, names: listOf(names) });
      }
      return readShapefile(partsOfZip(format.zip, chosen), encoding, limits);
    }
  }
}

const longestList = 20_000;

/** One name a line, whole ones only, so that a person can be asked which. */
function listOf(names: readonly string[]): string {
  let length = 0;
  return names.filter((name) => (length += name.length + 1) <= longestList).join('\n');
}

/** Google Earth opens the first .kml of the archive's root, usually doc.kml. */
function kmlOf(zip: OpenZip): Uint8Array {
  const kml = zip.entries.filter(({ name }) => name.toLowerCase().endsWith('.kml'));
  return zip.read(zip.find('doc.kml') ?? kml.find(({ name }) => !name.includes('/')) ?? kml[0]!);
}

function readKmlBytes(bytes: Uint8Array, encoding: TextEncoding | null, limits: SurveyLimits): SurveyFile {
  const decoded = decodeText(bytes, encoding);
  return readKml(decoded.text, decoded.encoding, limits);
}

/** GDAL inflates a workbook by itself: each entry is tried here first, where it cannot grow beyond what it says. */
function checkWorkbook(zip: OpenZip): void {
  for (const entry of zip.entries) {
    const bytes = zip.read(entry);
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (/<!(DOCTYPE|ENTITY)/i.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))) {
      throw new Refused('xml.entities', { name: entry.name });
    }
  }
}

function checkCounts({ layers }: SurveyFile, { features, points }: SurveyLimits): void {
  let [featureCount, pointCount] = [0, 0];
  for (const layer of layers) {
    featureCount += layer.features.length;
    for (const { shape } of layer.features) {
      const lists =
        shape === null
          ? []
          : shape.type === 'area'
            ? shape.polygons.flat()
            : shape.type === 'line'
              ? shape.lines
              : [shape.points];
      for (const list of lists) pointCount += list.length;
    }
  }
  if (featureCount > features)
    throw new Refused('survey.too-many-features', { features: featureCount, most: features });
  if (pointCount > points) throw new Refused('survey.too-many-points', { points: pointCount, most: points });
}
