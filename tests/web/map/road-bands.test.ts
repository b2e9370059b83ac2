import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { drawBands } from '../../../web/map/geometry/draw-bands.ts';
import { markChainage } from '../../../web/map/geometry/mark-chainage.ts';
import { readRoads } from '../../../web/map/geometry/read-roads.ts';

const roads: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'R0', name: '金岭大道', class: 'main', designWidthMetres: 30, chainages: [0, 1000] },
      geometry: {
        type: 'LineString',
        coordinates: [
          [117, 27],
          [117.01, 27],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { code: 'X' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [117, 27],
          [117, 28],
        ],
      },
    },
    { type: 'Feature', properties: { code: 'P' }, geometry: { type: 'Point', coordinates: [117, 27] } },
  ],
};

const intervals = [
  { fromMetres: 0, toMetres: 500, side: 'full', state: 'done' },
  { fromMetres: 500, toMetres: 600, side: 'left', state: 'forecast' },
  { fromMetres: 2000, toMetres: 2100, side: 'right', state: 'planned' },
] as const;
const states = [
  { code: 'R0', layers: [{ layer: 'subgrade', doneMetres: 500, expectedMetres: 500, intervals }] },
] as const;

describe('readRoads', () => {
  it('takes only lines with a chainage for every vertex', () => {
    expect(readRoads(roads).map(({ code }) => code)).toEqual(['R0']);
  });
});

describe('drawBands', () => {
  const bands = drawBands(readRoads(roads), states, 'subgrade').features;
  it('draws full width as two sides, one side as one, and nothing beyond the road', () => {
    expect(bands.map(({ properties }) => [properties?.['state'], properties?.['side']])).toEqual([
      ['done', -1],
      ['done', 1],
      ['forecast', -1],
    ]);
  });
  it('follows the chosen layer', () => {
    expect(drawBands(readRoads(roads), states, 'surface').features).toEqual([]);
    expect(drawBands(readRoads(roads), [], 'subgrade').features).toEqual([]);
  });
});

describe('markChainage', () => {
  const { features } = markChainage(readRoads(roads));
  const points = features.filter(({ geometry }) => geometry.type === 'Point');
  it('marks every 100 m from the start to the end, each with a tick', () => {
    expect(points.map(({ properties }) => properties?.['mark'] as string)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `K0+${index}00`).concat('K1+000'),
    );
    expect(features).toHaveLength(22);
  });
  it('ranks every fifth mark higher', () => {
    const major = points.filter(({ properties }) => properties?.['rank'] === 2);
    expect(major.map(({ properties }) => properties?.['mark'] as string)).toEqual(['K0+000', 'K0+500', 'K1+000']);
  });
  it('follows chainage equations: behind a gap in the marks they stand elsewhere', () => {
    const road = { ...readRoads(roads)[0]!, equations: [{ atMetres: 450, aheadMetres: 480 }] };
    const marks = markChainage([road]).features.filter(({ geometry }) => geometry.type === 'Point');
    expect(marks.map(({ properties }) => properties?.['mark'] as string)).toContain('K0+500');
    const at = marks.find(({ properties }) => properties?.['mark'] === 'K0+500')?.geometry;
    expect(at?.type === 'Point' && at.coordinates[0]).toBeCloseTo(117.0047, 6);
  });
  it('stands to the right of a road that runs east, that is south of it', () => {
    const first = points[0]?.geometry;
    expect(first?.type === 'Point' && first.coordinates[1]! < 27).toBe(true);
    expect(points[0]?.properties).toMatchObject({ turnDegrees: 90, anchor: 'left' });
  });
  it('is never upside down, whichever way the road runs', () => {
    for (let degrees = 0; degrees < 360; degrees += 15) {
      const end = [117 + Math.cos((degrees * Math.PI) / 180) * 0.01, 27 + Math.sin((degrees * Math.PI) / 180) * 0.01];
      const road = { ...readRoads(roads)[0]!, coordinates: [[117, 27], end], chainages: [0, 90] };
      const turn = Number(markChainage([road]).features[0]?.properties?.['turnDegrees']);
      expect(Math.abs(turn)).toBeLessThanOrEqual(90);
    }
  });
});
