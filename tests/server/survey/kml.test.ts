import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../server/survey/read-bytes.ts';
import { readKml } from '../../../server/survey/kml/read-kml.ts';
import { writeKml } from '../../../server/survey/kml/write-kml.ts';
import { surveyLimits } from '../../../server/survey/limits.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { encodeText } from '../../../domain/survey/encode-text.ts';
import { degreeLand, exampleLand } from '../../support/survey-example.ts';
import { makeZip } from '../../support/zip.ts';

const read = (xml: string) => readKml(xml, 'utf-8', surveyLimits);
const options = { name: 'a.kml', encoding: null, member: null, as: null };
const document = (inside: string) => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">${inside}</kml>`;
const triangle = '<coordinates>117.1,27.1,0 117.2,27.1,0\n\t117.2,27.2,0 117.1,27.1,0</coordinates>';
const polygon = `<Polygon><outerBoundaryIs><LinearRing>${triangle}</LinearRing></outerBoundaryIs></Polygon>`;

function refusal(xml: string): string {
  try {
    read(xml);
    return 'read';
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

describe('KML', () => {
  test('written here is read as it was', () => {
    const file = read(new TextDecoder().decode(writeKml(degreeLand).bytes));
    const expected = degreeLand.features.map(({ code, name, polygons }) => [
      code,
      name,
      polygons.map((rings) => rings.length),
    ]);
    const found = file.layers
      .flatMap(({ features }) => features)
      .map(({ code, name, shape }) => [
        code,
        name,
        shape?.type === 'area' ? shape.polygons.map((rings) => rings.length) : null,
      ]);
    expect(found).toEqual(expected);
    expect(file.layers[0]!.features[0]!.properties).toMatchObject({ 地块用途: '工业用地', 序号: '1' });
    expect(file.systems).toMatchObject([{ epsg: 4326 }]);
    expect(file.notes).toEqual([]);
  });

  test('of metres is refused', () => {
    expect(() => writeKml(exampleLand)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'write.needs-degrees' }) }),
    );
  });

  test('gives folders as layers and attributes of both kinds of ExtendedData', () => {
    const schema = '<SchemaData schemaUrl="#s"><SimpleData name="DKMC">标准厂房 &amp; 仓库</SimpleData></SchemaData>';
    const data = '<Data name="DKBH"><displayName>编号</displayName><value>A-01</value></Data>';
    const placemark = `<Placemark><name>甲</name><description><![CDATA[<b>x</b>]]></description><ExtendedData>${data}${schema}</ExtendedData>${polygon}</Placemark>`;
    const line = `<Placemark><name>路</name><LineString>${triangle}</LineString></Placemark>`;
    const file = read(
      document(
        `<Document><name>总</name><Folder><name>一期</name>${placemark}</Folder><Folder>${line}</Folder></Document>`,
      ),
    );
    expect(file.layers.map(({ name, features }) => [name, features.length])).toEqual([
      ['一期', 1],
      ['总', 1],
    ]);
    const [feature] = file.layers[0]!.features;
    expect(feature).toMatchObject({
      code: 'A-01',
      name: '标准厂房 & 仓库',
      properties: { name: '甲', description: '<b>x</b>' },
    });
    expect(feature!.shape).toEqual({
      type: 'area',
      polygons: [
        [
          [
            [117.1, 27.1],
            [117.2, 27.1],
            [117.2, 27.2],
          ],
        ],
      ],
    });
    expect(file.layers[1]!.features[0]!.shape?.type).toBe('line');
  });

  test.each([
    [
      'declared and written in GBK',
      (encodeText(document(`<Placemark><name>地块</name>${polygon}</Placemark>`), 'gbk') as { bytes: Uint8Array })
        .bytes,
    ],
    [
      'in a KMZ',
      makeZip([
        { name: 'files/a.png', bytes: new Uint8Array(3) },
        {
          name: 'doc.kml',
          bytes: new TextEncoder().encode(document(`<Placemark><name>地块</name>${polygon}</Placemark>`)),
        },
      ]),
    ],
  ])('%s is read', async (_, bytes) => {
    const file = await readBytes(bytes, options, surveyLimits);
    expect(file.layers[0]!.features.map(({ name }) => name)).toEqual(['地块']);
  });

  test('names placemarks whose coordinates are no numbers, by line', () => {
    const broken = polygon.replace('117.2,27.2,0', '117.2;27.2');
    const file = read(document(`\n<Placemark>${broken}</Placemark>\n<Placemark>${polygon}</Placemark>`));
    expect(file.notes).toMatchObject([{ code: 'kml.coordinates-unreadable', at: { line: 2, record: 1 } }]);
    expect(file.layers[0]!.features.map(({ shape }) => shape?.type ?? null)).toEqual([null, 'area']);
  });

  test.each([
    [
      'xml.entities',
      'a billion laughs',
      `<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${document('<name>&b;</name>')}`,
    ],
    [
      'xml.entities',
      'an entity of a file',
      `<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>${document('&a;')}`,
    ],
    ['xml.too-deep', 'a million levels', document('<Folder>'.repeat(1_000_000))],
    ['survey.damaged', 'an end too early', document(polygon).slice(0, 150)],
    ['survey.damaged', 'tags that cross', document('<Folder><Placemark></Folder></Placemark>')],
    ['survey.damaged', 'an attribute without end', `<kml x="${'a'.repeat(1000)}`],
    ['survey.damaged', 'a comment without end', document('<!-- ')],
  ])('is refused with %s for %s', (code, _, xml) => {
    expect(refusal(xml)).toBe(code);
  });
});
