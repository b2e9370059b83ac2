/** A pair of numbers as the file writes it, in the order its format promises: east or longitude first, then north or latitude. */
export type Position = readonly [first: number, second: number];

/** Rings are without their closing point and may be wound either way; the outer ring of a polygon comes first. */
export type SurveyShape =
  | { readonly type: 'area'; readonly polygons: readonly (readonly (readonly Position[])[])[] }
  | { readonly type: 'line'; readonly lines: readonly (readonly Position[])[] }
  | { readonly type: 'points'; readonly points: readonly Position[] };

export const surveyFormats = [
  'coordinate-txt',
  'coordinate-table',
  'geojson',
  'shapefile',
  'dxf',
  'kml',
  'geopackage',
  'flatgeobuf',
] as const;
export type SurveyFormat = (typeof surveyFormats)[number];

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Where in the file something stands. Lines and records count from 1; a binary file has no lines. */
export interface FilePlace {
  readonly line: number | null;
  readonly record: number | null;
}

/** Something the reader mended, left out or could not make sense of. The code is the message key; values are for people. */
export interface ReadingNote {
  readonly code: string;
  /** mended: read in spite of it. skipped: this record is not in the result. refused: the file cannot be used. */
  readonly severity: 'mended' | 'skipped' | 'refused';
  readonly at: FilePlace;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What the file itself says of its coordinate system; nothing is concluded from it here. */
export interface DeclaredSystem {
  /** Where it is said. */
  readonly from: 'header' | 'prj' | 'crs-member' | 'format';
  /** Word for word. */
  readonly text: string;
  readonly epsg: number | null;
  readonly datum: 'cgcs2000' | 'xian80' | 'beijing54' | 'wgs84' | null;
  /** Degrees of a Gauss-Krüger band: 3 or 6. */
  readonly bandDegrees: 3 | 6 | null;
  readonly zone: number | null;
}

export type AreaUnit = 'square-metre' | 'hectare' | 'mu' | 'square-kilometre';

export interface SurveyFeature {
  readonly at: FilePlace;
  readonly code: string | null;
  readonly name: string | null;
  /** Null when the file has a record without a place. */
  readonly shape: SurveyShape | null;
  /** Names of the corners, ring by ring in the order of the shape; null where the format has none. */
  readonly cornerNames: readonly (readonly string[])[] | null;
  /** The area as the file writes it; the unit is null where the file does not say it. */
  readonly declaredArea: { readonly value: number; readonly unit: AreaUnit | null } | null;
  /** Every other property of the record, by the name in the file. */
  readonly properties: Readonly<Record<string, string | number | null>>;
}

export interface SurveyLayer {
  readonly name: string;
  readonly features: readonly SurveyFeature[];
  /** What the file says of the system of this layer, where it says it of each. */
  readonly systems?: readonly DeclaredSystem[];
}

/** A survey file as it was read, before anybody has decided where on earth it lies. */
export interface SurveyFile {
  readonly format: SurveyFormat;
  /** How its bytes became text; null for a binary format. */
  readonly encoding: TextEncoding | null;
  readonly systems: readonly DeclaredSystem[];
  readonly layers: readonly SurveyLayer[];
  readonly notes: readonly ReadingNote[];
  /** Header blocks and other words about the data, in the order of the file. */
  readonly about: readonly Readonly<Record<string, string>>[];
}
