import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCoordinateRows, readCoordinateTable, type TableOptions } from '../../../domain/survey/coordinate-table.ts';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { featuresOf, notesOf, polygonsOf, rectangle } from '../../support/coordinate-txt.ts';

const read = (lines: readonly string[], options?: TableOptions) =>
  readCoordinateTable(decodeText(new TextEncoder().encode(lines.join('\r\n'))), options);
const ring = rectangle(0, 0, 10, 10);
const closed = [...ring, ring[0]!];
const rows = (write: (north: number, east: number, index: number) => string) =>
  closed.map(([east, north], index) => write(north, east, index));
const square = { type: 'area', polygons: [[ring]] };

describe('a table of coordinates', () => {
  test('of bare N,E is a ring; a blank line begins the next', () => {
    const bare = rows((north, east) => `${north},${east}`);
    const file = read([...bare, '', '', ...bare.slice(0, 4)]);
    expect(featuresOf(file).map(({ shape }) => shape)).toEqual([square, square]);
    expect(notesOf(file)).toEqual(['table.shape-guessed 8', 'table.ring-unclosed 8']);
  });

  test.each([
    ['commas', ','],
    ['full-width commas', '，'],
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['blanks', '   '],
  ])('may be parted by %s', (_name, mark) => {
    const file = read(rows((north, east, index) => [`J${(index % 4) + 1}`, north, east].join(mark)));
    expect(featuresOf(file)).toMatchObject([{ shape: square, cornerNames: [['J1', 'J2', 'J3', 'J4']] }]);
    expect(file.notes).toEqual([]);
  });

  test('of 名称 X Y Z is a list of places', () => {
    const file = read([
      'GPS01 3046000.1 39532000.2 120.5',
      'GPS02 3046100.1 39532100.2 121',
      '导线3 3046200.1 39532200.2',
    ]);
    expect(featuresOf(file)).toMatchObject([
      { name: 'GPS01', shape: { type: 'points', points: [[39532000.2, 3046000.1]] }, properties: { 高程: '120.5' } },
      { name: 'GPS02', at: { line: 2, record: 2 } },
      { name: '导线3', properties: {} },
    ]);
    expect(file.notes).toMatchObject(
      [{ code: 'table.shape-guessed', detail: { as: 'points' } }, {}].slice(0, file.notes.length),
    );
  });

  test('is what a person says it is', () => {
    const names = ['GPS01 3046000 39532000', 'GPS02 3046100 39532100', 'GPS03 3046200 39532000'];
    expect(featuresOf(read(names, { as: 'area' }))).toMatchObject([{ shape: { type: 'area' } }]);
    expect(featuresOf(read(names, { as: 'line' }))).toMatchObject([{ shape: { type: 'line' } }]);
    expect(notesOf(read(names, { as: 'line' }))).toEqual([]);
  });

  test.each([
    ['序号,地块编号,地块名称,圈号,界址点号,X坐标(m),Y坐标(m),边长'],
    ['No,Parcel,Parcel name,Ring,Point,Northing,Easting,Length'],
    ['序号,宗地代码,宗地名称,地块圈号,点号,纵坐标（X）,横坐标（Y）,备注'],
  ])('has a header row: %s', (titles) => {
    const body = rows((north, east, index) => `${index},"A,1",甲,1,J${(index % 4) + 1},${north},${east},10`);
    const file = read(['界址点成果表', titles, ...body, ...body.map((row) => row.replace('A,1', 'A""2'))]);
    expect(file.notes).toEqual([]);
    expect(featuresOf(file)).toMatchObject([
      { code: 'A,1', name: '甲', shape: square, at: { line: 3 } },
      { code: 'A"2', name: '甲', shape: square, at: { line: 8 } },
    ]);
    expect(file.about).toEqual([{ title: '界址点成果表' }]);
  });

  test('may have its columns the other way round, or degrees', () => {
    const file = read(['Y,X,点号', ...rows((north, east, index) => `${east},${north},J${index}`)]);
    expect(featuresOf(file)[0]!.shape).toEqual(square);
    const degrees = read(['经度,纬度,名称', '117.33,27.53,GPS1', '117.34,27.54,GPS2']);
    expect(featuresOf(degrees)[0]!.shape).toEqual({ type: 'points', points: [[117.33, 27.53]] });
    expect(degrees.systems).toEqual([]);
  });

  test('keeps other columns of places', () => {
    const file = read(['点名,X,Y,H,等级', 'G1,3046000,39532000,120.5,D', 'G2,3046100,39532000,,']);
    expect(featuresOf(file).map(({ properties }) => properties)).toEqual([{ 等级: 'D', 高程: '120.5' }, {}]);
  });

  test('of corners with ring numbers is nested by where rings lie', () => {
    const hole = rectangle(2, 2, 3, 3);
    const corners = [...closed.map((at) => [1, at] as const), ...[...hole, hole[0]!].map((at) => [2, at] as const)];
    const file = read(corners.map(([number, [east, north]], index) => `J${index},${number},${north},${east}`));
    expect(featuresOf(file)[0]!.shape).toEqual({ type: 'area', polygons: [[ring, hole]] });
  });

  test('comes from a sheet: title, labels, repeated header, lengths between corners, areas', () => {
    const corners = closed.flatMap(([east, north], index) => [
      [`J${(index % 4) + 1}`, north, east, null],
      ...(index < 4 ? [[null, null, null, 10]] : []),
    ]);
    const titles = ['点号', 'X', 'Y', '边长'];
    const file = readCoordinateRows(
      [
        ['界址点成果表', null, null],
        ['宗地代码：350723001005GB00012', '宗地名称', '一号'],
        titles,
        ...corners.slice(0, 4),
        titles,
        ...corners.slice(4),
        ['面积(公顷)', 0.01],
        ['面积(亩)', 0.15],
        ['制表：某某'],
        [],
        ['地块编号', 'B-02'],
        titles,
        ...corners,
      ],
      { name: 'Sheet1' },
    );
    expect(file).toMatchObject({ encoding: null, layers: [{ name: 'Sheet1' }], about: [{ title: '界址点成果表' }] });
    expect(featuresOf(file)).toMatchObject([
      { code: '350723001005GB00012', name: '一号', shape: square, declaredArea: { value: 0.01, unit: 'hectare' } },
      { code: 'B-02', name: null, shape: square, declaredArea: null },
    ]);
    expect(file.notes).toMatchObject([{ code: 'table.row-unreadable', detail: { text: '制表：某某' } }]);
  });

  test('says which rows it could not read, and refuses when there are none', () => {
    const file = read([
      'J1,3046010,39532000',
      'J2,3046010',
      'J3,3046000,3953x',
      ...rows((north, east) => `J4,${north},${east}`),
    ]);
    expect(notesOf(file)).toContain('table.row-unreadable 2');
    expect(notesOf(file)).toContain('table.row-unreadable 3');
    expect(read(['hello world', '']).notes).toMatchObject([{ code: 'table.no-rows', severity: 'refused' }]);
  });

  test('of any bytes or cells is read without throwing', () => {
    const piece = fc.constantFrom(
      ...',;\t\r\n" J1٣',
      '3046000.1',
      '39532000',
      '点号',
      'X',
      'Y',
      '面积',
      '地块编号',
      '，',
      '"',
    );
    const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(piece),
        fc.array(fc.array(cell)),
        (bytes, parts, sheet) => {
          expect(readCoordinateTable(decodeText(bytes)).format).toBe('coordinate-table');
          expect(read([parts.join('')]).format).toBe('coordinate-table');
          expect(readCoordinateRows(sheet).format).toBe('coordinate-table');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of a hundred thousand rows or one long line takes no long time', { timeout: 60_000 }, () => {
    const started = process.cpuUsage().user;
    const many = read(Array.from({ length: 100_000 }, (_, index) => `P${index},${3046000 + index},39532000.5,1`));
    expect(featuresOf(many).length).toBe(100_000);
    for (const filler of [',', '"', '" ', '   ', '((', '：'])
      read([`a${filler.repeat(20_000)}`, filler.repeat(200_000)]);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(15);
  });

  test('gives every ring of a polygon', () => {
    expect(polygonsOf(featuresOf(read(rows((north, east) => `${north} ${east}`)))[0])).toEqual([[ring]]);
  });
});
