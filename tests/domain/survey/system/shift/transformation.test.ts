import { describe, expect, test } from 'vitest';
import { fourParameterStep } from '../../../../../domain/survey/system/shift/apply-four.ts';
import { sevenParameterStep } from '../../../../../domain/survey/system/shift/apply-seven.ts';
import { transformationSchema } from '../../../../../domain/survey/system/shift/transformation.ts';

const seven = {
  kind: 'seven',
  fromDatum: 'xian80',
  convention: 'position-vector',
  deltaXMetres: 0,
  deltaYMetres: 0,
  deltaZMetres: 4.5,
  rotationXArcseconds: 0,
  rotationYArcseconds: 0,
  rotationZArcseconds: 0.554,
  scalePartsPerMillion: 0.219,
} as const;
const four = {
  kind: 'four',
  from: 2384,
  to: 4548,
  deltaNorthMetres: 10,
  deltaEastMetres: 100,
  rotationArcseconds: 0,
  scale: 1,
} as const;

describe('seven parameters', () => {
  // IOGP Guidance Note 373-7-2, position vector: WGS 72 to WGS 84.
  const before = { x: 3657660.66, y: 255768.55, z: 5201382.11 };
  const after = { x: 3657660.78, y: 255778.43, z: 5201387.75 };
  test('as a position vector give the example of EPSG 1033', () => {
    const point = { ...before };
    sevenParameterStep(seven)(point);
    for (const axis of ['x', 'y', 'z'] as const) expect(Math.abs(point[axis] - after[axis])).toBeLessThan(0.006);
  });
  test('as a coordinate frame want the opposite rotation', () => {
    const point = { ...before };
    sevenParameterStep({ ...seven, convention: 'coordinate-frame', rotationZArcseconds: -0.554 })(point);
    expect(Math.abs(point.y - after.y)).toBeLessThan(0.006);
    const wrong = { ...before };
    sevenParameterStep({ ...seven, convention: 'coordinate-frame' })(wrong);
    expect(Math.abs(wrong.y - after.y)).toBeGreaterThan(19);
  });
  test('turn about each axis the way the position vector says', () => {
    const turned = (axis: 'X' | 'Y' | 'Z', start: { x: number; y: number; z: number }): number[] => {
      const plain = { ...seven, deltaZMetres: 0, rotationZArcseconds: 0, scalePartsPerMillion: 0 };
      const point = { ...start };
      sevenParameterStep({ ...plain, [`rotation${axis}Arcseconds`]: 648_000 / Math.PI / 1000 })(point);
      return [point.x, point.y, point.z].map((value) => Math.round(value * 1000));
    };
    // X turns y towards z, Y turns z towards x, Z turns x towards y; a thousandth of a radian each.
    expect(turned('X', { x: 0, y: 1, z: 0 })).toEqual([0, 1000, 1]);
    expect(turned('Y', { x: 0, y: 0, z: 1 })).toEqual([1, 0, 1000]);
    expect(turned('Z', { x: 1, y: 0, z: 0 })).toEqual([1000, 1, 0]);
  });
});

describe('four parameters', () => {
  /*  N                     θ = 90°: N' = −E, E' = N
   *  ^   * (N 3, E 1)
   *  |          * → (N −1, E 3) + (10, 100)
   *  +----> E
   */
  test('follow the formula of standards §2.2', () => {
    const point = { x: 1, y: 3 };
    fourParameterStep({ ...four, rotationArcseconds: 324_000 })(point);
    expect(point.y).toBeCloseTo(9, 9);
    expect(point.x).toBeCloseTo(103, 9);
    const scaled = { x: 1, y: 3 };
    fourParameterStep({ ...four, scale: 2 })(scaled);
    expect(scaled).toEqual({ x: 102, y: 16 });
  });
});

describe('a transformation', () => {
  test('is the same after JSON', () => {
    for (const value of [four, seven, { ...four, from: 'local' }]) {
      expect(transformationSchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
    }
  });
  test('that is not whole is refused', () => {
    for (const broken of [
      { ...four, scale: 0 },
      { ...four, from: 'xian' },
      { ...four, deltaEastMetres: null },
      { ...seven, convention: undefined },
      { ...seven, fromDatum: 'cgcs2000' },
      { ...seven, rotationXArcseconds: Number.NaN },
      { kind: 'three' },
    ]) {
      expect(transformationSchema.safeParse(broken).success).toBe(false);
    }
  });
});
