import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findBounds } from '../../../web/map/geometry/find-bounds.ts';
import { frameSheet } from '../../../web/map/geometry/frame-sheet.ts';
import { maskOutside } from '../../../web/map/geometry/mask-outside.ts';
import { traceLimits } from '../../../web/map/geometry/trace-limits.ts';

const box = (code: string, west: number, east: number, properties = {}): Feature => ({
  type: 'Feature',
  properties: { code, ...properties },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const edges = (parts: Position[][]): number => parts.reduce((sum, part) => sum + part.length - 1, 0);

describe('traceLimits', () => {
  // +---+---+
  // | 1 | 2 |   seven edges, the middle one once
  // +---+---+
  it('draws a shared edge once', () => {
    const traced = traceLimits(collection(box('1', 0, 1), box('2', 1, 2)));
    expect(traced.features.map(({ geometry }) => edges(geometry.coordinates))).toEqual([4, 3]);
    expect(traced.features[1]?.properties).toEqual({ code: '2' });
  });
  it('starts a new part after a shared edge', () => {
    const traced = traceLimits(collection(box('1', 0, 1), box('2', 1, 2)));
    for (const part of traced.features.flatMap(({ geometry }) => geometry.coordinates)) {
      expect(part.length).toBeGreaterThan(1);
    }
  });
});

describe('maskOutside', () => {
  it('has the plan as a hole, turned around', () => {
    const [mask] = maskOutside(collection(box('v2', 0, 1))).features;
    expect(mask?.properties).toEqual({ code: 'v2' });
    expect(mask?.geometry.coordinates).toHaveLength(2);
    expect(mask?.geometry.coordinates[1]?.[1]).toEqual([0, 1]);
  });
  it('has nothing to say about points', () => {
    const point: Feature = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } };
    expect(maskOutside(collection(point)).features).toEqual([]);
  });
});

describe('frameSheet', () => {
  it('fades around the terrain and is empty without it', () => {
    const frames = frameSheet(collection(box('', 0, 1, { kind: 'terrain' }))).features;
    expect(frames[0]?.properties).toEqual({ step: 0 });
    expect(frames.length).toBeGreaterThan(5);
    expect(frameSheet(collection(box('', 0, 1, { kind: 'river' }))).features).toEqual([]);
  });
});

describe('findBounds', () => {
  it('holds every feature asked for, over all collections', () => {
    const found = findBounds(
      [collection(box('a', 0, 1)), collection(box('b', 5, 6), box('c', 8, 9))],
      new Set(['a', 'b']),
    );
    expect(found).toEqual([0, 0, 6, 1]);
  });
  it('is null when nothing is found', () => {
    expect(findBounds([collection(box('a', 0, 1))], new Set(['z']))).toBeNull();
  });
});
