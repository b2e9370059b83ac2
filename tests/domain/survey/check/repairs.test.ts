import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedFeature, SurveyFinding } from '../../../../domain/survey/check/finding.ts';
import { applyRepairs } from '../../../../domain/survey/check/repair/apply-repairs.ts';
import type { Repair } from '../../../../domain/survey/check/repair/repair.ts';
import { surveyLand } from '../../../support/survey-land.ts';
import { anyFeatures, findingsOf, placed } from './any-land.ts';

const repairsOf = (findings: readonly SurveyFinding[]) => findings.flatMap(({ repair }) => (repair ? [repair] : []));
const nameOf = ({ code, feature, other, place }: SurveyFinding) => `${code} ${feature} ${other} ${place?.join()}`;

function expectMended(features: readonly PlacedFeature[]) {
  const before = findingsOf(features);
  const repairs = repairsOf(before);
  const mended = applyRepairs(features, repairs);
  const after = findingsOf(mended.features);
  const left = new Set(after.map(nameOf));
  const applied = new Set<Repair>(mended.applied);
  // Two corners of a feature may stand on one place; that of a refused repair may still be told.
  const isApplied = ({ repair }: SurveyFinding) => repair !== null && applied.has(repair);
  const unmended = new Set(before.filter((one) => !isApplied(one)).map(nameOf));
  const remaining = before.filter((one) => isApplied(one) && left.has(nameOf(one)) && !unmended.has(nameOf(one)));
  const errors = (findings: readonly SurveyFinding[]) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, feature, other }) => `${code} ${feature} ${other}`);
  const known = errors(before);
  expect(remaining.map(nameOf)).toEqual([]);
  expect(errors(after).filter((error) => !known.includes(error))).toEqual([]);
  expect(applied.size + mended.refused.length).toBe(repairs.length);
  for (const { feature, twiceBefore, twiceAfter } of mended.changes) {
    const stated = mended.applied.filter((repair) => repair.feature === feature);
    const most = stated.reduce((sum, { twiceAreaChange }) => sum + twiceAreaChange, 0);
    expect(Math.abs(twiceAfter - twiceBefore)).toBeLessThanOrEqual(most);
  }
  expect(applyRepairs(mended.features, mended.applied).features).toEqual(mended.features);
  return { before, after, ...mended };
}

describe('all repairs that are offered', () => {
  test('mend what they say on land with every defect, and nothing is refused', () => {
    const { features } = surveyLand(1200, 3, 1);
    const { after, refused, applied, before } = expectMended(features);
    const codes = new Set(before.filter(({ repair }) => repair).map(({ code }) => code));
    expect([...codes].sort()).toEqual([
      'duplicate-corner',
      'duplicate-part',
      'hole-in-hole',
      'hole-winding',
      'near-corners',
      'self-touching',
      'spike',
      't-junction',
    ]);
    expect(refused).toEqual([]);
    expect(applied.length).toBe(8);
    expect(after.filter(({ code }) => codes.has(code))).toEqual([]);
  });

  test('mend what they say on any land, add no error, change no more area than stated, and nothing when repeated', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        expectMended(features);
      }),
      { numRuns: 300 },
    );
  });
});

/** Nine metres by nine. */
const square = placed(
  [
    [
      [
        [0, 0],
        [9000, 0],
        [9000, 9000],
        [0, 9000],
      ],
    ],
  ],
  0,
);

describe('a repair', () => {
  //  0,9 --------- 9,9
  //   |    island   |       shell, hole 1..8, island 3..5 given as a second hole
  //  0,0 --------- 9,0
  test('makes a part of an island that was given as a hole', () => {
    const box = (from: number, to: number) =>
      [
        [from, from],
        [from, to],
        [to, to],
        [to, from],
      ].map(([x, y]) => [x! * 1000, y! * 1000] as const);
    const { features, changes } = expectMended([placed([[box(0, 9).reverse(), box(1, 8), box(3, 5)]], 0)]);
    expect(features[0]!.polygons.map(({ length }) => length)).toEqual([2, 1]);
    expect(changes).toEqual([{ feature: 0, twiceBefore: 2e6 * (81 - 49 - 4), twiceAfter: 2e6 * (81 - 49 + 4) }]);
  });

  //   0,4 ------- 4,4
  //    |  \       |       the ring comes to 2,2 twice
  //    |   2,2    |
  //    |  /       |
  //   0,0 ------- 4,0  …  hourglass: two triangles
  test('splits an hourglass that touches itself into two parts of the same area', () => {
    const ring = [
      [0, 0],
      [2, 2],
      [0, 4],
      [4, 4],
      [2, 2],
      [4, 0],
    ].map(([x, y]) => [x! * 1000, y! * 1000] as const);
    const { features, changes } = expectMended([placed([[ring]], 0)]);
    expect(features[0]!.polygons.length).toBe(2);
    expect(changes[0]!.twiceAfter).toBe(changes[0]!.twiceBefore);
  });

  //   +-----------+
  //   |   +---+   |
  //   |   |   |   |      a hole reached over a bridge without width
  //   +---+---+---+
  test('makes a hole of a ring that runs to it and back on the same line', () => {
    const ring = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
      [3, 3],
      [3, 6],
      [6, 6],
      [6, 3],
      [3, 3],
    ].map(([x, y]) => [x! * 1000, y! * 1000] as const);
    const { features } = expectMended([placed([[ring]], 0)]);
    expect(features[0]!.polygons).toMatchObject([[{ length: 4 }, { length: 4 }]]);
  });

  test('of an older state is stale, and of a feature that is not there too', () => {
    const drop = {
      kind: 'drop-corner',
      feature: 0,
      part: 0,
      ring: 0,
      corner: 1,
      from: [1, 1],
      before: [0, 0],
      twiceAreaChange: 0,
    } as const;
    const { refused, features } = applyRepairs([square], [drop, { ...drop, feature: 7 }, { ...drop, part: 3 }]);
    expect(refused.map(({ reason }) => reason)).toEqual(['stale', 'stale', 'stale']);
    expect(features).toEqual([square]);
  });

  test('that contradicts an earlier one is refused', () => {
    const move = {
      kind: 'move-corner',
      feature: 0,
      part: 0,
      ring: 0,
      corner: 1,
      from: [9000, 0],
      twiceAreaChange: 9e7,
    } as const;
    const { refused, features } = applyRepairs(
      [square],
      [
        { ...move, to: [9005, 0] },
        { ...move, to: [9000, 5] },
      ],
    );
    expect(refused.map(({ reason }) => reason)).toEqual(['conflict']);
    expect(features[0]!.polygons[0]![0]![1]).toEqual([9005, 0]);
  });

  test('that would make a ring cross itself is refused with the others of its feature', () => {
    const move = {
      kind: 'move-corner',
      feature: 0,
      part: 0,
      ring: 0,
      corner: 1,
      from: [9000, 0],
      twiceAreaChange: 9e9,
    } as const;
    const { refused, features } = applyRepairs([square], [{ ...move, to: [3000, 12_000] }]);
    expect(refused.map(({ reason }) => reason)).toEqual(['harm']);
    expect(features).toEqual([square]);
  });
});
