import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fourParameterStep } from '../../../../../domain/survey/system/shift/apply-four.ts';
import type { ControlPair, Fit, FitRefusal } from '../../../../../domain/survey/system/shift/control-points.ts';
import { fitFourParameters } from '../../../../../domain/survey/system/shift/fit-four-parameters.ts';
import type { FourParameters } from '../../../../../domain/survey/system/shift/transformation.ts';

const systems = { from: 2384, to: 4548 } as const;
/** The size of a shift from Xian 1980 (standards §2.2); its numbers are invented. */
const truth: FourParameters = {
  kind: 'four',
  ...systems,
  deltaNorthMetres: 31.25,
  deltaEastMetres: 97.5,
  rotationArcseconds: 1.2,
  scale: 1.000012,
};
/*   C ---------- D
 *   |            |     2.4 km by 1.8 km about the park
 *   A ---------- B
 */
const corners = [
  ['A', 531_200.123, 3_045_100.456],
  ['B', 533_600.321, 3_045_080.654],
  ['C', 531_250.001, 3_046_900.002],
  ['D', 533_590.777, 3_046_870.888],
] as const;

function pairsOf(parameters: FourParameters, points: readonly (readonly [string, number, number])[]): ControlPair[] {
  const step = fourParameterStep(parameters);
  return points.map(([name, x, y]) => {
    const point = { x, y };
    step(point);
    return { name, from: [x, y], to: [point.x, point.y] };
  });
}

function mistype(pairs: readonly ControlPair[], index: number, east: number, north: number): ControlPair[] {
  return pairs.map((pair, at) => (at === index ? { ...pair, to: [pair.to[0] + east, pair.to[1] + north] } : pair));
}

function fitted(result: Fit<FourParameters> | FitRefusal): Fit<FourParameters> {
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

describe('four parameters from control points', () => {
  test('two points give the transformation, but nothing checks it', () => {
    const fit = fitted(fitFourParameters(pairsOf(truth, corners.slice(0, 2)), systems));
    expect(fit.isChecked).toBe(false);
    expect(fit.rmsMetres).toBeLessThan(1e-6);
    expect(fit.transformation.scale).toBeCloseTo(truth.scale, 9);
  });
  test('more points give residuals in metres, point by point', () => {
    const pairs = mistype(pairsOf(truth, corners), 0, 0.04, 0.03);
    const fit = fitted(fitFourParameters(pairs, systems));
    expect(fit.isChecked).toBe(true);
    expect(fit.residuals.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
    expect(fit.residuals[0]!.metres).toBeCloseTo(0.025, 3);
    // Of an error of one corner of a square a similarity takes half: 5 cm · √½ are left, over √4 points.
    expect(fit.rmsMetres).toBeCloseTo(0.0177, 3);
  });
  test('recovers any parameters to a tenth of a millimetre over the park', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -150, max: 150, noNaN: true }),
        fc.double({ min: -150, max: 150, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -5e-5, max: 5e-5, noNaN: true }),
        fc.nat(3),
        (deltaNorthMetres, deltaEastMetres, rotationArcseconds, ppm, dropped) => {
          const parameters = { ...truth, deltaNorthMetres, deltaEastMetres, rotationArcseconds, scale: 1 + ppm };
          const pairs = pairsOf(parameters, corners).filter((_, index) => index !== dropped);
          const fit = fitted(fitFourParameters(pairs, systems));
          expect(Math.abs(fit.transformation.scale - parameters.scale)).toBeLessThan(1e-10);
          const step = fourParameterStep(fit.transformation);
          for (const { from, to } of pairsOf(parameters, corners)) {
            const point = { x: from[0], y: from[1] };
            step(point);
            expect(Math.hypot(point.x - to[0], point.y - to[1])).toBeLessThan(1e-4);
          }
        },
      ),
    );
  });
  test('a local system may lie at any angle', () => {
    const parameters = { ...truth, from: 'local', rotationArcseconds: 100_000 } as const;
    const fit = fitted(fitFourParameters(pairsOf(parameters, corners), { from: 'local', to: 4548 }));
    expect(fit.transformation.rotationArcseconds).toBeCloseTo(100_000, 4);
  });
});

describe('control points are refused', () => {
  const refusalOf = (pairs: readonly ControlPair[]): FitRefusal => {
    const result = fitFourParameters(pairs, systems);
    if (!('refusal' in result)) throw new Error('was not refused');
    return result;
  };
  const good = pairsOf(truth, corners);
  test('when there are too few', () => {
    expect(refusalOf([]).refusal).toBe('shift.too-few-points');
    expect(refusalOf(good.slice(0, 1))).toMatchObject({ refusal: 'shift.too-few-points', detail: { points: 1 } });
  });
  test('when two of them are one point', () => {
    const twin = { ...good[0]!, name: 'A2', to: good[1]!.to };
    expect(refusalOf([good[0]!, twin])).toMatchObject({
      refusal: 'shift.coincident-points',
      detail: { point: 'A', other: 'A2' },
    });
    expect(refusalOf([good[0]!, good[0]!]).refusal).toBe('shift.coincident-points');
  });
  test('when a number is none', () => {
    expect(refusalOf([...good, { name: 'E', from: [Number.NaN, 1], to: [1, 2] }]).refusal).toBe('shift.not-finite');
  });
  test('when one side is in another unit', () => {
    const feet = good.map((pair) => ({ ...pair, to: [pair.to[0] * 3, pair.to[1] * 3] as const }));
    expect(refusalOf(feet).refusal).toBe('shift.scale-off');
  });
  test('when north and east are exchanged on one side', () => {
    const exchanged = good.map((pair) => ({ ...pair, to: [pair.to[1], pair.to[0]] as const }));
    expect(['shift.rotation-off', 'shift.scale-off']).toContain(refusalOf(exchanged).refusal);
    expect(refusalOf(exchanged.slice(0, 2)).refusal).toBe('shift.rotation-off');
  });
  test('when one of four is mistyped, with its name and how far it is off', () => {
    for (const index of [0, 1, 2, 3]) {
      const refusal = refusalOf(mistype(good, index, 10, 0));
      expect(refusal).toMatchObject({ refusal: 'shift.point-mistyped', detail: { point: good[index]!.name } });
      expect(refusal.detail['metres']).toBeCloseTo(10, 3);
      expect(refusal.residuals).toHaveLength(4);
    }
  });
  test('when one of three is mistyped: the other two would be the only pair of the right length', () => {
    const refusal = refusalOf(mistype(good.slice(0, 3), 1, 9, 0));
    expect(refusal).toMatchObject({ refusal: 'shift.point-mistyped', detail: { point: 'B' } });
  });
  test('when three disagree by so little that each of them could be it', () => {
    const pairs = mistype(good.slice(0, 3), 1, 0.1, 0);
    expect(fitFourParameters(pairs, { ...systems, toleranceMetres: 0.01 })).toMatchObject({
      refusal: 'shift.residuals-too-large',
    });
  });
  test('when two are off and nobody can say which', () => {
    const refusal = refusalOf(mistype(mistype(good, 0, 3, 0), 3, 0, -4));
    expect(refusal.refusal).toBe('shift.residuals-too-large');
    expect(refusal.detail['rmsMetres']).toBeGreaterThan(1);
  });
  test('a tolerance of one’s own decides', () => {
    const pairs = mistype(mistype(mistype(good, 0, 0.1, 0), 1, 0, 0.1), 3, 0, -0.1);
    expect('refusal' in fitFourParameters(pairs, systems)).toBe(false);
    expect(fitFourParameters(pairs, { ...systems, toleranceMetres: 0.01 })).toMatchObject({
      refusal: 'shift.residuals-too-large',
    });
  });
});
