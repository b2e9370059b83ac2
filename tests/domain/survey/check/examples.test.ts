import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../domain/geometry/shapes.ts';
import { checkStages, checkSurvey, finishCheck } from '../../../../domain/survey/check/check-survey.ts';
import type { PlacedFeature } from '../../../../domain/survey/check/finding.ts';
import { surveyLand } from '../../../support/survey-land.ts';
import { findingsOf, placed } from './any-land.ts';

const metres = (...corners: [number, number][]) => corners.map(([x, y]): Point => [x * 1000, y * 1000]);
const lands = (...rings: Point[][]) => rings.map((ring, index) => placed([[ring]], index));
const only = (features: readonly PlacedFeature[], code: string) =>
  findingsOf(features).filter((one) => one.code === code);

describe('a finding tells place and numbers', () => {
  //  0,10 \  / 10,10
  //        5,5
  //  0,0  /  \ 10,0
  test('of a crossing: where, and the other edge', () => {
    const [crossing, ...others] = only(lands(metres([0, 0], [10, 10], [10, 0], [0, 10])), 'self-crossing');
    expect(crossing).toMatchObject({
      place: [5000, 5000],
      where: { corner: 0 },
      detail: { otherCorner: 3 },
      repair: null,
    });
    expect(others).toEqual([]);
  });

  //  0,10 -------- 10,10 . . . . . 60,10.05    50 m long, 50 mm wide at its foot
  //   |             |
  //  0,0 --------- 10,0
  test('of a spike: angle, width and length', () => {
    const ring = metres([0, 0], [10, 0], [10, 10], [60, 10.05], [10, 10.05], [0, 10]);
    const [spike] = only(lands(ring), 'spike');
    expect(spike).toMatchObject({ where: { corner: 3 }, repair: { kind: 'drop-corner', corner: 3 } });
    expect(spike!.detail['widthMillimetres']).toBeCloseTo(50, 1);
    expect(spike!.detail['angleDegrees']).toBeCloseTo(0.0573, 3);
    expect(spike!.detail['lengthMillimetres']).toBe(50_000);
  });
  test.each([
    ['wider than the limit', 10.2],
    ['not pointed enough', 12],
  ])('of a corner that is %s: nothing', (_, north) => {
    expect(only(lands(metres([0, 0], [10, 0], [10, 10], [60, north], [10, north], [0, 10])), 'spike')).toEqual([]);
  });

  //  +------+
  //  |  a +-|----+
  //  +----|-+  b |     2 m × 0.01 m in common is 0.02 m², 2 m × 0.005 m is 0.01 m²: the limit
  //       +------+
  test.each([
    [9.99, 0.02],
    [9.995, null],
  ])('of an overlap from %d m: exact square metres', (west, squareMetres) => {
    const found = only(
      lands(metres([0, 0], [10, 0], [10, 10], [0, 10]), metres([west, 8], [20, 8], [20, 18], [west, 18])),
      'overlap',
    );
    expect(found.map(({ detail }) => detail['squareMetres'])).toEqual(squareMetres === null ? [] : [squareMetres]);
  });

  //   +----+----+      the upper one has a corner between the lower two, they touch it with theirs
  //   |  upper  |
  //   +----x----+      x: a T-junction of the upper one
  //   | l  |  r |
  test('of a T-junction: once, with the corner to be put in', () => {
    const found = findingsOf(
      lands(
        metres([0, 10], [20, 10], [20, 20], [0, 20]),
        metres([0, 0], [10, 0], [10, 10], [0, 10]),
        metres([10, 0], [20, 0], [20, 10], [10, 10]),
      ),
    );
    expect(found.map(({ code, feature, place }) => [code, feature, place])).toEqual([
      ['t-junction', 0, [10_000, 10_000]],
    ]);
    expect(found[0]!.repair).toMatchObject({
      kind: 'insert-corner',
      corner: 0,
      point: [10_000, 10_000],
      twiceAreaChange: 0,
    });
  });
  test('of a corner 51 mm beside an edge: nothing; of 50 mm: near-edge without repair', () => {
    const beside = (gap: number) =>
      lands(metres([0, 0], [10, 0], [10, 10], [0, 10]), metres([10 + gap, 4], [15, 2], [15, 6])).slice();
    expect(findingsOf(beside(0.051))).toEqual([]);
    expect(findingsOf(beside(0.05))).toMatchObject([
      { code: 'near-edge', detail: { distanceMillimetres: 50 }, repair: null },
    ]);
  });

  //  a  b  c   corners 15 mm apart, one behind the other: b goes to a; c is 30 mm from a and stays
  test('of corners in a chain: what is too far from the first is left to a person', () => {
    const corner = (x: number, to: [number, number][]) => metres([x, 0], ...to);
    const found = only(
      lands(
        corner(0, [
          [-9, 5],
          [-9, -5],
        ]),
        corner(0.015, [
          [-3, 20],
          [-6, 20],
        ]),
        corner(0.03, [
          [9, -5],
          [9, 5],
        ]),
      ),
      'near-corners',
    );
    expect(found.map(({ feature, other, repair }) => [feature, other, repair?.kind ?? null])).toEqual([
      [1, 0, 'move-corner'],
      [2, 1, null],
    ]);
  });

  test.each([
    [5.1907, null, []],
    [51_906.88, null, []],
    [77.8603, 'mu', []],
    [5.1907, 'mu', ['declared-area']],
    [60_000, null, ['declared-area']],
    [0, null, []],
  ] as const)('of a declared area of %d %s (the example of the standard: 51906.88 m²)', (value, unit, expected) => {
    // standards.md §1.2, metres from 39532000 east and 3046000 north
    const outer = metres([610.42, 512.35], [858.765, 525.118], [869.93, 310.904], [625.087, 297.226]);
    const hole = metres([720, 430], [720, 400], [760, 400], [760, 430]);
    const rounded = [outer, hole].map((ring) => ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]));
    const found = findingsOf([{ ...placed([rounded], 0), declaredArea: { value, unit } }]);
    expect(found.map(({ code }) => code).filter((code) => code !== 'hole-winding')).toEqual(expected);
  });
});

describe('a gap', () => {
  //  +---------+
  //  |    d    |
  //  +--+---+--+
  //  |a | ? |b |     nobody has the middle, 4 m × 4 m
  //  +--+---+--+
  //  |    c    |
  //  +---------+
  test('enclosed by four is told once with its area; a hole of one parcel is none', () => {
    const features = lands(
      metres([0, 4], [4, 4], [4, 8], [0, 8]),
      metres([8, 4], [12, 4], [12, 8], [8, 8]),
      metres([0, 0], [12, 0], [12, 4], [8, 4], [4, 4], [0, 4]),
      metres([0, 8], [4, 8], [8, 8], [12, 8], [12, 12], [0, 12]),
    );
    expect(findingsOf(features)).toMatchObject([{ code: 'gap-enclosed', detail: { squareMetres: 16, features: 4 } }]);
    const hole = metres([4, 4], [4, 8], [8, 8], [8, 4]);
    expect(findingsOf([placed([[metres([0, 0], [12, 0], [12, 12], [0, 12]), hole]], 0)])).toEqual([]);
  });
  test('that a parcel with corners of its own fills in part is told with what is left of it', () => {
    const shell = (from: number) =>
      metres([from, 0], [from + 6, 0], [from + 6, 4], [from + 6, 8], [from + 6, 12], [from, 12]);
    const features = lands(
      shell(0).map(([x, y]): Point => (x === 6000 && (y === 4000 || y === 8000) ? [4000, y] : [x, y])),
      [...shell(6)].map(([x, y]): Point => [x, y]),
      metres([3, 5], [6, 5], [6, 7], [3, 7]),
    );
    // 16 m² between the two, of which the third has 2 m × 2 m.
    expect(only(features, 'gap-enclosed').map(({ detail }) => detail['squareMetres'])).toEqual([12]);
  });
});

describe('a check', () => {
  test('tells how far it is, stage after stage, and stops when told to', () => {
    const { features, outline } = surveyLand(1500, 5, 0);
    const stages = new Set<string>();
    const all = finishCheck(checkSurvey(features, { outline }), ({ stage, done, total }) => {
      stages.add(stage);
      expect(done).toBeLessThanOrEqual(Math.max(total, done));
      return true;
    });
    expect(all).toEqual({ findings: [], counts: {} });
    expect([...stages]).toEqual(checkStages.filter((stage) => stage !== 'existing'));
    expect(finishCheck(checkSurvey(features), ({ done }) => done < 1000)).toBeNull();
  });
  test('takes tolerances from the caller: 5 mm apart is one corner when that is asked', () => {
    const ring = metres([0, 0], [10, 0], [10, 0.004], [10, 10], [0, 10]);
    expect(findingsOf(lands(ring))).toEqual([]);
    const [near] = findingsOf(lands(ring), { limits: { sameCorner: 5 } });
    expect(near).toMatchObject({ code: 'near-corner', where: { corner: 2 }, detail: { distanceMillimetres: 4 } });
  });
});
