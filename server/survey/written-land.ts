import type { Position } from '../../domain/survey/survey-file.ts';

export interface WrittenFeature {
  readonly code: string | null;
  readonly name: string | null;
  /** Rings without closing point, the outer ring first; [east, north] in metres or [longitude, latitude] in degrees. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
  readonly attributes: Readonly<Record<string, string | number | null>>;
  /** Of a drawing; the name of the land where it is left out. */
  readonly layer?: string;
}

/** Land to be written to a file, in the system that `epsg` names. */
export interface WrittenLand {
  readonly name: string;
  readonly epsg: number;
  readonly features: readonly WrittenFeature[];
}

export const writtenFormats = ['shapefile', 'dxf', 'kml', 'geopackage', 'flatgeobuf', 'workbook'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

export interface WriteOptions {
  /** Of texts in a shapefile and a drawing; the other formats are always UTF-8. */
  readonly encoding: 'gbk' | 'utf-8';
  /** Year, month and day a table says it was written on. */
  readonly on: readonly [year: number, month: number, day: number];
}

/** Something the format cannot hold as it is: a name that was cut, a text that was shortened. */
export interface WritingNote {
  readonly code: 'write.field-renamed' | 'write.text-cut';
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly extension: 'zip' | 'dxf' | 'kml' | 'gpkg' | 'fgb' | 'xlsx';
  readonly notes: readonly WritingNote[];
}

/** The usual columns of code and name in the tables of the land bureaus; `pickAttributes` knows them. */
export const codeColumn = 'DKBH';
export const nameColumn = 'DKMC';

/** Every value of a feature by column, code and name first. */
export function columnsOf({ code, name, attributes }: WrittenFeature): Record<string, string | number | null> {
  return { [codeColumn]: code, [nameColumn]: name, ...attributes };
}
