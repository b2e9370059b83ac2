import type { DeclaredSystem, SurveyFile } from '../survey-file.ts';
import { datumOf } from './declared-system.ts';
import { bandOfZone, meridianOfZone, systemOf, type CoordinateSystem, type Datum } from './systems.ts';

export interface DeclaredZone {
  readonly zone: number;
  readonly bandDegrees: 3 | 6;
  readonly centralMeridian: number;
}

/** Everything a file says of its system, put together. */
export interface Declarations {
  readonly datums: readonly Datum[];
  readonly zones: readonly DeclaredZone[];
  /** Systems said in full, by a number of the catalogue. */
  readonly systems: readonly CoordinateSystem[];
  /** 几度分带 where the zone beside it is of the other band. */
  readonly bandConflict: { readonly bandDegrees: 3 | 6; readonly zone: number } | null;
  readonly bandDegrees: 3 | 6 | null;
  /** Declarations that say a system the catalogue does not hold. */
  readonly unknown: readonly DeclaredSystem[];
}

/**
 * Puts the declarations of a file together. What only follows from the format (GeoJSON and KML are WGS 84) counts where
 * nothing else is said and the numbers are degrees: files in metres under such a name are common.
 */
export function weighDeclarations(file: SurveyFile, areDegrees: boolean): Declarations {
  const said = file.systems.filter(({ from }) => from !== 'format');
  const declared = said.length > 0 ? said : areDegrees ? file.systems : [];
  const zones = new Map<number, DeclaredZone>();
  let bandConflict: Declarations['bandConflict'] = null;
  for (const { zone, bandDegrees } of declared) {
    const band = zone === null ? null : bandOfZone(zone);
    if (zone === null || band === null) continue;
    if (bandDegrees !== null && bandDegrees !== band) bandConflict = { bandDegrees, zone };
    const centralMeridian = meridianOfZone(band, zone);
    if (!zones.has(centralMeridian)) zones.set(centralMeridian, { zone, bandDegrees: band, centralMeridian });
  }
  return {
    datums: unique(declared.map(datumOf)),
    zones: [...zones.values()],
    systems: declared.flatMap(({ epsg }) => (epsg === null ? [] : (systemOf(epsg) ?? []))),
    bandConflict,
    bandDegrees: declared.find(({ bandDegrees }) => bandDegrees !== null)?.bandDegrees ?? null,
    unknown: declared.filter(isUnknown),
  };
}

/** WGS 84 and CGCS2000 are no contradiction: they are one system here (standards §2.2). */
function unique(datums: readonly (Datum | null)[]): Datum[] {
  const found = [...new Set(datums.filter((datum) => datum !== null))];
  return found.includes('cgcs2000') ? found.filter((datum) => datum !== 'wgs84') : found;
}

/** A .prj or a crs member always means one certain system; a header does where it names one nobody here knows. */
function isUnknown(declared: DeclaredSystem): boolean {
  const { from, epsg, text } = declared;
  if (from === 'prj' || from === 'crs-member') return epsg === null || systemOf(epsg) === null;
  return from === 'header' && datumOf(declared) === null && /坐标系=\s*[^\s;]|^[^=]*坐标/.test(text);
}
