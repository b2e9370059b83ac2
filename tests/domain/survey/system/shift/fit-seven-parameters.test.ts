import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  geocentricStep,
  geodeticStep,
  projectStep,
  unprojectStep,
} from '../../../../../domain/survey/system/project-step.ts';
import { sevenParameterStep } from '../../../../../domain/survey/system/shift/apply-seven.ts';
import type { ControlPair } from '../../../../../domain/survey/system/shift/control-points.ts';
import { fitSevenParameters } from '../../../../../domain/survey/system/shift/fit-seven-parameters.ts';
import type { SevenParameters } from '../../../../../domain/survey/system/shift/transformation.ts';
import { systemOf } from '../../../../../domain/survey/system/systems.ts';

const truth: SevenParameters = {
  kind: 'seven',
  fromDatum: 'beijing54',
  convention: 'coordinate-frame',
  deltaXMetres: 12,
  deltaYMetres: -113,
  deltaZMetres: -61,
  rotationXArcseconds: 0.4,
  rotationYArcseconds: -0.9,
  rotationZArcseconds: 1.7,
  scalePartsPerMillion: -3.1,
};
const systems = { from: 2436, to: 4548, convention: 'coordinate-frame' } as const;
const corners = [
  [531_200, 3_045_100, 210],
  [553_600, 3_045_080, 260],
  [531_250, 3_066_900, 480],
  [553_590, 3_066_870, 305],
  [541_000, 3_057_000, 250],
] as const;

function transformed(
  parameters: SevenParameters,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const point = { x, y, z: 0 };
  unprojectStep(systemOf(2436)!)(point);
  point.z = z;
  geocentricStep('beijing54')(point);
  sevenParameterStep(parameters)(point);
  geodeticStep('cgcs2000')(point);
  const height = point.z;
  projectStep(systemOf(4548)!)(point);
  return [point.x, point.y, height];
}

function pairsOf(parameters: SevenParameters): ControlPair[] {
  return corners.map((corner, index) => {
    const [east, north, toHeightMetres] = transformed(parameters, corner);
    const [x, y, fromHeightMetres] = corner;
    return { name: `P${index + 1}`, from: [x, y], to: [east, north], fromHeightMetres, toHeightMetres };
  });
}

describe('seven parameters from control points', () => {
  test('recover random parameters to a millimetre about the points', () => {
    fc.assert(
      fc.property(
        fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: -200, max: 200, noNaN: true }))),
        fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: -5, max: 5, noNaN: true }))),
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.constantFrom('position-vector' as const, 'coordinate-frame' as const),
        ([deltaXMetres, deltaYMetres, deltaZMetres], [rx, ry, rz], scalePartsPerMillion, convention) => {
          const parameters: SevenParameters = {
            ...truth,
            convention,
            deltaXMetres: deltaXMetres!,
            deltaYMetres: deltaYMetres!,
            deltaZMetres: deltaZMetres!,
            rotationXArcseconds: rx!,
            rotationYArcseconds: ry!,
            rotationZArcseconds: rz!,
            scalePartsPerMillion,
          };
          const fit = fitSevenParameters(pairsOf(parameters), { ...systems, convention });
          if ('refusal' in fit) throw new Error(fit.refusal);
          expect(fit.isChecked).toBe(true);
          expect(fit.rmsMetres).toBeLessThan(1e-4);
          const middle = [540_123, 3_055_456, 300] as const;
          const [e, n] = transformed(parameters, middle);
          const [east, north] = transformed(fit.transformation, middle);
          expect(Math.hypot(e - east, n - north)).toBeLessThan(1e-3);
        },
      ),
      { numRuns: 40 },
    );
  });
  test('in the other convention have the opposite rotations', () => {
    const [one, other] = (['coordinate-frame', 'position-vector'] as const).map((convention) => {
      const fit = fitSevenParameters(pairsOf(truth), { ...systems, convention });
      if ('refusal' in fit) throw new Error(fit.refusal);
      return fit.transformation;
    });
    expect(one!.rotationZArcseconds).toBeCloseTo(1.7, 2);
    expect(other!.rotationZArcseconds).toBeCloseTo(-one!.rotationZArcseconds, 9);
    expect(other!.deltaXMetres).toBe(one!.deltaXMetres);
  });
  test('three points are enough, unchecked', () => {
    expect(fitSevenParameters(pairsOf(truth).slice(0, 3), systems)).toMatchObject({ isChecked: false });
  });
  test('two points are too few, three in a line no better', () => {
    expect(fitSevenParameters(pairsOf(truth).slice(0, 2), systems)).toMatchObject({ refusal: 'shift.too-few-points' });
    const [first, second] = pairsOf(truth) as [ControlPair, ControlPair];
    const twice = [first, second, { ...second, name: 'P2 again' }];
    expect(fitSevenParameters(twice, systems)).toMatchObject({ refusal: 'shift.collinear-points' });
  });
  test('a mistyped point is named', () => {
    const pairs = pairsOf(truth).map((pair, index) =>
      index === 2 ? { ...pair, to: [pair.to[0] + 20, pair.to[1]] as const } : pair,
    );
    expect(fitSevenParameters(pairs, systems)).toMatchObject({
      refusal: 'shift.point-mistyped',
      detail: { point: 'P3' },
    });
  });
  test('points in another unit are refused by their scale', () => {
    const pairs = pairsOf(truth).map((pair) => ({ ...pair, to: [pair.to[0] * 1.01, pair.to[1] * 1.01] as const }));
    const result = fitSevenParameters(pairs, { ...systems, toleranceMetres: 1e6 });
    expect(result).toMatchObject({ refusal: 'shift.scale-off' });
  });
  test('systems that need no shift, or are unknown, are refused', () => {
    for (const [from, to] of [
      [4548, 4548],
      [4326, 4548],
      [2436, 2384],
      [1, 4548],
    ] as const) {
      expect(fitSevenParameters(pairsOf(truth), { ...systems, from, to })).toMatchObject({
        refusal: 'shift.unknown-system',
      });
    }
  });
  test('a number that is none is refused', () => {
    const pairs = pairsOf(truth).map((pair) => ({ ...pair, toHeightMetres: Number.NaN }));
    expect(fitSevenParameters(pairs, systems)).toMatchObject({ refusal: 'shift.not-finite' });
  });
});
