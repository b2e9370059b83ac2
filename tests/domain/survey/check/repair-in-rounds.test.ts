import { describe, expect, test } from 'vitest';
import type { Ring } from '../../../../domain/geometry/shapes.ts';
import { checkSurvey, finishCheck } from '../../../../domain/survey/check/check-survey.ts';
import type { PlacedFeature } from '../../../../domain/survey/check/finding.ts';
import type { Repair } from '../../../../domain/survey/check/repair/repair.ts';
import { repairInRounds } from '../../../../domain/survey/check/repair/repair-in-rounds.ts';
import { repairKey, tellRepair } from '../../../../domain/survey/check/repair/tell-repair.ts';
import { spreadFindings } from '../../../../domain/survey/check/spread-findings.ts';
import { repairWords } from '../../../../domain/survey/words/repair-words.ts';
import { tell } from '../../../../domain/survey/words/tell.ts';

const featureOf = (code: string, ring: Ring): PlacedFeature => {
  return { at: { line: null, record: null }, code, declaredArea: null, polygons: [[ring]] };
};
const found = (features: readonly PlacedFeature[]) => ({ features, check: finishCheck(checkSurvey(features)) });
const keysOf = ({ features, check }: ReturnType<typeof found>) => {
  expect(features.length).toBeGreaterThan(0);
  return check.findings.flatMap(({ repair }) => (repair ? [repairKey(repair, repair.feature)] : []));
};
const mend = (features: readonly PlacedFeature[], isAsked: (repair: Repair) => boolean) =>
  finishCheck(repairInRounds(found(features), isAsked, (some) => checkSurvey(some)));
const only = (keys: readonly string[]) => (repair: Repair) => keys.includes(repairKey(repair, repair.feature));

/*   D────────C        A and B come twice, the spike S is 1 mm wide:
 *   │        │        three repairs of one ring, each by itself
 *   │        ├──S
 *   A,A────B,B
 */
const shaggy: Ring = [
  [0, 0],
  [0, 0],
  [100_000, 0],
  [100_000, 0],
  [100_000, 50_000],
  [130_000, 50_000],
  [100_000, 50_001],
  [100_000, 100_000],
  [0, 100_000],
];

describe('repairs are taken one by one', () => {
  test('the key of a repair is the same after others of its ring were taken', () => {
    const given = found([featureOf('A', shaggy)]);
    const keys = keysOf(given);
    expect(keys).toEqual(
      expect.arrayContaining(['0:drop-corner:0,0', '0:drop-corner:100000,0', '0:drop-corner:130000,50000']),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      const { features, check, applied } = mend(given.features, only([key]));
      expect(applied.map((repair) => repairKey(repair, 0))).toEqual([key]);
      expect(keys.filter((other) => other !== key)).toEqual(expect.arrayContaining(keysOf({ features, check })));
    }
  });

  test('all that are asked for go, in rounds, and what changed is measured from the beginning', () => {
    const { features, check, changes, applied } = mend([featureOf('A', shaggy)], () => true);
    expect(check.findings).toEqual([]);
    expect(features[0]!.polygons[0]![0]!.length).toBeLessThan(shaggy.length);
    expect(applied.length).toBeGreaterThanOrEqual(3);
    expect(changes).toMatchObject([{ feature: 0, twiceAfter: 2e10 }]);
  });

  test('none that is not asked for, and keys of nothing do nothing', () => {
    const features = [featureOf('A', shaggy)];
    expect(mend(features, () => false)).toMatchObject({ features, applied: [], changes: [] });
    expect(mend(features, only(['0:drop-corner:7,7', '1:drop-corner:0,0']))).toMatchObject({ features, applied: [] });
  });

  test('a repair says where it changes what, in both languages', () => {
    const place = { feature: 0, part: 0, ring: 0, corner: 2, twiceAreaChange: 4_000_000 } as const;
    const move = { ...place, kind: 'move-corner', from: [0, 0], to: [3, 4] } as const;
    expect(tellRepair(move)).toMatchObject({ from: [0, 0], to: [3, 4], changeSquareMetres: 2 });
    expect(tell('repair.move-corner', tellRepair(move).detail, 'zh')).toContain('移动界址点5毫米');
    for (const [code, [zh, en]] of Object.entries(repairWords)) {
      expect(zh, code).toMatch(/[一-鿿]/);
      expect(en, code).toMatch(/^[A-Z]/);
      expect(tell(code, {}, 'en'), code).not.toBe(code);
    }
  });
});

describe('findings that are too many are spread', () => {
  const findings = [...Array.from({ length: 50 }, () => 'many'), 'rare', 'few', 'few', 'many', 'rare'];
  const spread = (most: number) =>
    spreadFindings(
      findings.map((code, index) => ({ code, index })),
      most,
    );
  const countsOf = (some: readonly { code: string }[]) =>
    ['many', 'few', 'rare'].map((code) => some.filter((one) => one.code === code).length);

  test('every code keeps its first ones, what one does not need another may have', () => {
    expect(countsOf(spread(10))).toEqual([6, 2, 2]);
    expect(countsOf(spread(4))).toEqual([2, 1, 1]);
    expect(spread(4).map(({ index }) => index)).toEqual([0, 1, 50, 51]);
  });

  test('few enough are told as they are', () => {
    expect(spread(findings.length).map(({ code }) => code)).toEqual(findings);
    expect(spread(1)).toHaveLength(1);
  });
});
