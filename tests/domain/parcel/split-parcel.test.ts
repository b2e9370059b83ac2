import { describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { openEdges } from '../../../domain/geometry/coverage.ts';
import type { MultiPolygon, Point } from '../../../domain/geometry/shapes.ts';
import { divideLand, splitParcelSchema, type LandAround } from '../../../domain/parcel/split-parcel.ts';
import { isRefusal } from '../../../domain/refusals.ts';

//       +---------------+
//       |  N            |
//  a    +---------------+    b     the parcel leans a little: cuts on its edges are rounded
//       |  parcel       |
//  o    +---------------+    e
//  ================================  the road
const [o, e, b, a] = [
  [0, 15_000],
  [199_989, 15_007],
  [200_003, 115_009],
  [11, 115_001],
] as const satisfies Point[];
const top = [
  [200_000, 150_000],
  [0, 150_000],
] as const satisfies Point[];
const parcel: MultiPolygon = [[[o, e, b, a]]];
const land: LandAround = {
  grid: { toMillimetres: ([x, y]) => [x, y] },
  parcel,
  others: [{ code: 'N', polygons: [[[a, b, ...top]]] }],
  centreline: [
    [-50_000, 0],
    [400_000, 0],
  ],
};
const order = (cut: object, codes: string[], more: object = {}) =>
  splitParcelSchema.parse({ parcel: 'P', on: '2007-12-01', codes, cut, ...more });
const divide = (cut: object, codes: string[], more: object = {}) => {
  const divided = divideLand(order(cut, codes, more), land);
  if (isRefusal(divided)) throw new Error(divided.refusal);
  return divided;
};
const refusalOf = (cut: object, codes: string[], more: object = {}) => divideLand(order(cut, codes, more), land);
const squareMetresOf = (polygons: MultiPolygon) => twiceAreaSquareMillimetres(polygons) / 2_000_000;
const eastOf = (polygons: MultiPolygon) => Math.max(...polygons.flat(2).map(([x]) => x));

describe('a parcel is divided', () => {
  test('by an area off one end of its front: 27.5 mu to 0.01 m², the neighbour is given the corner', () => {
    const wanted = (27.5 * 2000) / 3;
    for (const from of ['start', 'end'] as const) {
      const { pieces, neighbours } = divide({ by: 'areas', squareMetres: [wanted], from }, ['P-1', 'P-2']);
      expect(pieces.map(({ code }) => code)).toEqual(['P-1', 'P-2']);
      expect(Math.abs(squareMetresOf(pieces[0]!.polygons) - wanted)).toBeLessThanOrEqual(0.01);
      expect(eastOf(pieces[0]!.polygons) < 199_000).toBe(from === 'start');
      expect(neighbours.map(({ code }) => code)).toEqual(['N']);
      const parts = [...pieces, ...neighbours].map(({ polygons }) => polygons);
      // Every corner between the pieces and the neighbour is shared: what is open lies on the outline alone.
      const outline: MultiPolygon = [[[o, e, b, ...top, a]]];
      expect(openEdges(parts, outline).every(({ from: [, y], to: [, z] }) => y < 16_000 && z < 16_000)).toBe(true);
    }
  });

  test('into strips along the front, and equal parts across it', () => {
    const { pieces } = divide({ by: 'areas', squareMetres: [5000, 7000.5], from: 'front' }, ['A', 'B', 'C']);
    expect(pieces.slice(0, 2).map(({ polygons }) => squareMetresOf(polygons))).toEqual([
      expect.closeTo(5000, 1),
      expect.closeTo(7000.5, 1),
    ]);
    expect(Math.max(...pieces[0]!.polygons.flat(2).map(([, y]) => y))).toBeLessThan(45_000);
    const equal = divide({ by: 'equal', from: 'start' }, ['A', 'B', 'C', 'D']).pieces.map(({ polygons }) =>
      squareMetresOf(polygons),
    );
    expect(Math.max(...equal) - Math.min(...equal)).toBeLessThan(0.06);
  });

  test('along a line: left of it first', () => {
    const line = [
      [80_000, 0],
      [90_000, 200_000],
    ];
    const { pieces } = divide({ by: 'line', line }, ['L', 'R']);
    expect(eastOf(pieces[0]!.polygons)).toBeLessThan(90_000);
    expect(eastOf(pieces[1]!.polygons)).toBe(200_003);
  });

  test.each<[code: string, cut: object, codes: string[], more?: object]>([
    ['split.area-too-large', { by: 'areas', squareMetres: [30_000], from: 'start' }, ['A', 'B']],
    ['split.codes-differ', { by: 'areas', squareMetres: [3000, 4000], from: 'start' }, ['A', 'B']],
    ['split.codes-differ', { by: 'areas', squareMetres: [3000], from: 'start' }, ['A', 'A']],
    ['split.not-crossing', { by: 'line', line: [[0, 0], [100_000, 0]] }, ['A', 'B']], // prettier-ignore
    ['split.ends-inside', { by: 'line', line: [[100_000, 0], [100_000, 60_000]] }, ['A', 'B']], // prettier-ignore
    [
      'split.frontage-too-short',
      { by: 'areas', squareMetres: [2000], from: 'start' },
      ['A', 'B'],
      { leastFrontageMetres: 30 },
    ],
    [
      'split.depth-too-short',
      { by: 'areas', squareMetres: [2000], from: 'front' },
      ['A', 'B'],
      { leastDepthMetres: 30 },
    ],
  ])('not: %s', (code, cut, codes, more) => {
    expect(refusalOf(cut, codes, more)).toMatchObject({ refusal: code });
  });
});
