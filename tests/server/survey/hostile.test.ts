import { describe, expect, test } from 'vitest';
import { readAnySurvey } from '../../../server/survey/read-any-survey.ts';
import { writeSurvey } from '../../../server/survey/write-survey.ts';
import { block, closedLine, insert, makeDxf } from '../../support/dxf.ts';
import { exampleLand, readOrThrow, refusalOf, writing } from '../../support/survey-example.ts';
import { makeZip } from '../../support/zip.ts';

const text = (written: string) => new TextEncoder().encode(written);
const megabyte = 1024 * 1024;

type Format = 'shapefile' | 'geopackage' | 'flatgeobuf' | 'workbook';
const kept = new Map<Format, Uint8Array>();

/** Each is written once and damaged often. */
async function written(format: Format): Promise<Uint8Array> {
  const known = kept.get(format);
  if (known) return known.slice();
  const result = await writeSurvey(exampleLand, format, writing);
  if ('refusal' in result) throw new Error(result.refusal.code);
  kept.set(format, result.file.bytes);
  return result.file.bytes.slice();
}

/** The process is up, and the next file is read as ever. */
async function stillReads(): Promise<void> {
  const file = await readOrThrow(
    text('J1,3046512.350,39532610.420\nJ2,3046525.118,39532858.765\nJ3,3046310.904,39532869.930\n'),
  );
  expect(file.layers[0]!.features).toHaveLength(1);
}

describe('hostile files', () => {
  test.each([
    [
      'zip.too-large',
      'a zip that declares two gigabytes',
      makeZip([{ name: 'a.shp', bytes: text('x'), declaredBytes: 2 ** 31 }]),
    ],
    ['zip.ratio', 'a zip bomb', makeZip([{ name: 'a.shp', bytes: new Uint8Array(50 * megabyte) }])],
    [
      'zip.ratio',
      'a workbook that is a bomb',
      makeZip([{ name: 'xl/workbook.xml', bytes: new Uint8Array(50 * megabyte) }]),
    ],
    [
      'xml.entities',
      'a workbook with a billion laughs',
      makeZip([{ name: 'xl/workbook.xml', bytes: text('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') }]),
    ],
    ['zip.unsafe-name', 'a zip that climbs out', makeZip([{ name: '../../x.shp', bytes: text('x') }])],
    ['dxf.too-deep', 'blocks in a circle', text(makeDxf(insert('A'), block('A', insert('A'))))],
    [
      'survey.damaged',
      'a FlatGeobuf of nothing but its mark',
      Uint8Array.from([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 1, ...Array<number>(64).fill(0xff)]),
    ],
    [
      'survey.damaged',
      'a GeoPackage of nothing but its mark',
      Uint8Array.from(
        Buffer.concat([Buffer.from(`SQLite format 3\0${'\0'.repeat(52)}GPKG`, 'latin1'), Buffer.alloc(4000, 0xff)]),
      ),
    ],
    ['read: geojson.too-deep', 'JSON of a million levels', text('{"a":' + '['.repeat(1_000_000))],
    ['read: geojson.truncated', 'JSON cut off', text('{"type":"FeatureCollection","features":[{"type":"Feat')],
    ['xml.too-deep', 'XML of a million levels', text(`<kml>${'<Folder>'.repeat(1_000_000)}`)],
    ['survey.format-unknown', 'an empty file', new Uint8Array()],
  ])('%s: %s', async (code, _, bytes) => {
    const started = performance.now();
    expect(await refusalOf(bytes)).toBe(code);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each(['geopackage', 'flatgeobuf', 'workbook', 'shapefile'] as const)(
    'a %s cut off anywhere is read or refused',
    async (format) => {
      const whole = await written(format);
      for (const part of [0.3, 0.6, 0.95]) {
        const code = await refusalOf(whole.subarray(0, Math.floor(whole.length * part)));
        expect(code).toMatch(/^(survey\.|zip\.|read: survey\.)/);
      }
    },
  );

  test('more features or points than the limit are refused by number', async () => {
    const shapefile = await written('shapefile');
    const geopackage = await written('geopackage');
    const drawing = text(
      makeDxf([
        ...closedLine('0', [
          [0, 0],
          [1, 0],
          [1, 1],
        ]),
        0,
        'CIRCLE',
        8,
        '0',
        10,
        0,
        20,
        0,
        40,
        10,
      ]),
    );
    expect(await refusalOf(shapefile, { features: 1 })).toBe('survey.too-many-features');
    expect(await refusalOf(shapefile, { points: 10 })).toBe('survey.too-many-points');
    expect(await refusalOf(geopackage, { features: 1 })).toBe('survey.too-many-features');
    expect(await refusalOf(geopackage, { points: 10 })).toBe('survey.too-many-points');
    expect(await refusalOf(drawing, { points: 100 })).toBe('survey.too-many-points');
    expect(await refusalOf(shapefile, { fileBytes: 100 })).toBe('survey.file-too-large');
  });

  test('what takes too long is ended', async () => {
    expect(await refusalOf(await written('geopackage'), { seconds: 0.05 })).toBe('survey.too-slow');
    await stillReads();
  });

  test('what takes too much memory is ended, within GDAL and without', async () => {
    const lines = Array.from(
      { length: 400_000 },
      (_, index) => `J${index},3046512.350,${39532610 + index},备注${index}`,
    );
    expect(await refusalOf(text(lines.join('\n')), { memoryMegabytes: 24 })).toBe('survey.too-much-memory');
    const corners = Array.from({ length: 200_000 }, (_, index) => [index, index % 7] as const);
    const drawing = text(makeDxf(Array.from({ length: 8 }, () => closedLine('0', corners)).flat()));
    expect(await refusalOf(drawing, { memoryMegabytes: 48 })).toBe('survey.too-much-memory');
    await stillReads();
  });

  test('a reading that is called off ends at once', async () => {
    const controller = new AbortController();
    const reading = readAnySurvey(await written('geopackage'), {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(await reading).toMatchObject({ refusal: { code: 'survey.cancelled' } });
    expect(await readAnySurvey(text('x'), {}, { signal: AbortSignal.abort() })).toMatchObject({
      refusal: { code: 'survey.cancelled' },
    });
  });

  test('several shapefiles in a zip are asked about by name', async () => {
    const one = { bytes: text('x') };
    const zip = makeZip([
      { name: '一期/a.shp', ...one },
      { name: '二期/b.shp', ...one },
    ]);
    const read = await readAnySurvey(zip);
    expect(read).toMatchObject({
      refusal: { code: 'shapefile.several', detail: { count: 2, names: '一期/a\n二期/b' } },
    });
    expect(await readAnySurvey(zip, { member: '二期/b' })).toMatchObject({
      refusal: { code: 'shapefile.not-a-shapefile' },
    });
  });
});
