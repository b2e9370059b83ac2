import { describe, expect, test } from 'vitest';
import { encodeText } from '../../../domain/survey/encode-text.ts';
import { signedRingArea } from '../../../domain/survey/rings/signed-ring-area.ts';
import type { SurveyFile } from '../../../domain/survey/survey-file.ts';
import { scanDxf } from '../../../server/survey/dxf/scan-dxf.ts';
import { writeDxf } from '../../../server/survey/dxf/write-dxf.ts';
import { Refused } from '../../../server/survey/refusal.ts';
import { block, closedLine, insert, makeDxf, text } from '../../support/dxf.ts';
import { areasOf, exampleAreas, exampleLand, readOrThrow, writing } from '../../support/survey-example.ts';

const gbk = (written: string) => (encodeText(written, 'gbk') as { bytes: Uint8Array }).bytes;
const utf8 = (written: string) => new TextEncoder().encode(written);
const all = ({ layers }: SurveyFile) =>
  layers.flatMap(({ name, features }) => features.map((feature) => ({ layer: name, ...feature })));
const pairs = (written: string) => written.trim().split(/\s+/);
const box = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const;

describe('a drawing', () => {
  test('without an entity is no damaged file: it has no records', async () => {
    const file = await readOrThrow(
      utf8(['  0', 'SECTION', '  2', 'ENTITIES', '  0', 'ENDSEC', '  0', 'EOF', ''].join('\n')),
    );
    expect(file).toMatchObject({ format: 'dxf', layers: [], notes: [{ code: 'survey.no-features' }] });
  });

  test.each(['gbk', 'utf-8'] as const)('written in %s is read as it was', async (encoding) => {
    const file = await readOrThrow(writeDxf(exampleLand, { ...writing, encoding }).bytes);
    expect(file.encoding).toBe(encoding === 'gbk' ? 'gb18030' : 'utf-8');
    const [first, second, third] = all(file);
    expect([first?.code, first?.name, second?.code, third?.code]).toEqual([
      'JL-A-01',
      '金岭一期A-01地块',
      'JL-A-02',
      'JL-A-02',
    ]);
    expect(first?.shape).toMatchObject({ polygons: [[{ length: 4 }, { length: 4 }]] });
    expect(areasOf(file)['JL-A-01']).toBeCloseTo(exampleAreas[0]!, 3);
    expect(file.layers.map(({ name }) => name)).toEqual(['金岭地块']);
  });

  test('is read with its curves, circles, hatches, blocks and old polylines', async () => {
    // A circle of two half bulges, one drawn as such, a block put twice, a hatch, a POLYLINE, an open line.
    const hatch =
      pairs(`0 HATCH 8 填充 100 AcDbHatch 10 0 20 0 30 0 210 0 220 0 230 1 2 SOLID 70 1 71 0 91 1 92 2 72 0 73 1
      93 4 10 700 20 700 10 740 20 700 10 740 20 730 10 700 20 730 97 0 75 0 76 1 98 0`);
    const vertex = (x: number, y: number) => [0, 'VERTEX', 8, '旧', 10, x, 20, y, 30, 0];
    const old = [
      0,
      'POLYLINE',
      8,
      '旧',
      66,
      1,
      70,
      1,
      ...vertex(0, 300),
      ...vertex(50, 300),
      ...vertex(50, 340),
      0,
      'SEQEND',
    ];
    const spline = pairs(`0 SPLINE 8 线 100 AcDbSpline 70 8 71 3 72 8 73 4 40 0 40 0 40 0 40 0 40 1 40 1 40 1 40 1
      10 0 20 100 10 10 20 110 10 20 20 90 10 30 20 100`);
    const drawing = makeDxf(
      [
        ...closedLine('弧', [
          [100, 0, 1],
          [120, 0, 1],
        ]),
        ...pairs('0 CIRCLE 8 圆 10 200 20 0 40 10'),
        ...pairs('0 ARC 8 线 10 300 20 0 40 10 50 0 51 90'),
        ...spline,
        ...insert('PLOT', 500, 500),
        ...insert('PLOT', 600, 500),
        ...hatch,
        ...old,
      ],
      block('PLOT', [...closedLine('0', box(0, 0, 20)), ...text('0', 'B-1', 5, 5)]),
    );
    const file = await readOrThrow(gbk(drawing));
    const found = all(file).map(({ layer, code, shape }) => {
      const area = shape?.type === 'area' ? Math.round(Math.abs(signedRingArea(shape.polygons[0]![0]!))) : null;
      return [layer, shape?.type, code, area];
    });
    expect(found).toEqual([
      ['弧', 'area', null, 314],
      ['圆', 'area', null, 314],
      ['线', 'line', null, null],
      ['线', 'line', null, null],
      ['块', 'area', 'B-1', 400],
      ['块', 'area', 'B-1', 400],
      ['填充', 'area', null, 1200],
      ['旧', 'area', null, 1000],
    ]);
    expect(file.notes).toMatchObject([{ code: 'dxf.curves', detail: { curves: 5 } }]);
  });

  test('takes a text within land as its code, area or name, of the smallest land around it', async () => {
    // The text A-01 lies in the small square within the large one, drawn as line and again.
    const drawing = makeDxf([
      ...closedLine('地块', box(0, 0, 100)),
      ...closedLine('地块', box(10, 10, 20)),
      ...closedLine('填充', box(10, 10, 20)),
      ...text('注记', 'A-01', 15, 15),
      ...text('注记', '面积：0.6亩', 15, 12),
      ...text('注记', '和顺机械厂', 15, 20),
      ...text('注记', 'A-02', 60, 60),
      ...text('注记', '图例', 500, 500),
    ]);
    const file = await readOrThrow(gbk(drawing));
    expect(all(file).map(({ layer, code, name, declaredArea }) => [layer, code, name, declaredArea])).toEqual([
      ['地块', 'A-02', null, null],
      ['地块', 'A-01', '和顺机械厂', { value: 0.6, unit: 'mu' }],
      ['填充', 'A-01', '和顺机械厂', { value: 0.6, unit: 'mu' }],
      ['注记', null, '图例', null],
    ]);
  });

  test('in GBK that names another code page is read right', async () => {
    const drawing = makeDxf([...closedLine('地块界线', box(0, 0, 10))], [], [9, '$DWGCODEPAGE', 3, 'ANSI_1252']);
    expect((await readOrThrow(gbk(drawing))).layers.map(({ name }) => name)).toEqual(['地块界线']);
  });

  test('that ends too early says so', async () => {
    const whole = makeDxf([...closedLine('0', box(0, 0, 10)), ...closedLine('0', box(20, 0, 10))]);
    const read = await readOrThrow(utf8(whole.slice(0, -60)));
    expect(read.notes.map(({ code }) => code)).toEqual(['dxf.truncated']);
    expect(all(read).map(({ shape }) => shape?.type)).toEqual(['area']);
  });

  test.each([
    ['dxf.too-deep', 'a block that holds itself', makeDxf(insert('A'), block('A', insert('A')))],
    [
      'dxf.too-deep',
      'blocks that hold one another',
      makeDxf(insert('A'), [...block('A', insert('B')), ...block('B', insert('a'))]),
    ],
    [
      'survey.too-many-features',
      'ten blocks of ten inserts each',
      makeDxf(
        insert('B9'),
        Array.from({ length: 10 }, (_, level) =>
          block(
            `B${level}`,
            level === 0
              ? closedLine('0', box(0, 0, 1))
              : Array.from({ length: 10 }, () => insert(`B${level - 1}`)).flat(),
          ),
        ).flat(),
      ),
    ],
    [
      'survey.too-many-features',
      'an insert of a million by a million',
      makeDxf([...insert('A'), 70, 1_000_000, 71, 1_000_000], block('A', closedLine('0', box(0, 0, 1)))),
    ],
    ['survey.damaged', 'pairs that are none', makeDxf([0, 'LINE', 'what', 'is this'])],
  ])('is refused at once with %s for %s', (code, _, drawing) => {
    const scan = () => scanDxf(drawing, 300_000);
    expect(scan).toThrow(Refused);
    expect(scan).toThrow(code);
  });
});
