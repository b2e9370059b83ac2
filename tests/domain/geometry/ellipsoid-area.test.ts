import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import geographic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { flattening, semiMajorMetres } from '../../../domain/geometry/ellipsoid/authalic-block.ts';
import { ellipsoidAreaSquareMetres } from '../../../domain/geometry/ellipsoid/ellipsoid-area.ts';

type LonLat = [number, number];

interface Golden {
  readonly name: string;
  readonly rings: LonLat[][];
  readonly areaSquareMetres: string;
}

const folder = join(import.meta.dirname, '../../golden/ellipsoid-area');
const golden = JSON.parse(readFileSync(join(folder, 'rings.json'), 'utf8')) as Golden[];
const karney = new geographic.Geodesic.Geodesic(semiMajorMetres, flattening);
const square: LonLat[] = [
  [117.33, 27.53],
  [117.34, 27.53],
  [117.34, 27.54],
  [117.33, 27.54],
];

const decimals = 30;

/** A double, exactly, as a whole number of 1e-30. */
function exactly(value: number): bigint {
  let halvings = 0n;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings += 1n;
  }
  return (BigInt(whole) * 10n ** BigInt(decimals)) / 2n ** halvings;
}

function parsed(digits: string): bigint {
  const [whole = '', fraction = ''] = digits.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}

function relativeError(area: number, reference: string): number {
  return Math.abs(Number(exactly(area) - parsed(reference)) / Number(parsed(reference)));
}

function byKarney(ring: readonly LonLat[]): number {
  const polygon = karney.Polygon(false);
  for (const [lon, lat] of ring) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? NaN);
}

describe('ellipsoid area', () => {
  test('has a reference of at least 25 digits from 1 m to 10 km and 18° to 53° N', () => {
    const latitudes = golden.map(({ rings }) => rings[0]![0]![1]);
    expect(Math.min(...latitudes)).toBeLessThan(18.1);
    expect(Math.max(...latitudes)).toBeGreaterThan(52.9);
    for (const { areaSquareMetres } of golden) expect(areaSquareMetres.replace('.', '').length).toBeGreaterThan(25);
  });

  test.each(golden)('of $name is right to 1e-12', ({ rings, areaSquareMetres }) => {
    expect(relativeError(ellipsoidAreaSquareMetres([rings]), areaSquareMetres)).toBeLessThan(1e-12);
  });

  test.each(golden)('of $name is what GeographicLib says, within its own round-off of 1e-4 m²', ({ rings }) => {
    const theirs = rings.map(byKarney).reduce((outer, hole) => outer - hole);
    const difference = Math.abs(ellipsoidAreaSquareMetres([rings]) - theirs);
    expect(difference).toBeLessThan(Math.max(1e-8 * theirs, 2e-4));
  });

  test('does not depend on winding, start or closing', () => {
    const area = ellipsoidAreaSquareMetres([[square]]);
    expect(ellipsoidAreaSquareMetres([[[...square].reverse()]])).toBeCloseTo(area, 6);
    expect(ellipsoidAreaSquareMetres([[[...square.slice(2), ...square.slice(0, 2)]]])).toBeCloseTo(area, 6);
    expect(ellipsoidAreaSquareMetres([[[...square, square[0]!]]])).toBe(area);
  });

  test('of many parts is the sum of the parts, of nothing zero', () => {
    const area = ellipsoidAreaSquareMetres([[square]]);
    expect(ellipsoidAreaSquareMetres([[square], [square]])).toBeCloseTo(2 * area, 6);
    expect(ellipsoidAreaSquareMetres([])).toBe(0);
    expect(ellipsoidAreaSquareMetres([[]])).toBe(0);
    expect(ellipsoidAreaSquareMetres([[[]]])).toBe(0);
  });

  test('re-adds when a ring is cut from corner to corner, whether edges are short or long', () => {
    const angles = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(
        angles,
        fc.double({ min: 18, max: 53, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.08, noNaN: true }),
        (radii, lat, size) => {
          const ring = radii.map((radius, index): LonLat => {
            const angle = (2 * Math.PI * index) / radii.length;
            return [110 + size * radius * Math.cos(angle), lat + size * radius * Math.sin(angle)];
          });
          const middle: LonLat = [110, lat];
          const parts = ring.map((corner, index) => [middle, corner, ring[(index + 1) % ring.length]!]);
          const sum = parts.reduce((total, part) => total + ellipsoidAreaSquareMetres([[part]]), 0);
          const whole = ellipsoidAreaSquareMetres([[ring]]);
          expect(Math.abs(sum - whole)).toBeLessThan(2e-12 * whole);
        },
      ),
    );
  });

  test.each([
    [
      'NaN',
      [
        [117, 27],
        [NaN, 27],
        [117, 28],
      ],
    ],
    [
      'a NaN latitude at the first corner',
      [
        [117, NaN],
        [117.01, 27],
        [117, 27.01],
      ],
    ],
    [
      'Infinity',
      [
        [117, 27],
        [117.01, 27],
        [117, Infinity],
      ],
    ],
    [
      'a province',
      [
        [117, 27],
        [118, 27],
        [118, 28],
      ],
    ],
    [
      'metres of the plane',
      [
        [532599, 3046401],
        [532699, 3046401],
        [532699, 3046501],
      ],
    ],
    [
      'the pole',
      [
        [117, 89],
        [117.01, 89],
        [117.01, 89.01],
      ],
    ],
  ])('refuses %s', (_name, ring) => {
    expect(() => ellipsoidAreaSquareMetres([[ring]])).toThrow(RangeError);
  });
});
