import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findPole } from '../../../web/map/geometry/find-pole.ts';
import { placeLabels } from '../../../web/map/geometry/place-labels.ts';

const degree = 111_320;
const ring = (metres: readonly (readonly [number, number])[]): Position[] =>
  [...metres, metres[0]!].map(([x, y]) => [x / degree, y / degree]);
const metresOf = ([x, y]: Position): [number, number] => [x! * degree, y! * degree];
const area = (coordinates: Polygon['coordinates'], properties = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
});
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

describe('findPole', () => {
  it('is the centre of a square', () => {
    const pole = findPole([
      ring([
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
    ])!;
    expect(metresOf(pole.position)[0]).toBeCloseTo(50, 0);
    expect(pole.roomMetres).toBeGreaterThan(49);
  });
  // +--+
  // |  |        the middle of the box lies outside the L
  // |  +-----+
  // +--------+
  it('stays inside a concave parcel', () => {
    const pole = findPole([
      ring([
        [0, 0],
        [300, 0],
        [300, 60],
        [60, 60],
        [60, 300],
        [0, 300],
      ]),
    ])!;
    const [x, y] = metresOf(pole.position);
    expect((x > 0 && x < 60 && y < 300) || (y > 0 && y < 60 && x < 300)).toBe(true);
    expect(pole.roomMetres).toBeGreaterThan(29);
  });
  it('keeps away from a hole', () => {
    const hole = ring([
      [40, 40],
      [40, 60],
      [60, 60],
      [60, 40],
    ]);
    const pole = findPole([
      ring([
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
      hole,
    ])!;
    expect(pole.roomMetres).toBeLessThan(31);
    expect(pole.roomMetres).toBeGreaterThan(20);
  });
  it('is null without a ring, and has no room in a sliver', () => {
    expect(findPole([])).toBeNull();
    expect(
      findPole([
        ring([
          [0, 0],
          [100, 0],
          [50, 0.001],
        ]),
      ])!.roomMetres,
    ).toBeLessThan(1);
  });
});

describe('placeLabels', () => {
  const square = ring([
    [0, 0],
    [200, 0],
    [200, 100],
    [0, 100],
  ]);
  it('keeps the properties and adds the room', () => {
    const [label] = placeLabels(collection(area([square], { code: 'A-01' }))).features;
    expect(label?.properties).toMatchObject({ code: 'A-01' });
    expect(label?.properties?.['roomMetres']).toBeGreaterThan(49);
  });
  it('moves clear of a building', () => {
    const building = area([
      ring([
        [120, 30],
        [180, 30],
        [180, 70],
        [120, 70],
      ]),
    ]);
    const [label] = placeLabels(collection(area([square])), collection(building)).features;
    expect(metresOf(label!.geometry.coordinates)[0]).toBeLessThan(80);
  });
  it('stays in the middle when a building fills the parcel', () => {
    const building = area([
      ring([
        [10, 5],
        [190, 5],
        [190, 95],
        [10, 95],
      ]),
    ]);
    const [label] = placeLabels(collection(area([square])), collection(building)).features;
    expect(label?.properties?.['roomMetres']).toBeGreaterThan(49);
  });
  it('leaves lines out, takes points as they are, and the roomiest part of several', () => {
    const line: Feature = {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    };
    const point: Feature = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } };
    const parts: Feature = {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            ring([
              [900, 0],
              [910, 0],
              [910, 10],
              [900, 10],
            ]),
          ],
          [square],
        ],
      },
    };
    const labels = placeLabels(collection(line, point, parts)).features;
    expect(labels).toHaveLength(2);
    expect(labels[0]?.geometry.coordinates).toEqual([1, 2]);
    expect(metresOf(labels[1]!.geometry.coordinates)[0]).toBeLessThan(200);
  });
});
