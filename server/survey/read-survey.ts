import { readCoordinateTable } from '../../domain/survey/coordinate-table.ts';
import { decodeText } from '../../domain/survey/decode-text.ts';
import { looksLikeCoordinateTxt, readCoordinateTxt } from '../../domain/survey/read-coordinate-txt.ts';
import { readGeoJson } from '../../domain/survey/read-geojson.ts';
import type { SurveyFile, TextEncoding } from '../../domain/survey/survey-file.ts';

/** A survey file from its bytes; what it is follows from its content, never from its name. */
export function readSurvey(bytes: Uint8Array, encoding: TextEncoding | null = null): SurveyFile {
  const decoded = decodeText(bytes, encoding);
  if (/^\s*[[{]\s*["\]}{]/.test(decoded.text.slice(0, 200))) return readGeoJson(decoded.text, decoded.encoding);
  if (looksLikeCoordinateTxt(decoded.text)) return readCoordinateTxt(decoded);
  return readCoordinateTable(decoded);
}
