import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCoordinateRows, readCoordinateTable } from '../../../domain/survey/coordinate-table.ts';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import { coordinateTableRows, tableCsv } from '../../../domain/survey/write-coordinate-table.ts';
import { featuresOf, rectangle } from '../../support/coordinate-txt.ts';

const golden = new URL('../../golden/', import.meta.url);
const example = featuresOf(
  readCoordinateTxt(decodeText(readFileSync(new URL('coordinate-txt/worked-example/input.txt', golden)))),
);

test('the worked example as a 界址点成果表', async () => {
  const csv = tableCsv(coordinateTableRows(example));
  await expect(csv.replaceAll('\r\n', '\n')).toMatchFileSnapshot('../../golden/coordinate-table/worked-example.csv');
  expect(csv.split('\r\n').length).toBe(16);
});

test('is read back as the same parcels, from text and from cells', () => {
  const second = { ...example[0]!, code: 'JL-A-02', name: '第二,"号"' };
  const rows = coordinateTableRows([...example, second]);
  const fromText = readCoordinateTable(decodeText(new TextEncoder().encode(tableCsv(rows))));
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell ? cell.value : cell)));
  for (const file of [fromText, readCoordinateRows(cells)]) {
    expect(file.notes).toEqual([]);
    expect(featuresOf(file).map(({ code, name, shape, cornerNames }) => ({ code, name, shape, cornerNames }))).toEqual(
      [...example, second].map(({ code, name, shape, cornerNames }) => ({ code, name, shape, cornerNames })),
    );
    expect(featuresOf(file)[0]!.declaredArea).toEqual({ value: 51906.88, unit: 'square-metre' });
  }
});

test('keeps names and takes other words', () => {
  const [parcel] = example;
  const named = {
    ...parcel!,
    shape: { type: 'area' as const, polygons: [[rectangle(0, 0, 3, 4)]] },
    cornerNames: [['a', 'b', 'c', 'd']],
  };
  const rows = coordinateTableRows([named], { numbering: 'kept', lengthDecimals: 3 });
  expect(rows.slice(2).map(([name, , , length]) => [name, length])).toEqual([
    ['a', { value: 3, decimals: 3 }],
    ['b', { value: 4, decimals: 3 }],
    ['c', { value: 3, decimals: 3 }],
    ['d', { value: 4, decimals: 3 }],
    ['a', null],
    ['面积(平方米)', undefined],
    ['面积(公顷)', undefined],
    ['面积(亩)', undefined],
  ]);
});

test('a text that a spreadsheet would reckon with is disarmed, and records that are no land are left out', () => {
  expect(tableCsv([['=1+1', '@a', '-x', 'a,b', 'say "x"', null, { value: -1.5, decimals: 2 }]])).toBe(
    `'=1+1,'@a,'-x,"a,b","say ""x""",,-1.50\r\n`,
  );
  expect(coordinateTableRows([{ ...example[0]!, shape: null }])).toEqual([]);
});
