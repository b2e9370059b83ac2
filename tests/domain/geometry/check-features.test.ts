import { describe, expect, test } from 'vitest';
import { checkFeatureCollection } from '../../../domain/geometry/check-features.ts';

const collection = (...geometries: unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
});
const polygon = (...corners: number[][]) => ({ type: 'Polygon', coordinates: [corners] });
const codes = (json: unknown) => checkFeatureCollection(json).map(({ code }) => code);

describe('a feature collection', () => {
  test('of sound land has no findings', () => {
    expect(
      codes(collection(polygon([0, 0], [4, 0], [4, 4], [0, 4], [0, 0]), { type: 'Point', coordinates: [117, 27] })),
    ).toEqual([]);
  });
  test.each([
    ['not-a-collection', null],
    ['not-a-collection', { type: 'Feature' }],
    ['structure', collection({ type: 'Polygon', coordinates: 'x' })],
    ['structure', collection(polygon([0, 0], [4, 0], [4, 4], ['a', 'b'] as never, [0, 0]))],
    ['structure', collection({ type: 'Polygon', coordinates: [] })],
    ['structure', collection({ type: 'MultiPolygon', coordinates: [[]] })],
    ['structure', collection({ type: 'Polygon', coordinates: [[null]] })],
    ['null-geometry', collection(null)],
    ['position-out-of-range', collection({ type: 'Point', coordinates: [532599, 3046402] })],
    ['ring-too-short', collection(polygon([0, 0], [1, 1], [0, 0], [0, 0]))],
    ['duplicate-corner', collection(polygon([0, 0], [4, 0], [4, 0], [4, 4], [0, 0]))],
    // bow-tie   0,4 \ / 4,4
    //           0,0 / \ 4,0
    ['self-crossing', collection(polygon([0, 0], [4, 4], [4, 0], [0, 4], [0, 0]))],
    ['self-crossing', collection(polygon([0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]))],
    // spike     out to 8,0 and back
    ['self-crossing', collection(polygon([0, 0], [8, 0], [4, 0], [4, 4], [0, 4], [0, 0]))],
  ])('%s', (code, json) => {
    expect(codes(json)).toContain(code);
  });
  test.each([
    // 0,4 ---- 4,4    the last corner is not the first
    // 0,0 ---- 4,0
    [
      'ring-unclosed',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
      { place: [0, 4], corner: 4 },
    ],
    [
      'position-not-finite',
      [
        [0, 0],
        [4, NaN],
        [4, 4],
        [0, 0],
      ],
      { corner: 2 },
    ],
    [
      'position-not-finite',
      [
        [0, 0],
        [4, 0],
        [Infinity, 4],
        [0, 0],
      ],
      { corner: 3 },
    ],
    [
      'position-not-finite',
      [
        [0, 0],
        [4, 0],
        [4, null],
        [0, 0],
      ],
      { corner: 3 },
    ],
    ['ring-too-short', [], { place: null, value: 0 }],
    [
      'ring-too-short',
      [
        [0, 0],
        [4, 0],
        [0, 0],
        [0, 0],
      ],
      { place: [0, 0], value: 2 },
    ],
    [
      'duplicate-corner',
      [
        [0, 0],
        [4, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      { place: [4, 0], corner: 2 },
    ],
    [
      'duplicate-corner',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
        [0, 0],
      ],
      { place: [0, 0], corner: 4 },
    ],
    // 0,0 - 1,1 - 2,2 - 3,3   all on one line
    [
      'zero-area',
      [
        [0, 0],
        [1, 1],
        [3, 3],
        [2, 2],
        [0, 0],
      ],
      { place: [0, 0], value: 0 },
    ],
    [
      'self-crossing',
      [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ],
      { corner: expect.any(Number) },
    ],
    // a millimetre wide and four long
    [
      'tiny-area',
      [
        [117, 27],
        [117.00000004, 27],
        [117.00000004, 27.00000001],
        [117, 27],
      ],
      { place: [117, 27], value: expect.any(Number) },
    ],
  ])('%s names the place and the number', (code, ring, rest) => {
    const found = checkFeatureCollection(collection({ type: 'Polygon', coordinates: [ring] }));
    expect(found).toEqual([expect.objectContaining({ code, feature: 0, ...rest })]);
  });
  test('a small but real piece of land is sound', () => {
    expect(codes(collection(polygon([117, 27], [117.000002, 27], [117.000002, 27.000001], [117, 27])))).toEqual([]);
  });
  test('a defect in a hole, in a second part or in a collection is found', () => {
    const outer = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
    ];
    const open = [
      [1, 1],
      [2, 1],
      [2, 2],
    ];
    expect(codes(collection({ type: 'Polygon', coordinates: [outer, open] }))).toEqual(['ring-unclosed']);
    expect(codes(collection({ type: 'MultiPolygon', coordinates: [[outer], [open]] }))).toEqual(['ring-unclosed']);
    const geometries = [{ type: 'Polygon', coordinates: [open] }];
    expect(codes(collection({ type: 'GeometryCollection', geometries }))).toEqual(['ring-unclosed']);
  });
  test('names the feature and the place', () => {
    const sound = polygon([0, 0], [4, 0], [4, 4], [0, 4], [0, 0]);
    const [finding] = checkFeatureCollection(collection(sound, polygon([0, 0], [4, 4], [4, 0], [0, 4], [0, 0])));
    expect(finding).toMatchObject({ feature: 1, place: expect.any(Array) });
  });
});
