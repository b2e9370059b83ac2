import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, test, vi } from 'vitest';
import { parkGrid } from '../../../../domain/geometry/grid.ts';
import type { Point } from '../../../../domain/geometry/shapes.ts';
import type { Position } from '../../../../domain/survey/survey-file.ts';
import {
  isPlacingRefusal,
  makePlacer,
  type Placer,
  type Placing,
  type PlacingRefusalCode,
} from '../../../../domain/survey/system/make-placer.ts';
import { placeFile, type PlacedFile } from '../../../../domain/survey/system/place-file.ts';
import type { Transformation } from '../../../../domain/survey/system/shift/transformation.ts';
import { park, surveyOf } from './survey-of.ts';

const plain: Placing = { system: 4548, isSwapped: false, droppedPrefix: null, transformation: null };
const grid = parkGrid(park);

function placer(placing: Partial<Placing>): Placer {
  const place = makePlacer({ ...plain, ...placing }, park);
  if (isPlacingRefusal(place)) throw new Error(place.refusal);
  return place;
}

function placed(result: ReturnType<typeof placeFile>): PlacedFile {
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

const refusalOf = (placing: Partial<Placing>): PlacingRefusalCode | null => {
  const place = makePlacer({ ...plain, ...placing }, park);
  return isPlacingRefusal(place) ? place.refusal : null;
};

const four: Transformation = {
  kind: 'four',
  from: 2384,
  to: 4548,
  deltaNorthMetres: 30,
  deltaEastMetres: 100,
  rotationArcseconds: 0,
  scale: 1,
};
const seven: Transformation = {
  kind: 'seven',
  fromDatum: 'beijing54',
  convention: 'position-vector',
  deltaXMetres: 0,
  deltaYMetres: 0,
  deltaZMetres: 0,
  rotationXArcseconds: 0,
  rotationYArcseconds: 0,
  rotationZArcseconds: 0,
  scalePartsPerMillion: 0,
};
/** The test vector of standards §2.1 from the park's origin. */
const vector: Point = [6_599_264, 5_401_772];

describe('every way to write the test vector', () => {
  test.each([
    ['EPSG:4548', { system: 4548 }, 532599.264, 3046401.772],
    ['EPSG:4527', { system: 4527 }, 39532599.264, 3046401.772],
    ['EPSG:4498', { system: 4498 }, 20532599.264, 3046401.772],
    ['EPSG:4509', { system: 4509 }, 532599.264, 3046401.772],
    ['EPSG:4527 with north first', { system: 4527, isSwapped: true }, 3046401.772, 39532599.264],
    ['a wrong zone taken off', { system: 4548, droppedPrefix: 38 }, 38532599.264, 3046401.772],
    ['EPSG:4490', { system: 4490 }, 117.33, 27.53],
    ['EPSG:4326', { system: 4326 }, 117.33, 27.53],
    ['EPSG:4490 with latitude first', { system: 4490, isSwapped: true }, 27.53, 117.33],
    ['EPSG:3857', { system: 3857 }, 13061115.855, 3189845.734],
    ['EPSG:900913', { system: 900913 }, 13061115.855, 3189845.734],
  ] as const)('as %s comes to the same millimetres', (_, placing, first, second) => {
    const [east, north] = placer(placing)(first, second) as Point;
    // The Web Mercator numbers are given to a millimetre of a map 12.8 % too large.
    expect(Math.abs(east - vector[0])).toBeLessThanOrEqual(1);
    expect(Math.abs(north - vector[1])).toBeLessThanOrEqual(1);
  });
});

describe('on the park’s own meridian', () => {
  const millimetre = fc.integer({ min: -20_000_000, max: 40_000_000 });
  test('three decimals come out exactly as written, with every prefix, without any projection', () => {
    fc.assert(
      fc.property(millimetre, millimetre, (east, north) => {
        const eastText = (prefix: number): string => ((prefix * 1e9 + 526_000_000 + east) / 1000).toFixed(3);
        const northText = ((3_041_000_000 + north) / 1000).toFixed(3);
        for (const [system, prefix] of [
          [4548, 0],
          [4527, 39],
          [4509, 0],
          [4498, 20],
        ] as const) {
          expect(placer({ system })(Number(eastText(prefix)), Number(northText))).toEqual([east, north]);
          const swapped = placer({ system, isSwapped: true })(Number(northText), Number(eastText(prefix)));
          expect(swapped).toEqual([east, north]);
        }
      }),
    );
  });
  test('nothing is projected', () => {
    const projections = vi.spyOn(proj4, 'Proj');
    for (const system of [4548, 4527, 4509, 4498]) expect(placer({ system })).toBeTypeOf('function');
    expect(projections).not.toHaveBeenCalled();
    projections.mockRestore();
  });
  test('place, to degrees and back is the same millimetre, and the same as the grid’s own', () => {
    const degrees = placer({ system: 4490 });
    fc.assert(
      fc.property(millimetre, millimetre, (east, north) => {
        const [lon, lat] = grid.toDegrees([east, north]);
        expect(degrees(lon, lat)).toEqual([east, north]);
        expect(degrees(lon, lat)).toEqual(grid.toMillimetres([lon, lat]));
      }),
    );
  });
});

test('from a neighbouring meridian the same millimetres come back', () => {
  const park120 = { ...park, epsg: 4549, originEast: 230_000 };
  const to120 = makePlacer(plain, park120);
  const from120 = makePlacer({ ...plain, system: 4549 }, park);
  if (isPlacingRefusal(to120) || isPlacingRefusal(from120)) throw new Error('refused');
  const millimetre = fc.integer({ min: 0, max: 20_000_000 });
  fc.assert(
    fc.property(millimetre, millimetre, (east, north) => {
      const [e, n] = to120(526_000 + east / 1000, 3_041_000 + north / 1000) as Point;
      const [backEast, backNorth] = from120(230_000 + e / 1000, 3_041_000 + n / 1000) as Point;
      expect(Math.abs(backEast - east)).toBeLessThanOrEqual(1);
      expect(Math.abs(backNorth - north)).toBeLessThanOrEqual(1);
    }),
  );
});

describe('numbers of another datum', () => {
  test.each([4610, 2384, 2363, 2345, 2334, 4214, 2436, 2415, 21420, 21460, 4555, 4796, 'local'] as const)(
    'EPSG:%s is never placed without a transformation',
    (system) => {
      expect(refusalOf({ system })).toBe('place.needs-shift');
      const file = surveyOf([[[532_599, 3_046_401]]]);
      expect(placeFile(file, { ...plain, system }, park)).toMatchObject({ refusal: 'place.needs-shift' });
    },
  );
  test('a transformation that is not for them is refused', () => {
    expect(refusalOf({ system: 2436, transformation: four })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 2384, transformation: seven })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 'local', transformation: four })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 2384, transformation: { ...four, from: 'local' } })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 2384, transformation: { ...four, to: 2436 } })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 2384, transformation: { ...four, from: 4610 } })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 'local', transformation: seven })).toBe('place.shift-does-not-fit');
  });
  test('CGCS2000 with a transformation is refused: nothing may be shifted twice', () => {
    expect(refusalOf({ system: 4548, transformation: four })).toBe('place.shift-does-not-fit');
    expect(refusalOf({ system: 4326, transformation: seven })).toBe('place.shift-does-not-fit');
  });
  test('four parameters move Xian 1980, whatever its prefix and band', () => {
    const expected = [6_699_264, 5_431_772];
    expect(placer({ system: 2384, transformation: four })(532599.264, 3046401.772)).toEqual(expected);
    expect(placer({ system: 2363, transformation: four })(39532599.264, 3046401.772)).toEqual(expected);
    expect(placer({ system: 2334, transformation: four })(20532599.264, 3046401.772)).toEqual(expected);
    const toPrefix = { ...four, from: 2363, to: 4527 };
    expect(placer({ system: 2384, transformation: toPrefix })(532599.264, 3046401.772)).toEqual(expected);
  });
  test('four parameters move Xian 1980 degrees by way of their plane on its own ellipsoid', () => {
    const [east, north] = placer({ system: 4610, transformation: four })(117.33, 27.53) as Point;
    // The larger ellipsoid (a + 3 m) makes the northing 1.4 m longer than that of CGCS2000 before the 30 m.
    expect(Math.abs(east - vector[0] - 100_000)).toBeLessThan(50);
    expect(north - vector[1] - 30_000).toBeGreaterThan(1000);
    expect(north - vector[1] - 30_000).toBeLessThan(2000);
  });
  test('four parameters of another meridian are reached through the ellipsoid', () => {
    const other: Transformation = { ...four, from: 2385, to: 4549, deltaNorthMetres: 0, deltaEastMetres: 0 };
    const [east, north] = placer({ system: 2384, transformation: other })(532599.264, 3046401.772) as Point;
    expect(Math.abs(east - vector[0])).toBeLessThan(5_000);
    expect(Math.abs(north - vector[1])).toBeLessThan(5_000);
  });
  test('four parameters move a local system', () => {
    const local: Transformation = { ...four, from: 'local', deltaEastMetres: 532_000, deltaNorthMetres: 3_046_000 };
    expect(placer({ system: 'local', transformation: local })(599.264, 401.772)).toEqual(vector);
  });
  test('seven parameters of nothing leave the geocentric place of Beijing 1954', () => {
    const [east, north] = placer({ system: 4214, transformation: seven })(117.33, 27.53) as Point;
    // Degrees of an ellipsoid 108 m larger about the same centre: no change of longitude, some metres of latitude.
    expect(Math.abs(east - vector[0])).toBeLessThan(100);
    expect(Math.abs(north - vector[1])).toBeLessThan(30_000);
    expect(placer({ system: 2436, transformation: { ...seven, deltaZMetres: 100 } })(532_599, 3_046_401)).not.toEqual(
      placer({ system: 2436, transformation: seven })(532_599, 3_046_401),
    );
  });
  test('a system or park the catalogue does not hold is refused', () => {
    expect(refusalOf({ system: 32650 })).toBe('place.unknown-system');
    for (const epsg of [4490, 2384, 3857, 1]) {
      const place = makePlacer(plain, { ...park, epsg });
      expect(isPlacingRefusal(place) && place.refusal).toBe('place.unknown-system');
    }
  });
});

describe('positions without a place', () => {
  test.each([
    [Number.NaN, 3_046_401, 4548, 'place.not-finite'],
    [532_599, Infinity, 4548, 'place.not-finite'],
    [532_599, 3_046_401, 4490, 'place.out-of-range'],
    [181, 27, 4490, 'place.out-of-range'],
    [117, 91, 4490, 'place.out-of-range'],
    [5e12, 3_046_401, 4548, 'place.out-of-range'],
    [532_599, 11_000_000, 4548, 'place.out-of-range'],
    [5e12, 5e12, 4549, 'place.out-of-range'],
    [1e300, 1e300, 3857, 'place.out-of-range'],
    [-63, 27, 4490, 'place.out-of-range'],
  ])('%d, %d in EPSG:%i: %s', (first, second, system, code) => {
    expect(placer({ system })(first, second)).toBe(code);
  });
  test('name their record and corner, and leave out only their own record', () => {
    const good: Position[] = [
      [532_600, 3_046_400],
      [532_700, 3_046_400],
      [532_700, 3_046_500],
    ];
    const bad: Position[] = [good[0]!, [Number.NaN, 3_046_400], [5e12, 3_046_500]];
    const { features, faults } = placed(placeFile(surveyOf([good, bad, good]), plain, park));
    expect(features.map(({ shape }) => shape !== null)).toEqual([true, false, true]);
    expect(faults).toEqual([
      { code: 'place.not-finite', layer: '', at: { line: 2, record: 2 }, corner: 2, first: 'NaN', second: 3_046_400 },
      { code: 'place.out-of-range', layer: '', at: { line: 2, record: 2 }, corner: 3, first: 5e12, second: 3_046_500 },
    ]);
  });
  test('are listed up to a thousand', () => {
    const bad = Array.from({ length: 1500 }, (): Position => [Number.NaN, 0]);
    expect(placed(placeFile(surveyOf([bad]), plain, park)).faults).toHaveLength(1000);
  });
});

describe('a file', () => {
  test('keeps the form of areas, lines, points and records without a place', () => {
    const base = surveyOf([[[532_600, 3_046_400]]]);
    const [feature] = base.layers[0]!.features;
    const shapes = [
      { type: 'line', lines: [[[526_001, 3_041_002]], []] },
      { type: 'points', points: [[526_003, 3_041_004]] },
      { type: 'area', polygons: [[[[526_005, 3_041_006]], [[526_000, 3_041_000]]], []] },
      null,
    ] as const;
    const file = { ...base, layers: [{ name: 'L', features: shapes.map((shape) => ({ ...feature!, shape })) }] };
    expect(placed(placeFile(file, plain, park)).features.map(({ layer, shape }) => ({ layer, shape }))).toEqual([
      { layer: 'L', shape: { type: 'line', lines: [[[1000, 2000]], []] } },
      { layer: 'L', shape: { type: 'points', points: [[3000, 4000]] } },
      { layer: 'L', shape: { type: 'area', polygons: [[[[5000, 6000]], [[0, 0]]], []] } },
      { layer: 'L', shape: null },
    ]);
  });
});
