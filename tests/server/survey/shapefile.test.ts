import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemOf } from '../../../domain/survey/system/systems.ts';
import { readPrj } from '../../../domain/survey/system/read-prj.ts';
import { surveyLimits } from '../../../server/survey/limits.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { readShapefile, type ShapefileParts } from '../../../server/survey/shapefile/read-shapefile.ts';
import { prjOf } from '../../../server/survey/shapefile/write-prj.ts';
import { writeShapefile } from '../../../server/survey/shapefile/write-shapefile.ts';
import type { WriteOptions, WrittenLand } from '../../../server/survey/written-land.ts';
import { areasOf, exampleAreas, exampleLand, square } from '../../support/survey-example.ts';

const on = [2026, 11, 22] as const;

function partsOf(land: WrittenLand, encoding: WriteOptions['encoding'] = 'gbk'): ShapefileParts {
  const files = Object.entries(unzipSync(writeShapefile(land, { encoding, on }).bytes));
  const part = (extension: string) => files.find(([name]) => name.endsWith(extension))![1];
  return { name: land.name, shp: part('.shp'), dbf: part('.dbf'), prj: part('.prj'), cpg: part('.cpg') };
}
const read = (parts: ShapefileParts, encoding: 'utf-8' | 'gb18030' | null = null) =>
  readShapefile(parts, encoding, surveyLimits);
const codes = (parts: ShapefileParts) => read(parts).notes.map(({ code }) => code);
const recordsOf = (parts: ShapefileParts) => read(parts).layers[0]!.features;

/** The bytes of a .shp of one record with this content. */
function shpOf(type: number, content: Buffer): Uint8Array {
  const header = Buffer.alloc(108);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((112 + content.length) / 2, 24);
  header.writeInt32BE(1, 100);
  header.writeInt32BE((4 + content.length) / 2, 104);
  const kind = Buffer.alloc(4);
  kind.writeInt32LE(type);
  return Uint8Array.from(Buffer.concat([header, kind, content]));
}
const bare = (shp: Uint8Array): ShapefileParts => ({ name: 'a', shp, dbf: null, prj: null, cpg: null });
const doubles = (...values: number[]) => Buffer.from(Float64Array.from(values).buffer);
const integers = (...values: number[]) => Buffer.from(Int32Array.from(values).buffer);

describe('a shapefile', () => {
  test.each(['gbk', 'utf-8'] as const)('written in %s is read as it was', (encoding) => {
    const file = read(partsOf(exampleLand, encoding));
    expect(file.encoding).toBe(encoding === 'gbk' ? 'gb18030' : 'utf-8');
    expect(file.systems).toMatchObject([{ epsg: 4527, from: 'prj' }]);
    expect(Object.values(areasOf(file))).toEqual(exampleAreas.map((area) => expect.closeTo(area, 3)));
    expect(file.layers[0]!.features.map(({ code, name, declaredArea }) => [code, name, declaredArea?.value])).toEqual([
      ['JL-A-01', '金岭一期A-01地块', 51906.88],
      ['JL-A-02', '标准厂房·二期', 12550.25],
    ]);
    expect(file.layers[0]!.features[0]!.shape).toMatchObject({ polygons: [[{ length: 4 }, { length: 4 }]] });
    expect(file.notes).toEqual([]);
  });

  test.each([
    ['gbk', 'gb18030'],
    ['utf-8', 'utf-8'],
  ] as const)('without .cpg and language byte is read by its content: %s', (written, expected) => {
    const parts = partsOf(exampleLand, written);
    parts.dbf![29] = 0;
    const file = read({ ...parts, cpg: null });
    expect([file.encoding, file.layers[0]!.features[0]!.name]).toEqual([expected, '金岭一期A-01地块']);
    expect(file.about[0]).toMatchObject({ encodingFrom: 'content' });
  });

  test('whose .cpg somebody copied from elsewhere is read by its content, and says so', () => {
    const parts = { ...partsOf(exampleLand, 'gbk'), cpg: new TextEncoder().encode('UTF-8') };
    expect(recordsOf(parts)[0]!.name).toBe('金岭一期A-01地块');
    expect(codes(parts)).toEqual(['shapefile.cpg-wrong']);
  });

  test('is read in the encoding a person chose, right or wrong', () => {
    const wrong = read(partsOf(exampleLand, 'gbk'), 'utf-8');
    expect(wrong.encoding).toBe('utf-8');
    expect(wrong.notes.map(({ code }) => code)).toEqual(['text.bad-bytes']);
  });

  test('says nothing of its system without .prj, and is read without .dbf', () => {
    const file = read({ ...partsOf(exampleLand), prj: null, dbf: null });
    expect(file.systems).toEqual([]);
    expect(file.encoding).toBeNull();
    expect(file.notes.map(({ code }) => code)).toEqual(['shapefile.no-table']);
  });

  test('keeps records without a place', () => {
    const land = {
      ...exampleLand,
      features: [{ ...exampleLand.features[0]!, polygons: [] }, exampleLand.features[1]!],
    };
    expect(recordsOf(partsOf(land)).map(({ shape, code }) => [shape === null, code])).toEqual([
      [true, 'JL-A-01'],
      [false, 'JL-A-02'],
    ]);
  });

  test('leaves out records that are marked as deleted, and says which', () => {
    const parts = partsOf(exampleLand);
    const header = new DataView(parts.dbf!.buffer, parts.dbf!.byteOffset).getUint16(8, true);
    parts.dbf![header] = 0x2a;
    expect(recordsOf(parts).map(({ code, at }) => [code, at.record])).toEqual([['JL-A-02', 2]]);
    expect(read(parts).notes).toMatchObject([{ code: 'shapefile.deleted-record', at: { record: 1 } }]);
  });

  test.each([
    [
      'PointZ',
      11,
      doubles(39532610.42, 3046512.35, 120.5, -1e39),
      { type: 'points', points: [[39532610.42, 3046512.35]] },
    ],
    [
      'PolyLineM',
      23,
      Buffer.concat([doubles(0, 0, 3, 4), integers(1, 2, 0), doubles(0, 0, 3, 4, 0, 1, 0, 1)]),
      {
        type: 'line',
        lines: [
          [
            [0, 0],
            [3, 4],
          ],
        ],
      },
    ],
    [
      // Two rings wound the same way, the second within the first, as some programs write a hole.
      //  4 +-----+      with Z behind
      //    | +-+ |
      //    | +-+ |
      //  0 +-----+ 4
      'PolygonZ with a hole wound wrongly',
      15,
      Buffer.concat([
        doubles(0, 0, 4, 4),
        integers(2, 10, 0, 5),
        doubles(0, 0, 0, 4, 4, 4, 4, 0, 0, 0, 1, 1, 1, 3, 3, 3, 3, 1, 1, 1),
        doubles(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7),
      ]),
      { type: 'area', polygons: [[{ length: 4 }, { length: 4 }]] },
    ],
  ])('of %s is read without its heights and measures', (_, type, content, shape) => {
    expect(recordsOf(bare(shpOf(type, content)))[0]!.shape).toMatchObject(shape);
  });

  test.each([
    ['more points than its record has room for', Buffer.concat([doubles(0, 0, 1, 1), integers(1, 1_000_000_000, 0)])],
    ['a billion rings', Buffer.concat([doubles(0, 0, 1, 1), integers(1_000_000_000, 1_000_000_000, 0)])],
    [
      'rings that begin behind their end',
      Buffer.concat([doubles(0, 0, 1, 1), integers(2, 3, 0, 9), doubles(0, 0, 1, 0, 1, 1)]),
    ],
    ['negative counts', Buffer.concat([doubles(0, 0, 1, 1), integers(-1, -1, 0)])],
  ])('with %s keeps the record without a place and names it', (_, content) => {
    const parts = bare(shpOf(5, content));
    expect(recordsOf(parts)[0]!.shape).toBeNull();
    expect(read(parts).notes).toContainEqual(
      expect.objectContaining({ code: 'shapefile.record-damaged', at: { line: null, record: 1 } }),
    );
  });

  test('cut off within a record gives those before it and names the first that is missing', () => {
    const parts = partsOf(exampleLand);
    const cut = { ...parts, shp: parts.shp.subarray(0, parts.shp.length - 20) };
    expect(recordsOf(cut).map(({ code }) => code)).toEqual(['JL-A-01']);
    expect(read(cut).notes).toContainEqual(
      expect.objectContaining({ code: 'shapefile.truncated', at: { line: null, record: 2 } }),
    );
  });

  test('of which any byte is changed is read or refused', () => {
    const parts = partsOf(exampleLand);
    for (const part of ['shp', 'dbf'] as const) {
      const whole = parts[part]!;
      for (let at = 0; at < whole.length; at += 1) {
        for (const change of [0xff, 0x80, 1]) {
          const changed = Uint8Array.from(whole);
          changed[at] = changed[at]! ^ change;
          try {
            read({ ...parts, [part]: changed });
          } catch (error) {
            expect(error).toBeInstanceOf(Refused);
          }
        }
      }
    }
  });

  test('cuts long names and texts between characters and says so', () => {
    const long = '长'.repeat(200);
    const [feature] = exampleLand.features;
    const attributes = { 地块用途说明文字: 'a', 地块用途说明文件: 'b', 说明: long };
    const land = { ...exampleLand, features: [{ ...feature!, attributes }] };
    const { notes } = writeShapefile(land, { encoding: 'utf-8', on });
    expect(notes).toEqual([
      { code: 'write.field-renamed', detail: { from: '地块用途说明文字', to: '地块用' } },
      { code: 'write.field-renamed', detail: { from: '地块用途说明文件', to: '地块_1' } },
      { code: 'write.text-cut', detail: { field: '说明', records: 1 } },
    ]);
    expect(recordsOf(partsOf(land, 'utf-8'))[0]!.properties).toEqual({
      地块用: 'a',
      地块_1: 'b',
      说明: '长'.repeat(84),
    });
  });

  test('refuses characters that GBK has not, and names them', () => {
    const land = { ...exampleLand, features: [{ ...exampleLand.features[0]!, name: '𠮷地' }] };
    const write = () => writeShapefile(land, { encoding: 'gbk', on });
    expect(write).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ detail: { characters: '𠮷' } }) }),
    );
  });

  test('keeps every number and text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'地块金岭0a. -ß'), maxLength: 40 }).map((value) => value.trim());
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => Math.round(value * 1e4) / 1e4),
    );
    const rows = fc.array(fc.record({ 文字: fc.option(text), 数值: fc.option(number) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (written) => {
        const features = written.map((attributes, index) => ({
          code: `A-${index}`,
          name: '地块',
          polygons: [square(index * 10, 0, 5)],
          attributes,
        }));
        const records = recordsOf(partsOf({ name: '地', epsg: 4527, features }, 'utf-8'));
        const expected = written.map((row) => ({
          文字: row.文字 || null,
          数值: row.数值 === null ? null : row.数值 + 0,
        }));
        expect(records.map(({ properties }) => properties)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test.each([4527, 4548, 4498, 4509, 4490, 4326, 2363, 2415])(
    'writes a .prj of EPSG:%i that is read as the same',
    (epsg) => {
      const declared = readPrj(prjOf(epsg));
      expect(declared.epsg).toBe(epsg);
      expect(systemOf(epsg)).not.toBeNull();
    },
  );
});
