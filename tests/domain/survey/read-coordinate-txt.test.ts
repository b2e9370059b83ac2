import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squareMetres, twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { roundedInUnit } from '../../../domain/geometry/area-units.ts';
import { trapezoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/trapezoid-area.ts';
import { gridEllipsoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/grid-ellipsoid-area.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { looksLikeCoordinateTxt, readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import { featuresOf, header, notesOf, polygonsOf, readLines, rectangleRows } from '../../support/coordinate-txt.ts';

const golden = new URL('../../golden/coordinate-txt/', import.meta.url);
const jinling = JSON.parse(readFileSync(new URL('../../../data/geo/jinling/park.json', import.meta.url), 'utf8')) as {
  epsg: number;
  originEast: number;
  originNorth: number;
};

describe('the worked example of standards.md §1.2', () => {
  const file = readCoordinateTxt(decodeText(readFileSync(new URL('worked-example/input.txt', golden))));
  const parcel = file.layers[0]!.features[0]!;
  const grid = parkGrid(jinling);
  const zonePrefixMetres = 39_000_000;
  const land = polygonsOf(parcel).map((polygon) =>
    polygon.map((ring) =>
      ring.map(([east, north]): [number, number] => [
        Math.round((east - zonePrefixMetres - jinling.originEast) * 1000),
        Math.round((north - jinling.originNorth) * 1000),
      ]),
    ),
  );

  test('is one parcel with a hole, in CGCS2000, zone 39 of 3°', () => {
    expect(file).toMatchObject({ format: 'coordinate-txt', encoding: 'gb18030', notes: [], layers: { length: 1 } });
    expect(file.systems).toMatchObject([{ from: 'header', datum: 'cgcs2000', bandDegrees: 3, zone: 39, epsg: null }]);
    expect(parcel).toMatchObject({
      at: { line: 13, record: 1 },
      code: 'JL-A-01',
      name: '金岭一期A-01地块',
      declaredArea: { value: 5.1907, unit: null },
      properties: { 地块用途: '工业用地', 地类编码: '0601' },
      cornerNames: [
        ['J1', 'J2', 'J3', 'J4'],
        ['J5', 'J6', 'J7', 'J8'],
      ],
    });
    expect(file.about).toMatchObject([{ section: '属性描述', 数据产生日期: '2026-11-22', 转换参数: ',,,,,,' }]);
  });

  test('has 51906.88 m², 5.1907 ha and 77.8603 亩 on the plane', () => {
    const twice = twiceAreaSquareMillimetres(land);
    expect(squareMetres(twice).toFixed(2)).toBe('51906.88');
    expect(roundedInUnit(twice, 'ha')).toBe(5.1907);
    expect(roundedInUnit(twice, 'mu', 'exported')).toBe(77.8603);
    expect(land.map((polygon) => polygon.map((ring) => squareMetres(twiceAreaSquareMillimetres([[ring]]))))).toEqual([
      [expect.closeTo(53106.8756, 3), 1200],
    ]);
  });

  test('has 51905.50 m² on the ellipsoid', () => {
    expect(trapezoidAreaSquareMetres(land, jinling)).toBe(51905.5);
    expect(gridEllipsoidAreaSquareMetres(land, grid).toFixed(2)).toBe('51905.50');
  });

  test('has its corners where they are listed, to 1e-8°', () => {
    const listed = [
      [117.330115911, 27.530997601],
      [117.33263023, 27.53110683],
      [117.332737427, 27.529173461],
      [117.330258582, 27.529055938],
      [117.331222949, 27.530251825],
      [117.331222138, 27.5299811],
      [117.331627049, 27.529980135],
      [117.331627862, 27.53025086],
    ];
    const corners = land.flat(2).map((point) => grid.toDegrees(point));
    expect(corners.length).toBe(8);
    corners.forEach(([longitude, latitude], index) => {
      expect(Math.abs(longitude - listed[index]![0]!)).toBeLessThan(1e-8);
      expect(Math.abs(latitude - listed[index]![1]!)).toBeLessThan(1e-8);
    });
  });
});

describe('a hostile file', () => {
  const parcelRow = '5,0.1,P,名,面,,,,@';

  test('of any bytes is read without throwing', () => {
    const pieces = fc.constantFrom(
      ...'[]【】＠@,，=＝\r\n\0 ',
      '面',
      '[属性描述]',
      '[地块坐标]',
      parcelRow,
      'J1,1,1e9,-0',
      '__proto__=1',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(pieces, { maxLength: 60 }), (bytes, parts) => {
        for (const input of [
          bytes,
          new TextEncoder().encode(parts.join('')),
          new TextEncoder().encode(parts.join(',')),
        ]) {
          const { format, layers } = readCoordinateTxt(decodeText(input));
          expect(format).toBe('coordinate-txt');
          for (const { features } of layers) for (const { at } of features) expect(at.record).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('without a parcel is refused', () => {
    expect(notesOf(readLines(['hello', '', 'world'])).at(-1)).toBe('txt.no-parcels');
    expect(readLines([]).notes).toMatchObject([{ code: 'txt.no-parcels', severity: 'refused' }]);
  });

  test('with counts of a billion is not driven by them', () => {
    const file = readLines([...header, '1000000000,0.1,P,名,面,,,,@', ...rectangleRows(0, 0, 10, 10)]);
    expect(polygonsOf(featuresOf(file)[0])[0]![0]!.length).toBe(4);
    expect(notesOf(file)).toEqual(['txt.count-differs 6']);
  });

  test('with one line of 100 MB passes over it', { timeout: 60_000 }, () => {
    for (const filler of ['1,', '@,', '   ', '［', '=1']) {
      const long = filler.repeat(Math.ceil((filler === '1,' ? 1e8 : 1e7) / filler.length));
      const file = readCoordinateTxt({
        text: ['J0', long, parcelRow, ...rectangleRows(0, 0, 10, 10)].join('\n'),
        encoding: 'utf-8',
        isCertain: true,
        badCharacters: 0,
      });
      expect(featuresOf(file).length).toBe(1);
      expect(notesOf(file)).toContain('txt.line-too-long 2');
    }
  });

  test('with lines just short enough to be read does not take long over them', { timeout: 60_000 }, () => {
    const started = process.cpuUsage().user;
    for (const filler of ['1,', '@,', ' ', '\t', '[', '=', '.', '-', '，', '【', '面,']) {
      const line = `J1${filler.repeat(Math.floor(60_000 / filler.length))}x`;
      readLines([...header, parcelRow, ...Array.from({ length: 20 }, () => line)]);
    }
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(10);
  });

  test('with sixty thousand rings in one parcel is read', { timeout: 60_000 }, () => {
    const rows = Array.from({ length: 60_000 }, (_, ring) => {
      const [x, y] = [(ring % 500) * 10, Math.floor(ring / 500) * 10];
      return [`a,${ring},${y},${1e6 + x}`, `b,${ring},${y},${1e6 + x + 5}`, `c,${ring},${y + 5},${1e6 + x}`];
    });
    const file = readLines([...header, parcelRow, ...rows.flat()]);
    expect(polygonsOf(featuresOf(file)[0]).length).toBe(60_000);
    // A ring that is not closed is told of a thousand times, and then how often it was.
    expect(file.notes.length).toBe(1002);
    expect(file.notes.at(-1)).toMatchObject({
      code: 'text.more-notes',
      detail: { of: 'txt.ring-unclosed', count: 59_000 },
    });
  });

  test('cannot write into an object by its keys', () => {
    const file = readLines([
      '[属性描述]',
      '__proto__=1',
      'constructor=2',
      ...header,
      parcelRow,
      ...rectangleRows(0, 0, 9, 9),
    ]);
    expect(Object.entries(file.about[0]!)).toContainEqual(['__proto__', '1']);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

test('a file of this format is known by its sections or its parcel rows', () => {
  expect(looksLikeCoordinateTxt('【地块坐标】\n')).toBe(true);
  expect(looksLikeCoordinateTxt(`5,0.1,P,名,面,,,,@\n`)).toBe(true);
  expect(looksLikeCoordinateTxt('点号,X,Y\nJ1,1,2')).toBe(false);
});
