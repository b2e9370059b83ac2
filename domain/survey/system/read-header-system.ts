import type { DeclaredSystem, FilePlace, ReadingNote } from '../survey-file.ts';
import { declaredDatum } from './declared-system.ts';
import { datumOfName } from './read-system-name.ts';
import { bandOfZone } from './systems.ts';

export interface HeaderSystem {
  readonly system: DeclaredSystem;
  readonly notes: readonly ReadingNote[];
}

/**
 * What the header of a coordinate TXT says under 坐标系, 几度分带 and 带号; null when it has none of the three.
 * Whether the zone stands before the eastings is for the numbers to show, so `epsg` stays null.
 */
export function readHeaderSystem(
  header: Readonly<Record<string, string>>,
  at: FilePlace = { line: null, record: null },
): HeaderSystem | null {
  const [name, band, zone] = ['坐标系', '几度分带', '带号'].map((key) => header[key]?.normalize('NFKC').trim() ?? '');
  if (!name && !band && !zone) return null;
  const bandDegrees = bandOf(band ?? '');
  const read = zoneOf(zone ?? '', bandDegrees);
  const text = ['坐标系', '几度分带', '带号']
    .flatMap((key) => (key in header ? [`${key}=${header[key]}`] : []))
    .join(';');
  const datum = declaredDatum(datumOfName(name ?? ''));
  const system: DeclaredSystem = { from: 'header', text, epsg: null, datum, bandDegrees, zone: read.zone };
  const notes: ReadingNote[] = [];
  if (read.code) notes.push({ code: read.code, severity: 'mended', at, detail: { zone: zone ?? '', bandDegrees } });
  return { system, notes };
}

function bandOf(text: string): 3 | 6 | null {
  if (/^(3|三)/.test(text)) return 3;
  return /^(6|六)/.test(text) ? 6 : null;
}

function zoneOf(text: string, bandDegrees: 3 | 6 | null): { zone: number | null; code: string | null } {
  const number = Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
  if (Number.isNaN(number)) return { zone: null, code: null };
  if (bandOfZone(number) !== null) return { zone: number, code: null };
  // One exporter writes the value of 几度分带 here (standards §1.1).
  if (number === 3 || number === 6) return { zone: null, code: 'system.zone-is-band-width' };
  const zone = bandDegrees === 6 ? (number + 3) / 6 : number / 3;
  if (bandOfZone(zone) === (bandDegrees ?? 3)) return { zone, code: 'system.zone-is-meridian' };
  return { zone: null, code: 'system.zone-unknown' };
}
