import { readFileSync } from 'node:fs';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { nameDatum, nameSystem } from '../../../../domain/survey/system/name-system.ts';
import {
  bandOfZone,
  meridianOfZone,
  needsShift,
  planeSystem,
  proj4Definition,
  systemOf,
} from '../../../../domain/survey/system/systems.ts';

const listed = readFileSync(new URL('../../../golden/epsg-china/codes.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string]);

describe('the catalogue', () => {
  test('names all 267 planes of the EPSG dataset as EPSG does', () => {
    expect(listed).toHaveLength(267);
    for (const [code, name] of listed) {
      const system = systemOf(Number(code))!;
      const isDeprecated = Number(code) >= 21473;
      const expected = isDeprecated
        ? name.replace(/(\d+)N$/, (_, zone) => `CM ${meridianOfZone(6, Number(zone))}E`)
        : name;
      expect(nameSystem(system).en).toBe(expected);
      expect(system.epsg).toBe(isDeprecated ? Number(code) - 20 : Number(code));
    }
  });
  test('holds no plane that EPSG does not list', () => {
    const codes = new Set(listed.map(([code]) => Number(code)));
    for (let code = 1000; code < 33_000; code += 1) {
      const system = systemOf(code);
      if (system?.kind === 'plane') expect(codes.has(code)).toBe(true);
    }
  });
  test('agrees with the table of standards §2.1', () => {
    const rows = [
      ['cgcs2000', 4527, 4548, 4498, 4509],
      ['xian80', 2363, 2384, 2334, 2345],
      ['beijing54', 2415, 2436, 21420, 21460],
      ['new-beijing', 4775, 4796, 4575, 4586],
    ] as const;
    for (const [datum, zone39, cm117, zone20, wideCm117] of rows) {
      expect(planeSystem(datum, 3, 39, true)?.epsg).toBe(zone39);
      expect(planeSystem(datum, 3, 39, false)?.epsg).toBe(cm117);
      expect(planeSystem(datum, 6, 20, true)?.epsg).toBe(zone20);
      expect(planeSystem(datum, 6, 20, false)?.epsg).toBe(wideCm117);
      for (const epsg of [zone39, cm117, zone20, wideCm117]) {
        expect(systemOf(epsg)).toMatchObject({ datum, centralMeridian: 117 });
      }
    }
    const degrees = [4490, 4610, 4214, 4326, 4555].map((epsg) => systemOf(epsg));
    expect(degrees.map((system) => system?.datum)).toEqual(['cgcs2000', 'xian80', 'beijing54', 'wgs84', 'new-beijing']);
  });
  test('knows the old numbers of Web Mercator and the three dimensions of CGCS2000', () => {
    expect([900913, 102100, 3785].map((epsg) => systemOf(epsg)?.epsg)).toEqual([3857, 3857, 3857]);
    expect(systemOf(4480)?.epsg).toBe(4490);
  });
  test('refuses what it does not hold', () => {
    for (const epsg of [0, -1, 4548.5, Number.NaN, 4555.5, 32650, 4657, 4765]) expect(systemOf(epsg)).toBeNull();
    expect(planeSystem('wgs84', 3, 39, true)).toBeNull();
    expect(planeSystem('cgcs2000', 3, 20, true)).toBeNull();
    expect(planeSystem('cgcs2000', 3, 39.5, true)).toBeNull();
  });
  test('zone numbers tell their band; 6° zone 20 and 3° zone 39 share 117°', () => {
    expect([12, 13, 23, 24, 25, 39, 45, 46, 39.5].map(bandOfZone)).toEqual([null, 6, 6, null, 3, 3, 3, null, null]);
    expect(meridianOfZone(6, 20)).toBe(meridianOfZone(3, 39));
  });
  test('only CGCS2000 and WGS 84 need no shift', () => {
    const datums = ['cgcs2000', 'wgs84', 'xian80', 'beijing54', 'new-beijing'] as const;
    expect(datums.map(needsShift)).toEqual([false, false, true, true, true]);
  });
  test('has names in both languages', () => {
    expect(nameSystem(systemOf(4527)!).zh).toBe('2000国家大地坐标系，3度带第39带，带带号');
    expect(nameSystem(systemOf(2384)!).zh).toBe('1980西安坐标系，3度带，中央经线117°，不带带号');
    expect(nameSystem(systemOf(4490)!)).toEqual({ zh: '2000国家大地坐标系，经纬度', en: 'CGCS2000, degrees' });
    expect(nameSystem(systemOf(3857)!).en).toBe('WGS 84 / Pseudo-Mercator');
    expect(nameDatum('beijing54').en).toBe('Beijing 1954');
  });
});

describe('proj4 definitions', () => {
  const forward = (epsg: number): number[] =>
    proj4(proj4Definition(systemOf(4490)!), proj4Definition(systemOf(epsg)!)).forward([117.33, 27.53]);
  test.each([
    [4548, 532599.264, 3046401.772],
    [4527, 39532599.264, 3046401.772],
    [4498, 20532599.264, 3046401.772],
    [4509, 532599.264, 3046401.772],
    [3857, 13061115.855, 3189845.734],
  ])('place the test vector of §2.1 in EPSG:%i', (epsg, east, north) => {
    const [x, y] = forward(epsg);
    expect(x).toBeCloseTo(east, 3);
    expect(y).toBeCloseTo(north, 3);
  });
  test('use the ellipsoids of Xian 1980 and Beijing 1954, and never a datum shift', () => {
    const onItsOwn = (epsg: number): string => proj4Definition(systemOf(epsg)!);
    expect(onItsOwn(2384)).toContain('+a=6378140 +rf=298.257 ');
    expect(onItsOwn(2436)).toContain('+ellps=krass');
    for (const [code] of listed) expect(onItsOwn(Number(code))).not.toContain('towgs84');
  });
});
