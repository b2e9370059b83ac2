import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breaksOf, markOf, marksOf, metresOf, roundMarks, type MarkedRoad } from '../../../domain/road/marks.ts';

/**
 *   short (短链)  0 ---- K0+600 = K0+620 ---- 1000 m     marks 600..620 are missing
 *   long  (长链)  0 ---- K0+600 = K0+588 ---- 1000 m     marks 588..600 exist twice
 */
const plain: MarkedRoad = { lengthMetres: 1000, equations: [] };
const short: MarkedRoad = { lengthMetres: 1000, equations: [{ atMetres: 600, aheadMetres: 620 }] };
const long: MarkedRoad = { lengthMetres: 1000, equations: [{ atMetres: 600, aheadMetres: 588 }] };

describe('marks', () => {
  test.each([
    [plain, 700, 'K0+700'],
    [short, 599.999, 'K0+599.999'],
    [short, 600, 'K0+620'],
    [short, 1000, 'K1+020'],
    [long, 587.9, 'K0+587.9'],
    [long, 590, 'K0+590前'],
    [long, 602, 'K0+590后'],
    [long, 700, 'K0+688'],
  ])('of %o at %d m is %s', (road, metres, mark) => {
    expect(markOf(road, metres)).toBe(mark);
    expect(metresOf(road, mark)).toBe(metres);
  });

  test('the end of a stretch at an equation is written with the mark back', () => {
    expect(marksOf(short, { fromMetres: 0, toMetres: 600 })).toEqual({ from: 'K0+000', to: 'K0+600' });
    expect(marksOf(short, { fromMetres: 600, toMetres: 1000 })).toEqual({ from: 'K0+620', to: 'K1+020' });
  });

  test('equations are told with both marks, those beyond the road not at all', () => {
    expect(breaksOf(short)).toEqual([{ atMetres: 600, backMark: 'K0+600', aheadMark: 'K0+620', jumpMetres: 20 }]);
    expect(breaksOf(long)).toMatchObject([{ jumpMetres: -12 }]);
    expect(breaksOf({ ...plain, equations: [{ atMetres: 1000, aheadMetres: 0 }] })).toEqual([]);
  });

  test('a plain number is a measure of the centreline', () => {
    expect(metresOf(short, '700')).toBe(700);
    expect(metresOf(long, '595.5')).toBe(595.5);
  });

  test('both marks at an equation mean the same place', () => {
    expect([metresOf(short, 'K0+600'), metresOf(short, 'K0+620')]).toEqual([600, 600]);
  });

  test('English suffixes are read', () => {
    expect([metresOf(long, 'K0+590 BK'), metresOf(long, 'k0+590ah')]).toEqual([590, 602]);
  });

  test.each([
    ['chainage.invalid', long, 'K0+70O', { mark: 'K0+70O' }],
    ['chainage.invalid', long, '590前', { mark: '590前' }],
    ['chainage.ambiguous', long, 'K0+590', { mark: 'K0+590', choices: 'K0+590前; K0+590后' }],
    ['chainage.gap', short, 'K0+610', { mark: 'K0+610', gapFrom: 'K0+600', gapTo: 'K0+620' }],
    ['chainage.beyond-road', short, 'K1+021', { mark: 'K1+021', endMark: 'K1+020' }],
    ['chainage.beyond-road', plain, 'K1+000.001', { mark: 'K1+000.001', endMark: 'K1+000' }],
  ] as const)('refuses with %s', (code, road, mark, detail) => {
    expect(metresOf(road, mark)).toMatchObject({ refusal: code, detail });
  });

  test('three places are numbered', () => {
    const twice: MarkedRoad = {
      lengthMetres: 300,
      equations: [
        { atMetres: 100, aheadMetres: 0 },
        { atMetres: 200, aheadMetres: 0 },
      ],
    };
    expect([50, 150, 250].map((metres) => markOf(twice, metres))).toEqual(['K0+050#1', 'K0+050#2', 'K0+050#3']);
    expect(metresOf(twice, 'K0+050#2')).toBe(150);
  });

  test('round marks are round behind an equation too', () => {
    const marks = roundMarks(short, 200).map(({ metres, mark }) => [metres, mark]);
    expect(marks).toEqual([
      [0, 'K0+000'],
      [200, 'K0+200'],
      [400, 'K0+400'],
      [600, 'K0+600'],
      [780, 'K0+800'],
      [980, 'K1+000'],
    ]);
  });

  const millimetres = fc.integer({ min: 0, max: 4_000_000 });
  const anyRoad = fc
    .record({
      length: millimetres,
      equations: fc.array(fc.record({ at: millimetres, ahead: millimetres }), { maxLength: 4 }),
    })
    .map(({ length, equations }): MarkedRoad => ({
      lengthMetres: (length + 1) / 1000,
      equations: equations.map(({ at, ahead }) => ({ atMetres: (at + 1) / 1000, aheadMetres: ahead / 1000 })),
    }));

  test('every place is found again by its mark, whatever the equations', () => {
    fc.assert(
      fc.property(
        anyRoad,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('from', 'to'),
        (road, share, end) => {
          const metres = Math.round(road.lengthMetres * share * 1000) / 1000;
          expect(metresOf(road, markOf(road, metres, end as 'from'))).toBe(metres);
        },
      ),
    );
  });

  test('every place an ambiguous mark offers is one where the mark stands', () => {
    fc.assert(
      fc.property(anyRoad, millimetres, (road, mark) => {
        const asked = `K${Math.floor(mark / 1_000_000)}+${String((mark % 1_000_000) / 1000)}`;
        const answer = metresOf(road, asked);
        if (typeof answer === 'number' || answer.refusal !== 'chainage.ambiguous') return;
        const choices = String(answer.detail['choices']).split('; ');
        const places = choices.map((choice) => metresOf(road, choice));
        expect(new Set(places).size).toBe(choices.length);
        expect(choices.length).toBeGreaterThan(1);
      }),
    );
  });
});
