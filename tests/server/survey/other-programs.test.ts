import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSurvey } from '../../../server/survey/write-survey.ts';
import { writeKml } from '../../../server/survey/kml/write-kml.ts';
import type { WriteOptions, WrittenFormat } from '../../../server/survey/written-land.ts';
import { hasOgr, OgrFolder } from '../../support/ogr.ts';
import { areasOf, degreeLand, exampleAreas, exampleLand, readOrThrow, writing } from '../../support/survey-example.ts';

const folder = new OgrFolder();
afterAll(() => folder.remove());

const codes = exampleLand.features.map(({ code }) => code!);
const names = exampleLand.features.map(({ name }) => name!);

async function write(format: WrittenFormat, encoding: WriteOptions['encoding'] = 'gbk'): Promise<Uint8Array> {
  const written = await writeSurvey(exampleLand, format, { ...writing, encoding });
  if ('refusal' in written) throw new Error(written.refusal.code);
  return written.file.bytes;
}

/** A GeoPackage written here once, from which ogr2ogr makes the files that are read back. */
let source = '';
beforeAll(async () => {
  if (hasOgr) source = folder.put('source.gpkg', await write('geopackage'));
});

describe.skipIf(!hasOgr)(`survey files and Debian's GDAL${hasOgr ? '' : ' (gdal-bin is not installed)'}`, () => {
  test.each([
    ['shapefile', 'gbk', '/vsizip/', 'a.zip'],
    ['shapefile', 'utf-8', '/vsizip/', 'b.zip'],
    ['geopackage', 'gbk', '', 'a.gpkg'],
    ['flatgeobuf', 'gbk', '', 'a.fgb'],
  ] as const)(
    '%s (%s) written here opens in ogrinfo with the same count, areas and names',
    async (format, encoding, handler, file) => {
      const path = handler + folder.put(file, await write(format, encoding));
      const found = folder.fieldsAndAreas(path, 'DKMC');
      expect(found.map(({ text }) => text)).toEqual(names);
      found.forEach(({ area }, index) => expect(area).toBeCloseTo(exampleAreas[index]!, 2));
      expect(folder.info(path)).toMatch(/CGCS2000.*3.*zone 39/i);
    },
  );

  test.each(['gbk', 'utf-8'] as const)(
    'a drawing (%s) written here opens in ogrinfo with its lines, layers and texts',
    async (encoding) => {
      const path = folder.put(`${encoding}.dxf`, await write('dxf', encoding));
      // GDAL 3.6 believes the code page also in R2007, where AutoCAD writes it too and the text is UTF-8.
      const own = encoding === 'utf-8' ? ['--config', 'DXF_ENCODING', 'UTF-8'] : [];
      const texts = folder.fieldsAndAreas(path, 'Text', ['--config', 'DXF_CLOSED_LINE_AS_POLYGON', 'TRUE', ...own]);
      expect(texts.filter(({ text }) => text === '').map(({ area }) => Math.round(area))).toEqual([
        53107, 1200, 10000, 2550,
      ]);
      expect(new Set(texts.map(({ text }) => text).filter((text) => text !== ''))).toEqual(
        new Set([...codes, ...names]),
      );
      const layers = folder.fieldsAndAreas(path, 'Layer', own).map(({ text }) => text);
      expect(new Set(layers)).toEqual(new Set(['金岭地块', '金岭地块_内圈', '金岭地块_注记']));
    },
  );

  test('KML written here opens in ogrinfo with the same placemarks', () => {
    const path = folder.put('a.kml', writeKml(degreeLand).bytes);
    expect(folder.fieldsAndAreas(path, 'DKMC').map(({ text }) => text)).toEqual(names);
  });

  test('a workbook written here opens in ogrinfo with its sheet and texts', async () => {
    const path = folder.put('a.xlsx', await write('workbook'));
    const info = folder.info(path);
    expect(info).toContain('界址点成果表');
  });

  test.each([
    ['GBK', 'gb18030'],
    ['UTF-8', 'utf-8'],
  ])('a shapefile of ogr2ogr in %s is read with the same areas and names', async (encoding, expected) => {
    const name = `ogr-${encoding}`;
    folder.convert(`${name}.shp`, source, ['-f', 'ESRI Shapefile', '-lco', `ENCODING=${encoding}`]);
    const part = (extension: string) =>
      [`${name}.${extension}`, readFileSync(folder.path(`${name}.${extension}`))] as const;
    const zip = zipSync(Object.fromEntries(['shp', 'shx', 'dbf', 'prj', 'cpg'].map(part)));
    const file = await readOrThrow(zip);
    expect([file.encoding, file.systems[0]?.epsg]).toEqual([expected, 4527]);
    expectExample(areasOf(file), file.layers[0]!.features);
    // And as the bureaus send it: without .cpg.
    const bare = zipSync(Object.fromEntries(['shp', 'shx', 'dbf', 'prj'].map(part)));
    expect((await readOrThrow(bare)).layers[0]!.features.map((feature) => feature.name)).toEqual(names);
  });

  test.each([
    ['GPKG', 'ogr.gpkg'],
    ['FlatGeobuf', 'ogr.fgb'],
  ])('%s of ogr2ogr is read with the same areas and names', async (driver, file) => {
    folder.convert(file, source, ['-f', driver]);
    const read = await readOrThrow(folder.get(file));
    expect(read.systems).toMatchObject([{ epsg: 4527 }]);
    expectExample(areasOf(read), read.layers[0]!.features);
  });

  test('geopackage: a layer without records beside one with some, and alone', async () => {
    const none = ['-where', "DKMC = 'nobody'"];
    folder.convert('empty.gpkg', source, ['-f', 'GPKG', '-nln', '空', ...none]);
    const alone = await readOrThrow(readFileSync(folder.path('empty.gpkg')));
    expect(alone.notes.map(({ code }) => code)).toEqual(['survey.no-features']);
    folder.convert('empty.gpkg', source, ['-f', 'GPKG', '-update', '-nln', '满']);
    const file = await readOrThrow(readFileSync(folder.path('empty.gpkg')));
    expect(file.layers.flatMap(({ features }) => features.map(({ name }) => name))).toEqual(names);
  });

  test('GeoPackage of ogr2ogr with heights, two layers and a record without a place is read', async () => {
    folder.convert('two.gpkg', source, ['-f', 'GPKG', '-nln', '一', '-dim', 'XYZ']);
    const sql = 'SELECT DKBH, DKMC, NULL AS geom FROM "金岭地块"';
    folder.convert('two.gpkg', source, ['-f', 'GPKG', '-update', '-nln', '二', '-dialect', 'SQLITE', '-sql', sql]);
    const read = await readOrThrow(folder.get('two.gpkg'));
    expect(read.layers.map(({ name, features }) => [name, features.map(({ shape }) => shape?.type ?? null)])).toEqual([
      ['一', ['area', 'area']],
      ['二', [null, null]],
    ]);
  });

  test('KML of ogr2ogr is read with the same names', async () => {
    const path = folder.put('source.kml', writeKml(degreeLand).bytes);
    folder.convert('ogr.kml', path, ['-f', 'LIBKML']);
    const read = await readOrThrow(folder.get('ogr.kml'));
    const features = read.layers.flatMap((layer) => layer.features);
    expect(features.map((feature) => [feature.code, feature.name])).toEqual(
      codes.map((code, index) => [code, names[index]]),
    );
    expect(features.map(({ shape }) => (shape?.type === 'area' ? shape.polygons.length : 0))).toEqual([1, 2]);
  });

  test('a drawing of ogr2ogr, which draws hatches, is read with the same areas', async () => {
    folder.convert('ogr.dxf', source, ['-f', 'DXF']);
    const read = await readOrThrow(folder.get('ogr.dxf'));
    const areas = read.layers.flatMap(({ features }) =>
      Object.values(areasOf({ ...read, layers: [{ name: '', features }] })),
    );
    expect(areas.length).toBeGreaterThan(0);
    const shapes = read.layers.flatMap(({ features }) => features.map(({ shape }) => shape?.type));
    expect(shapes.every((type) => type === 'area')).toBe(true);
  });

  test('a workbook of ogr2ogr is read as a table', async () => {
    const csv = folder.put(
      'points.csv',
      new TextEncoder().encode(
        '点号,X,Y\nJ1,3046512.350,39532610.420\nJ2,3046525.118,39532858.765\nJ3,3046310.904,39532869.930\n',
      ),
    );
    folder.convert('ogr.xlsx', csv, ['-f', 'XLSX', '-oo', 'AUTODETECT_TYPE=YES']);
    const read = await readOrThrow(folder.get('ogr.xlsx'), { as: 'area' });
    expect(read.layers[0]!.features[0]!.shape).toMatchObject({
      polygons: [[{ 0: [39532610.42, 3046512.35], length: 3 }]],
    });
  });
});

function expectExample(areas: Record<string, number>, features: readonly { name: string | null }[]): void {
  // A FlatGeobuf with an index has its records in the order of the index.
  expect(Object.keys(areas).sort()).toEqual(codes);
  codes.forEach((code, index) => expect(areas[code]).toBeCloseTo(exampleAreas[index]!, 3));
  expect(new Set(features.map(({ name }) => name))).toEqual(new Set(names));
}
