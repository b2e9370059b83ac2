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
    ['structure', collection(polygon([0, 0], [4, 0], [4, 4]))],
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
  test('names the feature and the place', () => {
    const sound = polygon([0, 0], [4, 0], [4, 4], [0, 4], [0, 0]);
    const [finding] = checkFeatureCollection(collection(sound, polygon([0, 0], [4, 4], [4, 0], [0, 4], [0, 0])));
    expect(finding).toMatchObject({ feature: 1, place: expect.any(Array) });
  });
});
