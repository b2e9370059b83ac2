import { readFileSync } from 'node:fs';
import proj4 from 'proj4';
import { expect, test } from 'vitest';

interface Check {
  readonly kind: 'expect' | 'roundtrip';
  readonly toleranceMetres: number;
  readonly accept: [number, number];
  readonly expected: [number, number] | null;
  readonly rounds: number;
  readonly converter: proj4.Converter;
  readonly isInverse: boolean;
}

/** The definitions behind the EPSG numbers that the files use (EPSG v10.076); none of them shifts a datum. */
const definitions: Readonly<Record<string, string>> = {
  4326: '+proj=longlat +ellps=WGS84 +no_defs',
  4283: '+proj=longlat +ellps=GRS80 +no_defs',
  4190: '+proj=longlat +ellps=GRS80 +no_defs',
  32631: '+proj=utm +zone=31 +ellps=WGS84 +units=m +no_defs',
  28354: '+proj=utm +zone=54 +south +ellps=GRS80 +units=m +no_defs',
};
const metresPerDegree = 111_320;

const definitionOf = (step: string): string => {
  const code = /\+init=epsg:(\d+)/.exec(step)?.[1];
  return code === undefined ? step.replace(/\+inv\b/, '').trim() : definitions[code]!;
};

/** Reads what these four files use of gie's language: operation, tolerance, accept, expect and roundtrip. */
function checksOf(name: string): Check[] {
  const text = readFileSync(new URL(`../../../golden/gigs/${name}`, import.meta.url), 'utf8');
  const checks: Check[] = [];
  let toleranceMetres = Number.NaN;
  let accept: [number, number] = [0, 0];
  let converter = proj4('WGS84');
  let isInverse = false;
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    const [word, ...rest] = line.trim().split(/\s+/);
    const pair = rest.map(Number) as [number, number];
    const check = { toleranceMetres, accept, converter, isInverse };
    if (word === 'operation') {
      const [first, second] = line.split('+step').slice(1) as [string, string];
      isInverse = definitionOf(second).includes('longlat');
      const [degrees, plane] = isInverse ? [second, first] : [first, second];
      converter = proj4(definitionOf(degrees), definitionOf(plane));
    } else if (word === 'tolerance') {
      expect(rest[1]).toBe('m');
      toleranceMetres = pair[0];
    } else if (word === 'accept') accept = pair;
    else if (word === 'expect') checks.push({ ...check, kind: 'expect', expected: pair, rounds: 0 });
    else if (word === 'roundtrip') checks.push({ ...check, kind: 'roundtrip', expected: null, rounds: pair[0] });
  }
  return checks;
}

/** Degrees are compared as metres on the ground, near enough for a tolerance. */
function metresApart(a: readonly number[], b: readonly number[], areDegrees: boolean): number {
  const [x, y] = [a[0]! - b[0]!, a[1]! - b[1]!];
  if (!areDegrees) return Math.hypot(x, y);
  return Math.hypot(x * Math.cos((b[1]! * Math.PI) / 180), y) * metresPerDegree;
}

function missMetres(check: Check): number {
  const { converter, accept, expected, isInverse } = check;
  if (expected) {
    const result = isInverse ? converter.inverse(accept) : converter.forward(accept);
    return metresApart(result, expected, isInverse);
  }
  let place = accept;
  for (let round = 0; round < check.rounds; round += 1) place = converter.inverse(converter.forward(place));
  return metresApart(place, accept, true);
}

test.each([
  ['5101.1-jhs.gie', 118, 59],
  ['5101.2-jhs.gie', 46, 23],
  ['5101.3-jhs.gie', 46, 23],
  ['5101.4-jhs-etmerc.gie', 46, 23],
])('proj4 passes every Transverse Mercator check of GIGS %s', (name, places, roundTrips) => {
  const checks = checksOf(name);
  expect(checks.filter(({ kind }) => kind === 'expect')).toHaveLength(places);
  expect(checks.filter(({ kind }) => kind === 'roundtrip')).toHaveLength(roundTrips);
  expect(checks.every(({ toleranceMetres }) => toleranceMetres > 0 && toleranceMetres <= 0.03)).toBe(true);
  expect(checks.filter((check) => !(missMetres(check) <= check.toleranceMetres))).toEqual([]);
});

test('the four files hold 384 checks', () => {
  const names = ['5101.1-jhs.gie', '5101.2-jhs.gie', '5101.3-jhs.gie', '5101.4-jhs-etmerc.gie'];
  expect(names.flatMap(checksOf)).toHaveLength(384);
});
