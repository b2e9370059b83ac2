import { describe, expect, test } from 'vitest';
import { surveyLimits } from '../../../server/survey/limits.ts';
import { noteOfExtension, recogniseFormat } from '../../../server/survey/recognise-format.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { makeZip } from '../../support/zip.ts';

const text = (written: string) => new TextEncoder().encode(written);
const bytes = (written: string, length = 0) =>
  Uint8Array.from(Buffer.concat([Buffer.from(written, 'latin1'), Buffer.alloc(length)]));
const zipOf = (...names: string[]) => makeZip(names.map((name) => ({ name, bytes: text('x') })));
const database = (application: string) => bytes(`SQLite format 3\0${'\0'.repeat(52)}${application}`, 200);

function recognised(content: Uint8Array): string {
  try {
    return recogniseFormat(content, surveyLimits).kind;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, detail } = error.refusal;
    return [code, detail['format']].filter(Boolean).join(' ');
  }
}

describe('what a file is', () => {
  test.each([
    ['coordinate-txt', text('[属性描述]\r\n坐标系=2000国家大地坐标系\r\n[地块坐标]\r\n')],
    ['coordinate-table', text('点号,X坐标,Y坐标\nJ1,3046512.35,39532610.42\n')],
    ['geojson', text('\n{"type":"FeatureCollection","features":[]}')],
    ['geojson', text('{"type":')],
    ['dxf', text('  0\r\nSECTION\r\n  2\r\nHEADER\r\n')],
    ['dxf', text('999\nmade by hand\n0\nSECTION\n')],
    ['kml', text('<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>')],
    ['kml', text('<?xml version="1.0"?><ogc:kml xmlns:ogc="http://www.opengis.net/kml/2.2"></ogc:kml>')],
    ['geopackage', database('GPKG')],
    ['geopackage', database('GP10')],
    ['flatgeobuf', bytes('fgb\x03fgb\x00', 100)],
    ['shp', bytes('\0\0\x27\x0a', 100)],
    ['shapefile', zipOf('金岭/地块.shp', '金岭/地块.dbf')],
    ['kmz', zipOf('doc.kml')],
    ['workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['shapefile.missing-part', zipOf('地块.dbf')],
    ['survey.format-unknown', zipOf('readme.md')],
    ['survey.format-unknown', bytes('\x01\x02\x03\x04', 100)],
    ['survey.format-unknown', new Uint8Array()],
    ['dxf.binary', bytes('AutoCAD Binary DXF\r\n\x1a\0')],
    ['survey.format-known-unread sqlite', database('\0\0\0\0')],
    ['survey.format-known-unread dwg', bytes('AC1027', 100)],
    ['survey.format-known-unread xls', bytes('\xd0\xcf\x11\xe0', 100)],
    ['survey.format-known-unread pdf', bytes('%PDF-1.7')],
    ['survey.format-known-unread xml', text('<html><body>404</body></html>')],
  ])('is told by its bytes: %s', (kind, content) => {
    expect(recognised(content)).toBe(kind);
  });

  test('is told where its name promises something else', () => {
    const format = recogniseFormat(text('{"type":"FeatureCollection","features":[]}'), surveyLimits);
    const detail = { extension: 'shp', format: 'geojson' };
    expect(noteOfExtension('地块.shp', format)).toMatchObject({ code: 'survey.wrong-extension', detail });
    expect(noteOfExtension('地块.JSON', format)).toBeNull();
    expect(noteOfExtension('地块', format)).toBeNull();
  });
});
