import { describe, expect, test } from 'vitest';
import type { MultiPolygon } from '../../../domain/geometry/shapes.ts';
import { newParcelRow, preparePlan, type PlannedLand } from '../../../domain/parcel/new-parcel-row.ts';
import { tinyParcel } from '../../support/tiny-park.ts';

const metre = 1000;
const box = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [
    [
      [west * metre, south * metre],
      [east * metre, south * metre],
      [east * metre, north * metre],
      [west * metre, north * metre],
    ],
  ],
];

/*
 *  north 300 +----------------------+----------+
 *            |  Z-1 works (phase 1) | Z-2      |   R2, north to south along east = 500
 *            |                      | green (2)|
 *          0 +----------------------+----------+
 *            0 ======= R0 =======> 300        500    along north = -20
 */
const plan: PlannedLand = {
  planVersion: 'v2',
  phases: [
    { code: '1', polygons: box(0, 0, 300, 300) },
    { code: '2', polygons: box(300, 0, 500, 300) },
  ],
  zones: [
    { code: 'Z-1', polygons: box(0, 0, 300, 300), standard: 'GBJ137-90', landUse: 'M2', account: 'parcel' },
    { code: 'Z-2', polygons: box(300, 0, 500, 300), standard: 'GBJ137-90', landUse: 'G1', account: 'green' },
  ],
  roads: [
    {
      code: 'R0',
      designWidthMetres: 24,
      centreline: [
        [0, -20_000],
        [500_000, -20_000],
      ],
    },
    {
      code: 'R2',
      designWidthMetres: 12,
      centreline: [
        [500_000, 300_000],
        [500_000, 0],
      ],
    },
  ],
};
const parent = (code: string, polygons: MultiPolygon) => {
  const { twiceAreaSquareMillimetres: _, ...row } = tinyParcel(code, 0, '2');
  return { ...row, landUse: 'W1', heightMaxMetres: 18, registeredSquareMetres: 5000, polygons };
};

describe('the row of a new parcel', () => {
  test('on free land is as the plan says: phase, use, and the road it lies at', () => {
    const land = { code: 'N-01', polygons: box(100, 0, 200, 80), from: [] };
    expect(newParcelRow(land, preparePlan(plan))).toEqual({
      code: 'N-01',
      planVersion: 'v2',
      standard: 'GBJ137-90',
      landUse: 'M2',
      phase: '1',
      farMin: null,
      farMax: null,
      coverageMinPercent: null,
      greenMaxPercent: null,
      heightMaxMetres: null,
      registeredSquareMetres: null,
      access: { road: 'R0', fromMetres: 100, toMetres: 200, side: 'left' },
    });
  });

  test('is that of the parcel it takes most of its land from, but for the frontage and the register', () => {
    const from = [parent('A-01', box(100, 0, 130, 80)), parent('A-02', box(130, 0, 250, 80))];
    const land = { code: 'N-01', polygons: box(110, 0, 210, 80), from };
    expect(newParcelRow(land, preparePlan(plan))).toMatchObject({
      landUse: 'W1',
      phase: '2',
      heightMaxMetres: 18,
      registeredSquareMetres: null,
      access: { road: 'R0', fromMetres: 110, toMetres: 210 },
    });
  });

  test('keeps to the road of its parent, also where another is nearer', () => {
    const polygons = box(420, 0, 490, 250);
    const access = (from: ReturnType<typeof parent>[]) => {
      const row = newParcelRow({ code: 'N-01', polygons, from }, preparePlan(plan));
      return 'missing' in row ? row.missing : [row.access.road, row.access.side];
    };
    expect(access([parent('A-01', polygons)])).toEqual(['R0', 'left']);
    const zones = plan.zones.map((zone) => ({ ...zone, account: 'parcel' as const }));
    const row = newParcelRow({ code: 'N-01', polygons, from: [] }, preparePlan({ ...plan, zones }));
    expect(row).toMatchObject({ access: { road: 'R2', fromMetres: 50, toMetres: 300, side: 'right' } });
  });

  test('is missing what the plan lacks', () => {
    const missing = (polygons: MultiPolygon, changed: Partial<PlannedLand> = {}) =>
      newParcelRow({ code: 'N-01', polygons, from: [] }, preparePlan({ ...plan, ...changed }));
    expect(missing(box(900, 0, 950, 50))).toEqual({ missing: 'no-phase' });
    expect(missing(box(320, 0, 400, 80))).toEqual({ missing: 'no-land-use' });
    expect(missing(box(100, 0, 200, 80), { roads: [] })).toEqual({ missing: 'no-road' });
  });
});
