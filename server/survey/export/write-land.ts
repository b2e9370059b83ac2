import type { Day } from '../../../domain/day.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import type { MultiPolygon, Point } from '../../../domain/geometry/shapes.ts';
import type { Park } from '../../../domain/park/schema.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusals.ts';
import { encodeText, type UnwritableCharacter } from '../../../domain/survey/encode-text.ts';
import type { Position, SurveyFeature } from '../../../domain/survey/survey-file.ts';
import { systemOf } from '../../../domain/survey/system/systems.ts';
import { coordinateHeader } from '../../../domain/survey/txt/coordinate-header.ts';
import type { Language } from '../../../domain/survey/words/words.ts';
import { coordinateTableRows, tableCsv } from '../../../domain/survey/write-coordinate-table.ts';
import { writeCoordinateTxt } from '../../../domain/survey/write-coordinate-txt.ts';
import { writeGeoJson } from '../../../domain/survey/write-geojson.ts';
import type { Circumstances } from '../read-any-survey.ts';
import type { SurveyRefusal } from '../refusal.ts';
import { writeSurvey } from '../write-survey.ts';
import { columnsOf, type WrittenFeature } from '../written-land.ts';
import { withLabels, type ExportRow } from './columns.ts';
import { traitsOf, type ExportFormat } from './export-formats.ts';
import type { ExportEncoding } from './export-order.ts';

export interface ExportedParcel {
  readonly code: string;
  /** In millimetres of the park's grid. */
  readonly polygons: MultiPolygon;
  readonly row: ExportRow;
}

/** Something that did not go into the file as it is; the code is the message key. */
export interface ExportNote {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

interface Setting {
  readonly park: Park;
  readonly on: Day;
  readonly title: string;
  readonly language: Language;
  readonly format: ExportFormat;
  readonly encoding: ExportEncoding;
}

type Written = { readonly bytes: Uint8Array<ArrayBuffer>; readonly notes: readonly ExportNote[] } | Refusal;

/** CGCS2000 in degrees, which maps of the world take for WGS 84. */
const degreesEpsg = 4490;

/** Parcels as the bytes of a file: tables and texts here, what takes longer in the survey worker. */
export async function writeLand(
  parcels: readonly ExportedParcel[],
  setting: Setting,
  circumstances: Circumstances,
): Promise<Written> {
  const { park, on, title, format, encoding } = setting;
  const features = placed(parcels, setting);
  switch (format) {
    case 'txt':
      return writeTxt(features, setting);
    case 'csv': {
      const rows = coordinateTableRows(features.map(surveyed));
      // Excel reads UTF-8 only behind its mark.
      return ofText(encodeText(tableCsv(rows), encoding === 'gbk' ? 'gbk' : 'utf-8-bom'));
    }
    case 'geojson': {
      const asColumns = features.map((feature) => ({
        ...surveyed(feature),
        code: null,
        properties: columnsOf(feature),
      }));
      return ofText(encodeText(writeGeoJson(asColumns, { name: title, epsg: degreesEpsg, decimals: 10 }), 'utf-8'));
    }
    default: {
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
      const land = { name: title, epsg: traitsOf(format).isInDegrees ? degreesEpsg : park.epsg, features };
      const options = { encoding, on: [year, month, day] } as const;
      const result = await writeSurvey(land, format, options, circumstances);
      if ('refusal' in result) return refusalOf(result.refusal, circumstances.signal);
      return { bytes: new Uint8Array(result.file.bytes), notes: result.file.notes };
    }
  }
}

/** With the number of the zone before the eastings, as the receivers of these files expect it. */
function writeTxt(features: readonly WrittenFeature[], { park, on, encoding }: Setting): Written {
  const about = coordinateHeader({
    producer: `${park.county}${park.name}`,
    day: on,
    datum: 'cgcs2000',
    bandDegrees: 3,
    zone: zoneOf(park.epsg),
  });
  const records = features.map((feature): SurveyFeature => {
    const { YDMC = null, YDDM = null } = feature.attributes;
    return { ...surveyed(feature), properties: { 地块用途: YDMC, 地类编码: YDDM } };
  });
  const written = writeCoordinateTxt({ about: [about], layers: [{ name: '', features: records }] }, { encoding });
  const result = ofText(written);
  if (isRefusal(result) || 'code' in written) return result;
  return { ...result, notes: written.notes.map(({ code, at, detail }) => ({ code, detail: { ...at, ...detail } })) };
}

function placed(parcels: readonly ExportedParcel[], { park, format, language }: Setting): WrittenFeature[] {
  const { originEast, originNorth } = park;
  const zoneMetres = format === 'txt' ? zoneOf(park.epsg) * 1_000_000 : 0;
  const inMetres = ([east, north]: Point): Position => [
    ((zoneMetres + originEast) * 1000 + east) / 1000,
    (originNorth * 1000 + north) / 1000,
  ];
  const grid = parkGrid(park);
  const place = traitsOf(format).isInDegrees ? (point: Point): Position => grid.toDegrees(point) : inMetres;
  return parcels.map(({ code, polygons, row }) => ({
    code,
    name: null,
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(place))),
    attributes: format === 'kml' ? withLabels(row, language) : row,
    layer: [row.YDDM, row.YDMC].filter((word) => word !== null).join('_'),
  }));
}

function surveyed({ code, name, polygons }: WrittenFeature): SurveyFeature {
  const at = { line: null, record: null };
  const shape = { type: 'area', polygons } as const;
  return { at, code, name, shape, cornerNames: null, declaredArea: null, properties: {} };
}

function zoneOf(epsg: number): number {
  const system = systemOf(epsg);
  if (system?.kind !== 'plane') throw new RangeError(`EPSG:${epsg} has no zone`);
  return system.zone;
}

type Encoded = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly unwritable: readonly UnwritableCharacter[] };

function ofText(encoded: Encoded): Written {
  if ('bytes' in encoded) return { bytes: encoded.bytes, notes: [] };
  return unwritable(encoded.unwritable.map(({ character }) => character).join(''));
}

function unwritable(characters: string): Refusal {
  return refuse('export.unwritable', 'encoding', { characters: characters.slice(0, 100) });
}

function refusalOf({ code, detail }: SurveyRefusal, signal: AbortSignal | undefined): Refusal {
  signal?.throwIfAborted();
  if (code === 'write.text-unwritable') return unwritable(String(detail['characters']));
  if (code === 'survey.too-slow' || code === 'survey.too-much-memory') return refuse('export.too-large', 'codes');
  throw new Error(`land could not be written: ${code} ${JSON.stringify(detail)}`);
}
