import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import type { Position, SurveyFeature, SurveyFile } from '../../../domain/survey/survey-file.ts';
import { coordinateHeader } from '../../../domain/survey/txt/coordinate-header.ts';
import type { WriteProfile } from '../../../domain/survey/txt/write-profile.ts';
import { writeCoordinateTxt } from '../../../domain/survey/write-coordinate-txt.ts';
import { featuresOf, rectangle } from '../../support/coordinate-txt.ts';

type Words = Pick<SurveyFile, 'about' | 'layers'>;

function land(
  polygons: readonly (readonly (readonly Position[])[])[],
  more: Partial<SurveyFeature> = {},
): SurveyFeature {
  return {
    at: { line: null, record: null },
    code: 'A-01',
    name: '一号',
    shape: { type: 'area', polygons },
    cornerNames: null,
    declaredArea: null,
    properties: {},
    ...more,
  };
}

function words(...features: SurveyFeature[]): Words {
  return { about: [], layers: [{ name: '', features }] };
}

function written(file: Words, profile: Partial<WriteProfile> = {}): Uint8Array {
  const result = writeCoordinateTxt(file, profile);
  if ('code' in result) throw new Error(`cannot write ${JSON.stringify(result.unwritable)}`);
  return result.bytes;
}

function linesOf(file: Words, profile: Partial<WriteProfile> = {}): string[] {
  return decodeText(written(file, profile)).text.split('\r\n');
}

describe('export(import(x)) = x, byte for byte', () => {
  test.each(['worked-example', 'several-blocks'])('for %s', (name) => {
    const bytes = readFileSync(new URL(`../../golden/coordinate-txt/${name}/input.txt`, import.meta.url));
    const file = readCoordinateTxt(decodeText(bytes));
    expect(file.notes).toEqual([]);
    expect(Buffer.from(written(file)).equals(bytes)).toBe(true);
  });

  // Parcels stand in cells of 400 m, so that nothing crosses: parts beside one another, each with holes,
  // and islands in its first hole.
  const millimetre = fc.integer({ min: 0, max: 2000 });
  const ring = (east: number, north: number, halfSize: number) =>
    fc.array(millimetre, { minLength: 3, maxLength: 9 }).chain((radii) =>
      fc.boolean().map((isTurned): Position[] => {
        const corners = radii.map((wobble, index): Position => {
          const angle = 0.3 + (2 * Math.PI * index) / radii.length;
          const radius = halfSize - wobble / 1000;
          const at = (middle: number, offset: number) => Math.round((middle + offset) * 1000) / 1000;
          return [at(east, radius * Math.cos(angle)), at(north, radius * Math.sin(angle))];
        });
        return isTurned ? corners.reverse() : corners;
      }),
    );
  const polygons = (cell: number, parts: number, hasHole: boolean, hasIsland: boolean) => {
    const outers = Array.from({ length: parts }, (_, part) => {
      const [east, north] = [39_530_000 + cell * 400 + part * 100, 3_046_000 + part * 30];
      const inner = hasHole ? [ring(east, north, 20)] : [];
      const main = fc.tuple(ring(east, north, 48), ...inner).map((rings) => [rings as Position[][]]);
      if (!hasHole || !hasIsland) return main;
      return fc.tuple(main, ring(east, north, 8)).map(([[polygon], island]) => [polygon!, [island]]);
    });
    return fc.tuple(...outers).map((list) => list.flat());
  };
  const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  const text = fc
    .string({ unit: fc.oneof(hanzi, fc.constantFrom(...'AZ09-（）、，_#')), minLength: 0, maxLength: 12 })
    .map((value) => value.trim());
  const parcel = (cell: number) =>
    fc
      .record({
        code: text.map((value) => value || null),
        name: text.map((value) => value || null),
        polygons: fc
          .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean())
          .chain(([parts, hasHole, hasIsland]) => polygons(cell, parts, hasHole, hasIsland)),
        use: text,
      })
      .map(({ polygons: rings, use, ...named }) => land(rings, { ...named, properties: use ? { 地块用途: use } : {} }));
  const layer = fc
    .integer({ min: 0, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, cell) => parcel(cell))))
    .map((features) => ({ name: '', features: features as SurveyFeature[] }));
  const block = fc
    .dictionary(hanzi, text, { maxKeys: 5 })
    .map((entries) => ({ section: '属性描述', ...entries, 带号: '39' }));
  const file = fc
    .array(fc.tuple(block, layer), { minLength: 1, maxLength: 3 })
    .map((pairs): Words => ({ about: pairs.map(([about]) => about), layers: pairs.map(([, one]) => one) }));

  test('for random parcels with holes, islands and parts, in GBK and UTF-8', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('gbk', 'utf-8', 'utf-8-bom'), (given, encoding) => {
        const bytes = written(given, { encoding });
        const read = readCoordinateTxt(decodeText(bytes, encoding === 'gbk' ? 'gb18030' : 'utf-8'));
        expect(read.notes.filter(({ code }) => code !== 'txt.no-parcels')).toEqual([]);
        expect(Buffer.from(written(read, { encoding })).equals(bytes)).toBe(true);
        const parts = (list: SurveyFeature[]) =>
          list.map(({ shape }) => (shape?.type === 'area' ? shape.polygons.map((rings) => rings.length) : []));
        expect(parts(featuresOf(read))).toEqual(parts(given.layers.flatMap(({ features }) => features)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the write profile', () => {
  //  4 ---- 3     given from the south-east, against the clock
  //  |  78  |     with a hole given clockwise
  //  |  65  |
  //  1 ---- 2
  const [nw, ne, se, sw] = rectangle(0, 0, 100, 100) as [Position, Position, Position, Position];
  const hole = rectangle(40, 40, 20, 20);
  const one = words(land([[[se, ne, nw, sw], hole]]));

  test('begins in the north-west, outer ring clockwise, hole against it, J numbers on through the parcel', () => {
    expect(linesOf(one)).toEqual([
      '[地块坐标]',
      '10,0.9600,A-01,一号,面,,,,@',
      'J1,1,3046100.000,39532000.000',
      'J2,1,3046100.000,39532100.000',
      'J3,1,3046000.000,39532100.000',
      'J4,1,3046000.000,39532000.000',
      'J1,1,3046100.000,39532000.000',
      'J5,2,3046060.000,39532040.000',
      'J6,2,3046040.000,39532040.000',
      'J7,2,3046040.000,39532060.000',
      'J8,2,3046060.000,39532060.000',
      'J5,2,3046060.000,39532040.000',
      '',
    ]);
  });

  const names = (profile: Partial<WriteProfile>, file = one) =>
    linesOf(file, profile)
      .slice(2, -1)
      .map((line) => line.split(',')[0])
      .join(' ');
  const row = (profile: Partial<WriteProfile>) => linesOf(one, profile)[1];

  test('numbers by parcel or ring, or keeps names; closes with the first name, the next, or not', () => {
    expect(names({ numbering: 'ring' })).toBe('J1 J2 J3 J4 J1 J1 J2 J3 J4 J1');
    expect(names({ prefix: '' })).toBe('1 2 3 4 1 5 6 7 8 5');
    expect(names({ closing: 'next-number' })).toBe('J1 J2 J3 J4 J5 J6 J7 J8 J9 J10');
    expect(names({ closing: 'none' })).toBe('J1 J2 J3 J4 J5 J6 J7 J8');
    const named = words(land([[[se, ne, nw, sw]]], { cornerNames: [['东南', '东北', '西北', '西南']] }));
    expect(names({ numbering: 'kept' }, named)).toBe('西北 东北 东南 西南 西北');
    expect(names({ numbering: 'kept', start: 'kept', winding: 'kept' }, named)).toBe('东南 东北 西北 西南 东南');
    expect(names({ numbering: 'kept', start: 'kept', winding: 'clockwise' }, named)).toBe('东南 西南 西北 东北 东南');
    expect(names({ numbering: 'kept', winding: 'counter-clockwise' }, named)).toBe('西北 西南 东南 东北 西北');
  });

  test('counts rows or corners, and writes the area in hectares, m² or 亩', () => {
    expect(row({ count: 'corners' })).toMatch(/^8,0\.9600,/);
    expect(row({ closing: 'none' })).toMatch(/^8,/);
    expect(row({ areaUnit: 'square-metre' })).toMatch(/^10,9600\.00,/);
    expect(row({ areaUnit: 'mu' })).toMatch(/^10,14\.4000,/);
  });

  test('writes as many decimals as asked; degrees have no area', () => {
    expect(linesOf(one, { decimals: 4 })[2]).toBe('J1,1,3046100.0000,39532000.0000');
    const degrees = words(
      land([
        [
          [
            [117.330115911, 27.530997601],
            [117.33263023, 27.53110683],
            [117.332737427, 27.529173461],
          ],
        ],
      ]),
    );
    expect(linesOf(degrees, { decimals: 9 }).slice(1, 3)).toEqual([
      '4,,A-01,一号,面,,,,@',
      'J1,1,27.530997601,117.330115911',
    ]);
  });

  test('ends lines with LF and marks UTF-8 when asked', () => {
    const bytes = written(one, { encoding: 'utf-8-bom', lineEnd: '\n' });
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(decodeText(bytes).text).not.toContain('\r');
  });

  test('has a header in the usual order', () => {
    const about = coordinateHeader({
      producer: '园区',
      day: '2026-11-22',
      datum: 'cgcs2000',
      bandDegrees: 3,
      zone: 39,
    });
    const lines = linesOf({ ...one, about: [about] });
    expect(lines.slice(0, 12)).toEqual([
      '[属性描述]',
      '格式版本号=1.01版本',
      '数据产生单位=园区',
      '数据产生日期=2026-11-22',
      '坐标系=2000国家大地坐标系',
      '几度分带=3',
      '投影类型=高斯克吕格',
      '计量单位=米',
      '带号=39',
      '精度=0.001',
      '转换参数=,,,,,,',
      '[地块坐标]',
    ]);
  });
});

describe('what cannot be written', () => {
  const ring = rectangle(0, 0, 10, 10);

  test('in GBK is told, character by character, and can be written in UTF-8', () => {
    const file = words(land([[ring]], { name: '𠮷田' }));
    expect(writeCoordinateTxt(file)).toEqual({ code: 'text.unwritable', unwritable: [{ character: '𠮷', line: 2 }] });
    expect(decodeText(written(file, { encoding: 'utf-8' })).text).toContain('𠮷田');
  });

  test('in a column is altered and noted: a comma, a line break, an @ alone', () => {
    const result = writeCoordinateTxt(words(land([[ring]], { code: '@', name: 'a,b\r\n[属性描述]' })));
    expect(result).toMatchObject({
      notes: [
        { code: 'txt.field-altered', at: { line: 2, record: 1 }, detail: { written: '@' } },
        { code: 'txt.field-altered', detail: { written: 'a,b\r\n[属性描述]' } },
      ],
    });
    const read = 'bytes' in result ? readCoordinateTxt(decodeText(result.bytes)) : null;
    expect(read && featuresOf(read)).toMatchObject([{ code: '＠', name: 'a，b [属性描述]' }]);
  });

  test('without a place is left out and noted', () => {
    const result = writeCoordinateTxt(words(land([], { shape: null }), land([[ring]])));
    expect(result).toMatchObject({ notes: [{ code: 'txt.without-place', severity: 'skipped', at: { record: 1 } }] });
  });

  test('is no reason to throw: no corners, no numbers, the size of a country', () => {
    const wide: Position[] = [
      [0, 0],
      [4e6, 0],
      [4e6, 5e6],
    ];
    expect(linesOf(words(land([[wide]])))[1]).toMatch(/^4,1000000000\.0000,/);
    const hostile: Position[] = [
      [NaN, Infinity],
      [1e300, -1e300],
      [0, -0.0004],
    ];
    expect(() => written(words(land([[hostile], [[]], []])))).not.toThrow();
  });
});
