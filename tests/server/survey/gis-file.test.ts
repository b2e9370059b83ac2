import writeExcelFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { writeSurvey } from '../../../server/survey/write-survey.ts';
import type { WrittenFormat } from '../../../server/survey/written-land.ts';
import { areasOf, exampleAreas, exampleLand, readOrThrow, writing } from '../../support/survey-example.ts';

async function write(format: WrittenFormat): Promise<Uint8Array> {
  const written = await writeSurvey(exampleLand, format, writing);
  if ('refusal' in written) throw new Error(written.refusal.code);
  return written.file.bytes;
}

describe('files that GDAL reads and writes in its worker', () => {
  test.each(['geopackage', 'flatgeobuf'] as const)(
    '%s: what was written is read, to the last figure',
    async (format) => {
      const file = await readOrThrow(await write(format));
      expect(file.systems).toMatchObject([{ epsg: 4527, from: 'format' }]);
      expect(file.layers.map(({ name }) => name)).toEqual(['金岭地块']);
      const features = file.layers[0]!.features;
      expect(
        features.map(({ code, name, declaredArea, properties }) => [code, name, declaredArea?.value, properties]),
      ).toEqual([
        ['JL-A-01', '金岭一期A-01地块', 51906.88, { 地块用途: '工业用地', 序号: 1 }],
        ['JL-A-02', '标准厂房·二期', 12550.25, { 地块用途: '仓储用地', 序号: 2 }],
      ]);
      const written = new Set(exampleLand.features.flatMap(({ polygons }) => polygons.flat(2)).map(String));
      const read = features.flatMap(({ shape }) => (shape?.type === 'area' ? shape.polygons.flat(2) : [])).map(String);
      expect(new Set(read)).toEqual(written);
      expect(file.notes).toEqual([]);
    },
  );

  test('workbook: the 界址点成果表 that was written is read', async () => {
    const file = await readOrThrow(await write('workbook'));
    expect(file.format).toBe('coordinate-table');
    expect(Object.entries(areasOf(file))).toEqual([
      ['JL-A-01', expect.closeTo(exampleAreas[0]!, 3)],
      ['JL-A-02', expect.closeTo(exampleAreas[1]!, 3)],
    ]);
    expect(file.layers[0]!.features.map(({ name }) => name)).toEqual(['金岭一期A-01地块', '标准厂房·二期']);
  });

  test('workbook: sheets of other things are left out, blank rows part parcels', async () => {
    const cell = (value: string | number) => ({ value, type: typeof value === 'string' ? String : Number });
    const rows = (data: (string | number)[][]) => data.map((row) => row.map(cell));
    const ring = (east: number) => [
      [1, 3046000, east],
      [2, 3046100, east],
      [3, 3046100, east + 100.123],
      [1, 3046000, east],
    ];
    const bytes = await writeExcelFile([
      { sheet: '说明', data: rows([['本表由勘测单位提供']]) },
      { sheet: '坐标', data: rows([['点号', 'X', 'Y'], ...ring(39532000), [], ...ring(39533000)]) },
    ]).toBuffer();
    const file = await readOrThrow(new Uint8Array(bytes), { as: 'area' });
    expect(file.layers.map(({ name, features }) => [name, features.length])).toEqual([['坐标', 2]]);
    const [first] = file.layers[0]!.features;
    expect(first?.shape).toEqual({
      type: 'area',
      polygons: [
        [
          [
            [39532000, 3046000],
            [39532000, 3046100],
            [39532100.123, 3046100],
          ],
        ],
      ],
    });
  });
});
