import { writeDxf } from './dxf/write-dxf.ts';
import { writeGisFile } from './gdal/write-gis-file.ts';
import { writeKml } from './kml/write-kml.ts';
import type { SurveyLimits } from './limits.ts';
import { writeShapefile } from './shapefile/write-shapefile.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';
import type { WriteOptions, WrittenFile, WrittenFormat, WrittenLand } from './written-land.ts';

/** Land as the bytes of a file; meant for the survey worker. Throws Refused. */
export async function writeBytes(
  land: WrittenLand,
  format: WrittenFormat,
  options: WriteOptions,
  limits: SurveyLimits,
): Promise<WrittenFile> {
  switch (format) {
    case 'shapefile':
      return writeShapefile(land, options);
    case 'dxf':
      return writeDxf(land, options);
    case 'kml':
      return writeKml(land);
    case 'workbook':
      return writeWorkbook(land, options);
    case 'geopackage':
    case 'flatgeobuf':
      return writeGisFile(land, format, limits.memoryMegabytes);
  }
}
