import type { ExportColumn } from './columns.ts';

interface FormatTraits {
  readonly extension: string;
  readonly type: string;
  /** In degrees instead of metres of the park's legal grid. */
  readonly isInDegrees: boolean;
  /** GBK or UTF-8 as asked; otherwise always UTF-8. */
  readonly hasEncodings: boolean;
  /** The columns it has a place for beside the code. */
  readonly keeps: 'all' | readonly ExportColumn[];
}

const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const inMetres = { isInDegrees: false, hasEncodings: false, keeps: 'all' } as const;
const inDegrees = { ...inMetres, isInDegrees: true } as const;
const encoded = { ...inMetres, hasEncodings: true } as const;

/** The formats land goes out in; the names are those of the address and the terminal. */
export const exportFormats = {
  txt: { extension: 'txt', type: 'text/plain', ...encoded, keeps: ['DKMJ_M2', 'DKMJ_MU', 'YDDM', 'YDMC'] },
  shapefile: { extension: 'zip', type: 'application/zip', ...encoded },
  dxf: { extension: 'dxf', type: 'image/vnd.dxf', ...encoded, keeps: ['YDDM', 'YDMC'] },
  kml: { extension: 'kml', type: 'application/vnd.google-earth.kml+xml', ...inDegrees },
  geopackage: { extension: 'gpkg', type: 'application/geopackage+sqlite3', ...inMetres },
  flatgeobuf: { extension: 'fgb', type: 'application/octet-stream', ...inMetres },
  geojson: { extension: 'geojson', type: 'application/geo+json', ...inDegrees },
  csv: { extension: 'csv', type: 'text/csv', ...encoded, keeps: ['DKMJ_M2', 'DKMJ_MU'] },
  workbook: { extension: 'xlsx', type: office, ...inMetres, keeps: ['DKMJ_M2', 'DKMJ_MU'] },
} as const satisfies Record<string, FormatTraits>;

export type ExportFormat = keyof typeof exportFormats;
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[] as readonly [
  ExportFormat,
  ...ExportFormat[],
];

export function traitsOf(format: ExportFormat): FormatTraits {
  return exportFormats[format];
}
