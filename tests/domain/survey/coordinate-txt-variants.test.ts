import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { encodeText } from '../../../domain/survey/encode-text.ts';
import { inferAreaUnit } from '../../../domain/survey/infer-area-unit.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import {
  featuresOf,
  header,
  notesOf,
  onlyFeature,
  parcelRow,
  plain,
  readLines,
  rectangle,
  square,
} from '../../support/coordinate-txt.ts';

/** One test for each of the first ten rows of standards.md §1.3; the others have their own file. */
describe('variants of the coordinate TXT', () => {
  test('1 encoding: GBK, UTF-8 with and without mark, UTF-16LE with mark', () => {
    const text = plain.join('\r\n');
    const bytesOf = (encoding: 'gbk' | 'utf-8' | 'utf-8-bom') => {
      const encoded = encodeText(text, encoding);
      return 'bytes' in encoded ? encoded.bytes : new Uint8Array();
    };
    const read = (bytes: Uint8Array) => readCoordinateTxt(decodeText(bytes));
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const files = [bytesOf('gbk'), bytesOf('utf-8'), bytesOf('utf-8-bom'), wide].map(read);
    expect(files.map(({ encoding }) => encoding)).toEqual(['gb18030', 'utf-8', 'utf-8', 'utf-16le']);
    for (const file of files) {
      expect(file.notes).toEqual([]);
      expect(featuresOf(file)).toEqual(featuresOf(files[0]!));
      expect(featuresOf(file)[0]!.name).toBe('一号地块');
    }
  });

  test('2 full-width marks and digits are mended with their line; a name keeps its own', () => {
    const file = readLines([
      '【属性描述】',
      '坐标系＝2000国家大地坐标系',
      '带号=３９',
      '［地块坐标］',
      '５，0．01，JL－01，一号，面，，工业用地，0601，＠',
      'J1、1、3046010．000、39532000.000',
      ...square.slice(1),
      '5,0.01,JL-02,二号，（北）、小,面,,工业用地,0601,@',
      ...square,
      '5,0.01,JL-03,三号，面,,工业用地,0601,@',
      ...square,
    ]);
    expect(notesOf(file)).toEqual([1, 2, 3, 4, 5, 6, 17].map((line) => `text.full-width ${line}`));
    expect(featuresOf(file)).toMatchObject([
      { code: 'JL-01', name: '一号', declaredArea: { value: 0.01 } },
      { code: 'JL-02', name: '二号，（北）、小' },
      { code: 'JL-03', name: '三号' },
    ]);
    expect(featuresOf(file)[0]!.shape).toEqual(onlyFeature(plain).shape);
    expect(file.systems).toMatchObject([{ datum: 'cgcs2000', zone: 39 }]);
  });

  test('3 leading and empty lines, any line end, several header blocks', () => {
    const lines = [
      '  ',
      ` ${plain[0]}`,
      '',
      ...plain.slice(1),
      '',
      '\t',
      '[属性描述]',
      '坐标系=1980西安坐标系',
      '带号=40',
      '[地块坐标]',
    ];
    for (const lineEnd of ['\r\n', '\n', '\r']) {
      const file = readLines([...lines, parcelRow(), ...square], lineEnd);
      expect(file.notes).toEqual([]);
      expect(file.layers.map(({ features }) => features.length)).toEqual([1, 1]);
      expect(file.systems).toMatchObject([
        { datum: 'cgcs2000', zone: 39, bandDegrees: 3 },
        { datum: 'xian80', zone: 40, bandDegrees: null },
      ]);
    }
    expect(readLines([...plain, ...plain]).systems.length).toBe(1);
  });

  test('4 other sections and keys are kept', () => {
    const file = readLines([
      '[项目信息]',
      '项目名称=金岭',
      '一句话',
      ...plain.slice(0, 4),
      '自定义=任意,1,2,3',
      '[扩展信息]',
      '备注=无',
      ...plain.slice(4),
    ]);
    expect(file.notes).toEqual([]);
    expect(file.about).toEqual([
      { section: '项目信息', 项目名称: '金岭', 一句话: '' },
      { section: '属性描述', 坐标系: '2000国家大地坐标系', 几度分带: '3', 带号: '39', 自定义: '任意,1,2,3' },
      { section: '扩展信息', 备注: '无' },
    ]);
    expect(featuresOf(file).length).toBe(1);
  });

  test('5 header keys in any order, few, or none', () => {
    const reordered = readLines([
      '[属性描述]',
      '带号=39',
      '转换参数=0,0,0,0,0,0,0',
      '坐标系=CGCS2000',
      '[地块坐标]',
      ...plain.slice(5),
    ]);
    expect(reordered.systems).toMatchObject([{ datum: 'cgcs2000', zone: 39, bandDegrees: null }]);
    const bare = readLines(plain.slice(5));
    expect([bare.systems, bare.about, bare.notes, featuresOf(bare).length]).toEqual([[], [], [], 1]);
    const datums = [
      '80国家大地坐标系',
      '1980西安国家大地坐标系',
      '1954北京坐标系',
      'WGS84坐标系',
      '新北京54',
      '独立坐标系',
    ];
    expect(datums.map((name) => readLines(['[属性描述]', `坐标系=${name}`]).systems[0]!.datum)).toEqual([
      'xian80',
      'xian80',
      'beijing54',
      'wgs84',
      null,
      null,
    ]);
    const bands = ['3', '6', '3度带', '6°带', ''].map((band) => ['[属性描述]', '带号=39', `几度分带=${band}`]);
    expect(bands.map((lines) => readLines(lines).systems[0]!.bandDegrees)).toEqual([3, 6, 3, 6, null]);
  });

  test('6 a count with or without closing rows, 0 or none; any other is noted', () => {
    const withCount = (count: string) => readLines([...header, parcelRow(count), ...square]);
    for (const count of ['5', '4', '0', '']) expect(notesOf(withCount(count))).toEqual([]);
    for (const count of ['6', '3', '999999999', '-1']) {
      expect(notesOf(withCount(count))).toEqual(['txt.count-differs 6']);
      expect(featuresOf(withCount(count))).toEqual(featuresOf(withCount('5')));
    }
  });

  test('7 the declared area is kept as written; its unit follows from the computed one', () => {
    const declared = ['0.0100', '100', '0.0100公顷', '0.15亩', '0', ''].map((area) => {
      return onlyFeature([...header, parcelRow(5, area), ...square]).declaredArea;
    });
    expect(declared).toEqual([
      { value: 0.01, unit: null },
      { value: 100, unit: null },
      { value: 0.01, unit: 'hectare' },
      { value: 0.15, unit: 'mu' },
      { value: 0, unit: null },
      null,
    ]);
    expect([0.01, 100, 0.15, 0.0001, 0].map((value) => inferAreaUnit(value, 100))).toEqual([
      'hectare',
      'square-metre',
      'mu',
      'square-kilometre',
      null,
    ]);
  });

  test('8 seven to thirteen columns, anchored on 点, 线 or 面', () => {
    const read = (row: string) => {
      const { code, name, properties } = onlyFeature([...header, row, ...square]);
      return { code, name, properties };
    };
    expect(read('5,0.01,A,甲,面,图1,@')).toEqual({ code: 'A', name: '甲', properties: { 图幅号: '图1' } });
    expect(read('5,0.01,A,甲,面,图1,工业,@')).toEqual({
      code: 'A',
      name: '甲',
      properties: { 图幅号: '图1', 地块用途: '工业' },
    });
    expect(read('5,0.01,A,甲,面,,工业,地上,@')).toEqual({
      code: 'A',
      name: '甲',
      properties: { 地块用途: '工业', 字段8: '地上' },
    });
    expect(read('5,0.01,350723,金岭村,A,甲,面,,,,@')).toEqual({
      code: 'A',
      name: '甲',
      properties: { 行政区代码: '350723', 村名: '金岭村' },
    });
    expect(read('5,0.01,A,甲,面,图1,水田,坡改梯,旱地,9,7,好,@')).toEqual({
      code: 'A',
      name: '甲',
      properties: {
        图幅号: '图1',
        地块用途: '水田',
        图斑类型: '坡改梯',
        地类: '旱地',
        改造前等别: '9',
        改造后等别: '7',
        备注: '好',
      },
    });
    expect(read('5,0.01,A,面,面,,,,@')).toMatchObject({ code: 'A', name: '面' });
    const without = readLines([...header, '5,0.01,A,甲,,,,,@', ...square]);
    expect(notesOf(without)).toEqual(['txt.kind-missing 6']);
    expect(featuresOf(without)).toMatchObject([{ code: 'A', name: '甲', shape: { type: 'area' } }]);
  });

  test('9 a row of column names is no parcel, and names the columns', () => {
    const named = (row: string) => readLines([...header, row, '5,0.01,A,甲,面,1,工业,好,@', ...square]);
    const usual = named('【界址点数,地块面积,地块编号,地块名称,记录图形属性(点、线、面),图幅号,地块用途,地类编码,@】');
    expect([usual.notes, featuresOf(usual).length]).toEqual([[], 1]);
    const wide = named(
      '【界址点数，地块面积，地块编号，地块名称，记录图形属性（点、线、面），图幅号，地块用途，地类编码，＠】',
    );
    expect([wide.notes, featuresOf(wide).length]).toEqual([[], 1]);
    const own = named('[点数,面积,编号,名称,图形,图幅,用途,等级,@]');
    expect(featuresOf(own)[0]!.properties).toEqual({ 图幅: '1', 用途: '工业', 等级: '好' });
  });

  test('10 corner names are labels: J1, J01, 1, BC-1, repeated, counted on at the end', () => {
    const named = (names: string[]) => [...header, parcelRow(), ...square.map((row, at) => names[at] + row.slice(2))];
    for (const names of [
      ['J1', 'J2', 'J3', 'J4', 'J1'],
      ['J01', 'J02', 'J03', 'J04', 'J05'],
      ['1', '2', '3', '4', '1'],
      ['BC-1', 'BC-2', 'BC-3', 'BC-4', 'BC-1'],
      ['J', 'J', 'J', 'J', 'J'],
      ['', '', '', '', ''],
    ]) {
      const feature = onlyFeature(named(names));
      expect(feature.shape).toEqual({ type: 'area', polygons: [[rectangle(0, 0, 10, 10)]] });
      expect(feature.cornerNames).toEqual([names.slice(0, 4)]);
      expect(readLines(named(names)).notes).toEqual([]);
    }
  });
});
