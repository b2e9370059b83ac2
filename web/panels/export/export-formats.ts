import type { ExportFormat } from '../../api/export.ts';

interface FormatTraits {
  /** In degrees, in metres of the park's grid, or in these with the number of the zone before the eastings. */
  readonly place: 'degrees' | 'metres' | 'zone';
  readonly hasEncodings: boolean;
}

/** The formats in the order they are offered: what is asked for most comes first. */
export const exportFormats = {
  txt: { place: 'zone', hasEncodings: true },
  workbook: { place: 'metres', hasEncodings: false },
  shapefile: { place: 'metres', hasEncodings: true },
  dxf: { place: 'metres', hasEncodings: true },
  kml: { place: 'degrees', hasEncodings: false },
  geopackage: { place: 'metres', hasEncodings: false },
  csv: { place: 'metres', hasEncodings: true },
  geojson: { place: 'degrees', hasEncodings: false },
  flatgeobuf: { place: 'metres', hasEncodings: false },
} as const satisfies Record<ExportFormat, FormatTraits>;

export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[];
export const exportEncodings = ['gbk', 'utf-8'] as const;
