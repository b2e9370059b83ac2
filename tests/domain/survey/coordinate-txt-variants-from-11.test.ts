import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { readCoordinateTable } from '../../../domain/survey/coordinate-table.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import { writeCoordinateTxt } from '../../../domain/survey/write-coordinate-txt.ts';
import {
  featuresOf,
  header,
  notesOf,
  onlyFeature,
  parcelRow,
  plain,
  polygonsOf,
  readLines,
  rectangle,
  rectangleRows,
  square,
} from '../../support/coordinate-txt.ts';

const corners = (lines: string[]) =>
  polygonsOf(onlyFeature(lines)).map((polygon) => polygon.map((ring) => ring.length));

/** One test for each row of standards.md §1.3 from 11 on; the first ten have their own file. */
describe('variants of the coordinate TXT', () => {
  test('11 open rings are closed, closing rows dropped, corrupt ones refused with their line', () => {
    const withLast = (last: string) => readLines([...header, parcelRow(0), ...square.slice(0, 4), last]);
    const four = { type: 'area', polygons: [[rectangle(0, 0, 10, 10)]] };
    const cases: [last: string, notes: string[]][] = [
      ['J1,1,3046010.000,39532000.000', []],
      ['J1,1,3046010.001,39532000.001', []],
      ['J1,1,3046010.002,39532000.000', ['txt.closing-row-differs 11']],
      ['J1,1,3046010.000,3953200', ['txt.row-implausible 11', 'txt.ring-unclosed 6']],
      ['J1,1,3046010.000', ['txt.row-unreadable 11', 'txt.ring-unclosed 6']],
      ['J1,1,3046010.000,', ['txt.row-unreadable 11', 'txt.ring-unclosed 6']],
      ['', ['txt.ring-unclosed 6']],
    ];
    for (const [last, notes] of cases) {
      expect([last, notesOf(withLast(last))]).toEqual([last, notes]);
      expect(featuresOf(withLast(last))[0]!.shape).toEqual(four);
    }
    expect(withLast('').notes[0]!.detail).toEqual({ ring: 1, gapMillimetres: 10_000 });
    const fifth = withLast('J5,1,3046012.000,39532000.000');
    expect([polygonsOf(featuresOf(fifth)[0])[0]![0]!.length, notesOf(fifth)]).toEqual([5, ['txt.ring-unclosed 6']]);
    const short = readLines([...header, parcelRow(2), ...square.slice(0, 2)]);
    expect(notesOf(short)).toEqual(['txt.ring-unclosed 6', 'txt.ring-too-short 7', 'txt.without-place 6']);
    expect(featuresOf(short)).toMatchObject([{ code: 'JL-01', shape: null, cornerNames: null }]);
  });

  //  +-----------+  +---+      ring numbers 7, 3, 3, 1 say nothing:
  //  | 7  +---+  |  | 1 |      what lies in what does
  //  |    | 3 |  |  +---+
  //  |    +---+  |
  //  +-----------+  +---+ 3
  test('12 ring numbers are neither holes nor parts: rings are nested by where they lie', () => {
    const lines = [
      ...header,
      parcelRow(0),
      ...rectangleRows(0, 0, 50, 50, 7),
      ...rectangleRows(10, 10, 20, 20, 3, 5),
      ...rectangleRows(100, 0, 10, 10, 3, 9),
      ...rectangleRows(100, 30, 10, 10, 1, 13),
    ];
    expect(corners(lines)).toEqual([[4, 4], [4], [4]]);
    expect(onlyFeature(lines).cornerNames!.map(([first]) => first)).toEqual(['J1', 'J5', 'J9', 'J13']);
    const holeFirst = [
      ...header,
      parcelRow(0),
      ...rectangleRows(10, 10, 20, 20, 1),
      ...rectangleRows(0, 0, 50, 50, 2, 5),
    ];
    expect(onlyFeature(holeFirst).cornerNames!.map(([first]) => first)).toEqual(['J5', 'J1']);
  });

  test('13 columns after the fourth are ignored', () => {
    const wide = [...header, parcelRow(), ...square.map((row) => `${row},123.456,备注`)];
    expect(onlyFeature(wide).shape).toEqual(onlyFeature(plain).shape);
  });

  test('14 swapped axes are read as the format promises, not guessed here', () => {
    const swapped = [...header, parcelRow(), ...square.map((row) => row.replace(/([^,]+),([^,]+)$/, '$2,$1'))];
    const [east, north] = polygonsOf(onlyFeature(swapped))[0]![0]![0]!;
    expect([east, north]).toEqual([3_046_010, 39_532_000]);
    expect(readLines(swapped).notes).toEqual([]);
  });

  test('15 a zone stands in the header, in the prefix, in both or nowhere: only the header is told', () => {
    const withZone = (zone: string, east: string) =>
      readLines([
        ...header.with(3, `带号=${zone}`),
        parcelRow(),
        ...square.map((row) => row.replace(',39', `,${east}`)),
      ]);
    expect(['39', '', '40', '3'].map((zone) => withZone(zone, '39').systems[0]!.zone)).toEqual([39, null, 40, null]);
    expect(notesOf(withZone('3', ''))).toEqual(['system.zone-is-band-width 1']);
    expect(polygonsOf(featuresOf(withZone('39', ''))[0])[0]![0]![0]).toEqual([532_000, 3_046_010]);
  });

  test('16 an easting beyond its zone keeps its digits', () => {
    const rows = [
      'J1,1,3046010,38057383.001',
      'J2,1,3046010,38057483',
      'J3,1,3045910,38057483',
      'J1,1,3046010,38057383.001',
    ];
    const file = readLines([...header.with(3, '带号=37'), parcelRow(4), ...rows]);
    expect(polygonsOf(featuresOf(file)[0])[0]![0]![0]).toEqual([38_057_383.001, 3_046_010]);
    expect([file.systems[0]!.zone, file.notes]).toEqual([37, []]);
  });

  test('17 degrees are read like metres; a gap of a hundredth of a second is a gap', () => {
    const rows = ['J1,1,27.5310,117.3301', 'J2,1,27.5311,117.3326', 'J3,1,27.5292,117.3327', 'J4,1,27.531003,117.3301'];
    const file = readLines([...header, parcelRow(0), ...rows]);
    expect(polygonsOf(featuresOf(file)[0])[0]![0]).toEqual([
      [117.3301, 27.531],
      [117.3326, 27.5311],
      [117.3327, 27.5292],
      [117.3301, 27.531003],
    ]);
    expect(file.notes).toMatchObject([{ code: 'txt.ring-unclosed', detail: { ring: 1, gapMillimetres: null } }]);
  });

  test('18 lines and points', () => {
    const file = readLines([
      ...header,
      '3,,L1,园区一路,线,,,,@',
      ...square.slice(0, 3),
      '5,,L2,环路,线,,,,@',
      ...square,
      '2,,,控制点,点,,,,@',
      'GPS1,1,3046000.000,39532000.000',
      'GPS2,2,3046100.000,39532100.000',
    ]);
    const ring = rectangle(0, 0, 10, 10);
    expect(file.notes).toEqual([]);
    expect(featuresOf(file).map(({ shape }) => shape)).toEqual([
      { type: 'line', lines: [ring.slice(0, 3)] },
      { type: 'line', lines: [[...ring, ring[0]]] },
      {
        type: 'points',
        points: [
          [39_532_000, 3_046_000],
          [39_532_100, 3_046_100],
        ],
      },
    ]);
    expect(featuresOf(file)[2]!.cornerNames).toEqual([['GPS1', 'GPS2']]);
  });

  test('19 headerless tables have their own reader', () => {
    const rows = square.map((row, index) => {
      const [name, ring, north, east] = row.split(',');
      return `${index + 1},DK1,${ring},${name},${north},${east}`;
    });
    const other = rows.map((row) => row.replace('DK1', 'DK2'));
    const table = readCoordinateTable(decodeText(new TextEncoder().encode([...rows, '', ...other].join('\n'))));
    expect(table.notes).toEqual([]);
    expect(featuresOf(table).map(({ code, shape }) => [code, shape])).toEqual([
      ['DK1', { type: 'area', polygons: [[rectangle(0, 0, 10, 10)]] }],
      ['DK2', { type: 'area', polygons: [[rectangle(0, 0, 10, 10)]] }],
    ]);
  });

  test('20 two parcels with the same row are two', () => {
    const twice = readLines([...plain, parcelRow(), ...rectangleRows(100, 0, 10, 10)]);
    expect(featuresOf(twice).map(({ code, at }) => [code, at.line, at.record])).toEqual([
      ['JL-01', 6, 1],
      ['JL-01', 12, 2],
    ]);
    const written = writeCoordinateTxt(twice, { encoding: 'utf-8' });
    const again = 'bytes' in written ? readCoordinateTxt(decodeText(written.bytes)) : twice;
    expect(featuresOf(again).map(({ shape }) => shape)).toEqual(featuresOf(twice).map(({ shape }) => shape));
  });
});
