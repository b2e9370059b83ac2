import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point, Ring } from '../../../domain/geometry/shapes.ts';
import { nearbyMetres, outlined, spotAt, type SpotLand } from '../../../domain/park/spot.ts';
import { spotCourse } from '../../../domain/park/spot-course.ts';
import { tinyFacts, tinyStretch } from '../../support/tiny-park.ts';

const metres = (value: number) => value * 1000;
const box = (west: number, south: number, east: number, north: number): Ring => [
  [metres(west), metres(south)],
  [metres(east), metres(south)],
  [metres(east), metres(north)],
  [metres(west), metres(north)],
];
const area = (code: string, ...corners: [number, number, number, number]) => outlined(code, [[box(...corners)]]);

//  north 400 +------------------ v1: Z-0 ------------------+
//        100 | A-01 0-250 | A-02 250-500 | A-03 | B-01     |   v2: outline up to 100, parcels above R0
//          0 ====================== R0, 30 m ===============   1000 m east
//       -100 +---------------------------------------------+
const land: SpotLand = {
  planVersions: [area('v1', 0, -100, 1000, 400), area('v2', 0, -100, 1000, 100)],
  surveys: [area('S', -500, -500, 1500, 900)],
  phases: [area('1', 0, -100, 750, 100), area('2', 750, -100, 1000, 100)],
  zones: [{ ...area('Z-0', 0, -100, 1000, 400), planVersion: 'v1' }],
  parcels: ['A-01', 'A-02', 'A-03', 'B-01'].map((code, at) => ({
    ...area(code, at * 250, 0, at * 250 + 250, 100),
    planVersion: 'v2',
  })),
  roads: [
    {
      code: 'R0',
      designWidthMetres: 30,
      centreline: [
        [0, 0],
        [metres(1000), 0],
      ],
    },
  ],
  works: [
    {
      code: 'W-1',
      shape: {
        type: 'Line',
        line: [
          [0, metres(60)],
          [metres(1000), metres(60)],
        ],
      },
    },
    { code: 'W-2', shape: { type: 'Point', point: [metres(300), metres(40)] } },
  ],
};
const at = (east: number, north: number) => spotAt(land, [metres(east), metres(north)]);

describe('a spot', () => {
  test('lies in the land of every plan version', () => {
    expect(at(100, 80)).toMatchObject({
      isInPark: true,
      plans: [
        { planVersion: 'v1', zones: ['Z-0'], parcels: [] },
        { planVersion: 'v2', zones: [], parcels: ['A-01'] },
      ],
      surveys: ['S'],
      phases: ['1'],
      parcels: ['A-01'],
      roads: [],
      works: [{ work: 'W-1', distanceMetres: 20 }],
    });
    expect(at(100, 300).plans.map(({ planVersion }) => planVersion)).toEqual(['v1']);
  });

  test('on a border lies in both', () => {
    expect(at(250, 80).parcels).toEqual(['A-01', 'A-02']);
    expect(at(750, 0)).toMatchObject({ phases: ['1', '2'], parcels: ['A-03', 'B-01'] });
  });

  test('lies in the reserve of a road up to half its design width', () => {
    expect(at(400, -15).roads).toEqual([{ road: 'R0', chainageMetres: 400, offsetMetres: 15, side: 'right' }]);
    expect(at(400, 15).roads).toEqual([{ road: 'R0', chainageMetres: 400, offsetMetres: 15, side: 'left' }]);
    expect(at(400, 0).roads).toMatchObject([{ side: null }]);
    expect(at(400, -15.001).roads).toEqual([]);
  });

  test(`has the works within ${nearbyMetres} m, the nearest first`, () => {
    expect(at(300, 30).works).toEqual([
      { work: 'W-2', distanceMetres: 10 },
      { work: 'W-1', distanceMetres: 30 },
    ]);
    expect(at(600, 10).works).toEqual([{ work: 'W-1', distanceMetres: 50 }]);
    expect(at(600, 9.999).works).toEqual([]);
  });

  test('outside every plan is outside the park, even inside a survey', () => {
    expect(at(-10, 0)).toMatchObject({ isInPark: false, plans: [], surveys: ['S'], parcels: [] });
    expect(at(9000, 0)).toMatchObject({ isInPark: false, surveys: [], works: [] });
  });
});

describe('whatever the spot', () => {
  const east = fc.integer({ min: -metres(600), max: metres(1600) });
  const north = fc.integer({ min: -metres(600), max: metres(1000) });

  test('parcels that fill the plan hold it once, or more on their borders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: metres(1000) }), fc.integer({ min: 0, max: metres(100) }), (x, y) => {
        const { parcels } = spotAt(land, [x, y]);
        expect(parcels.length).toBe(x % metres(250) === 0 && x > 0 && x < metres(1000) ? 2 : 1);
      }),
    );
  });

  test('it is the same when the whole park lies elsewhere', () => {
    const shift = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(east, north, shift, shift, (x, y, dx, dy) => {
        const move = ([a, b]: Point): Point => [a + dx, b + dy];
        const moved = <Land extends { code: string; polygons: readonly (readonly Ring[])[] }>(lands: readonly Land[]) =>
          lands.map((one) => ({
            ...one,
            ...outlined(
              one.code,
              one.polygons.map((rings) => rings.map((r) => r.map(move))),
            ),
          }));
        const elsewhere: SpotLand = {
          planVersions: moved(land.planVersions),
          surveys: moved(land.surveys),
          phases: moved(land.phases),
          zones: moved(land.zones),
          parcels: moved(land.parcels),
          roads: land.roads.map((road) => ({ ...road, centreline: road.centreline.map(move) })),
          works: land.works.map(({ code, shape }) => ({
            code,
            shape:
              shape.type === 'Line'
                ? { ...shape, line: shape.line.map(move) }
                : shape.type === 'Point'
                  ? { ...shape, point: move(shape.point) }
                  : shape,
          })),
        };
        expect(spotAt(elsewhere, move([x, y]))).toEqual(spotAt(land, [x, y]));
      }),
    );
  });
});

describe('the course of a spot', () => {
  const contract = {
    id: 'C',
    project: 'P-01',
    parcel: 'A-01',
    kind: 'contract' as const,
    startBy: null,
    finishBy: null,
  };
  const facts = tinyFacts({
    claims: [{ ...contract, fromOn: '2007-11-25', untilOn: null }],
    stretches: [
      tinyStretch('S-1'),
      tinyStretch('S-2', { side: 'left', layer: 'base', doneOn: null, plannedOn: '2008-05-01' }),
    ],
  });

  test('has everything with a day, in order', () => {
    const course = spotCourse(facts, at(100, 10));
    expect(course.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2007-02-01 plan',
      '2007-03-01 gate',
      '2007-05-01 gate',
      '2007-08-01 work',
      '2007-09-15 gate',
      '2007-10-01 stretch',
      '2007-11-25 claim',
      '2008-05-01 stretch',
    ]);
    expect(course.at(-1)).toEqual({
      kind: 'stretch',
      on: '2008-05-01',
      isPlan: true,
      road: 'R0',
      layer: 'base',
      side: 'left',
    });
    expect(course.find(({ kind }) => kind === 'claim')).toMatchObject({
      project: 'P-01',
      claim: 'contract',
      untilOn: null,
    });
  });

  test('takes the half of the road the spot lies on', () => {
    const layers = (y: number) =>
      spotCourse(facts, at(100, y)).flatMap((entry) => (entry.kind === 'stretch' ? [entry.layer] : []));
    expect([layers(10), layers(0), layers(-10)]).toEqual([['subgrade', 'base'], ['subgrade', 'base'], ['subgrade']]);
    const beyond = spotCourse(facts, at(600, 10)).filter(({ kind }) => kind === 'stretch');
    expect(beyond).toEqual([]);
  });
});
