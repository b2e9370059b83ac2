import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parkGrid } from '../../../../domain/geometry/grid.ts';
import type { DeclaredSystem, Position } from '../../../../domain/survey/survey-file.ts';
import { suggestSystems, type SystemCandidate } from '../../../../domain/survey/system/suggest-systems.ts';
import { planeSystem, proj4Definition, systemOf } from '../../../../domain/survey/system/systems.ts';
import proj4 from 'proj4';
import { park, said, surveyOf } from './survey-of.ts';

const grid = parkGrid(park);
/** A plot in the park, in degrees; the corners of standards §1.2. */
const plot: readonly Position[] = [
  [117.330115911, 27.530997601],
  [117.332630225, 27.53110683],
  [117.332737427, 27.529173461],
  [117.330258582, 27.529055938],
];
const header = said({
  from: 'header',
  text: '坐标系=2000国家大地坐标系;几度分带=3;带号=39',
  datum: 'cgcs2000',
  bandDegrees: 3,
  zone: 39,
});
const silentZone = { ...header, zone: null };
const prj = (epsg: number): DeclaredSystem => {
  const system = systemOf(epsg);
  const plane = system?.kind === 'plane' ? system : null;
  const datum = system?.datum === 'new-beijing' || !system ? null : system.datum;
  return said({
    from: 'prj',
    text: `EPSG:${epsg}`,
    epsg,
    datum,
    bandDegrees: plane?.bandDegrees ?? null,
    zone: plane?.zone ?? null,
  });
};

function inSystem(epsg: number, positions = plot): Position[] {
  const system = systemOf(epsg)!;
  const bare =
    system.kind === 'plane' ? planeSystem('cgcs2000', system.bandDegrees, system.zone, system.hasPrefix)! : system;
  const { forward } = proj4(proj4Definition(systemOf(4490)!), proj4Definition(bare));
  return positions.map(([lon, lat]) => forward([lon, lat]) as [number, number]);
}
const swap = (positions: readonly Position[]): Position[] => positions.map(([first, second]) => [second, first]);
const suggest = (positions: readonly Position[], ...systems: DeclaredSystem[]): SystemCandidate[] =>
  suggestSystems(surveyOf([positions], systems), park);
const codes = (items: readonly { readonly code: string }[]): string[] => items.map(({ code }) => code);
const blocking = (candidate: SystemCandidate | undefined): string[] =>
  (candidate?.warnings ?? []).filter(({ isBlocking }) => isBlocking).map(({ code }) => code);

describe('a file that says its system and agrees with its numbers', () => {
  test.each([
    ['prefix 39 and a full header', inSystem(4527), header, 4527],
    ['no prefix and 带号=39', inSystem(4548), header, 4548],
    ['6° prefix 20 and 带号=20', inSystem(4498), { ...header, bandDegrees: 6, zone: 20 } as const, 4498],
    ['no prefix and 6° 带号=20', inSystem(4509), { ...header, bandDegrees: 6, zone: 20 } as const, 4509],
    ['prefix 39 and a .prj without prefix', inSystem(4527), prj(4548), 4527],
    ['no prefix and a .prj with prefix', inSystem(4548), prj(4527), 4548],
    ['degrees and a .prj', inSystem(4490), prj(4490), 4490],
    [
      'degrees of GeoJSON',
      inSystem(4490),
      said({ from: 'format', text: 'RFC 7946', epsg: 4326, datum: 'wgs84' }),
      4326,
    ],
    ['Web Mercator and a .prj', inSystem(3857), prj(3857), 3857],
    ['Web Mercator under its old number', inSystem(3857), prj(900913), 3857],
    ['prefix 38 in the neighbouring zone', inSystem(4526), { ...header, zone: 38 }, 4526],
    ['a .prj of 6° zone 20 and prefix 39: one plane', inSystem(4527), prj(4498), 4527],
  ])('%s is certain', (_, positions, declared, epsg) => {
    const [first, ...others] = suggest(positions, declared);
    expect(first).toMatchObject({ system: epsg, isSwapped: false, droppedPrefix: null, needsShift: false });
    expect(first?.isCertain).toBe(true);
    expect(blocking(first)).toEqual([]);
    expect(first?.distanceMetres).toBe(0);
    expect(others.every(({ isCertain }) => !isCertain)).toBe(true);
  });
  test.each([
    [2384, 'xian80'],
    [2363, 'xian80'],
    [2436, 'beijing54'],
    [4610, 'xian80'],
    [4796, 'new-beijing'],
  ])('EPSG:%i is certain and needs a shift', (epsg, datum) => {
    const [first] = suggest(inSystem(epsg), prj(epsg));
    expect(first).toMatchObject({ system: epsg, needsShift: true, isCertain: true });
    expect(first?.reasons.find(({ code }) => code === 'system.datum-said')?.detail['datum']).toBe(datum);
  });
  test('is drawn where it lies', () => {
    const [first] = suggest(inSystem(4527), header);
    const lons = first!.outlineDegrees!.map(([lon]) => lon);
    const lats = first!.outlineDegrees!.map(([, lat]) => lat);
    expect(first!.outlineDegrees).toHaveLength(4);
    expect(Math.min(...lons)).toBeCloseTo(117.3301, 4);
    expect(Math.max(...lats)).toBeCloseTo(27.5311, 4);
  });
});

describe('§1.3 row 14 axes swapped', () => {
  test.each([4527, 4548, 4498, 4490])('EPSG:%i with north first is recognised and wants a confirmation', (epsg) => {
    const [first] = suggest(swap(inSystem(epsg)), epsg === 4490 ? prj(4490) : silentZone);
    expect(first).toMatchObject({ system: epsg, isSwapped: true, isCertain: false, distanceMetres: 0 });
    expect(codes(first!.reasons)).toContain('system.swapped');
  });
  test('Web Mercator with north first', () => {
    expect(suggest(swap(inSystem(3857)), prj(3857))[0]).toMatchObject({ system: 3857, isSwapped: true });
  });
});

describe('§1.3 row 15 带号 and prefix', () => {
  test('no prefix and an empty 带号: the park’s meridian, to be confirmed', () => {
    const [first] = suggest(inSystem(4548), silentZone);
    expect(first).toMatchObject({ system: 4548, isCertain: false });
    expect(codes(first!.reasons)).toContain('system.park-meridian');
    expect(blocking(first)).toEqual([]);
  });
  test('no prefix, 几度分带=6: the 6° plane of the park’s meridian', () => {
    expect(suggest(inSystem(4509), { ...silentZone, bandDegrees: 6 })[0]?.system).toBe(4509);
  });
  test('prefix 39 and 带号=38 block each other, whichever is right', () => {
    const candidates = suggest(inSystem(4527), { ...header, zone: 38 });
    expect(candidates[0]).toMatchObject({ system: 4527, isCertain: false });
    expect(blocking(candidates[0])).toEqual(['system.zone-conflict']);
    const byHeader = candidates.find(({ system }) => system === 4547);
    expect(byHeader).toMatchObject({ droppedPrefix: 39 });
    expect(blocking(byHeader)).toEqual(['system.wrong-prefix', 'system.far-from-park']);
  });
  test('a wrong prefix 38 with 带号=39: the header wins, and blocks', () => {
    const wrong = inSystem(4527).map(([east, north]): Position => [east - 1_000_000, north]);
    const [first] = suggest(wrong, header);
    expect(first).toMatchObject({ system: 4548, droppedPrefix: 38, distanceMetres: 0, isCertain: false });
    expect(blocking(first)).toEqual(['system.wrong-prefix']);
  });
  test('带号=40 without a prefix in numbers of zone 39', () => {
    const [first, second] = suggest(inSystem(4548), { ...header, zone: 40 });
    expect(first).toMatchObject({ system: 4548, distanceMetres: 0 });
    expect(blocking(first)).toEqual(['system.zone-conflict']);
    expect(second).toMatchObject({ system: 4549 });
    expect(blocking(second)).toEqual(['system.far-from-park']);
    expect(second!.distanceMetres).toBeGreaterThan(250_000);
  });
  test('几度分带=6 and prefix 39 block', () => {
    const [first] = suggest(inSystem(4527), { ...silentZone, bandDegrees: 6 });
    expect(blocking(first)).toEqual(['system.band-conflict']);
  });
  test('几度分带=3 and 带号=20 block', () => {
    const [first] = suggest(inSystem(4548), { ...header, zone: 20 });
    expect(blocking(first)).toEqual(['system.band-conflict']);
  });
});

describe('§1.3 row 16 easting overflow', () => {
  const overflown = inSystem(4525);
  test('is what it is called: zone 37 begins with 38', () => {
    expect(Math.floor(overflown[0]![0] / 1e6)).toBe(38);
  });
  test('the declared zone wins over the prefix, without a conflict', () => {
    const [first] = suggest(overflown, { ...header, zone: 37 });
    expect(first).toMatchObject({ system: 4525, droppedPrefix: null, distanceMetres: 0, isCertain: true });
    expect(codes(first!.reasons)).toContain('system.easting-overflow');
    expect(blocking(first)).toEqual([]);
  });
  test('undeclared it is found by its place, and not certain', () => {
    expect(suggest(overflown, silentZone)[0]).toMatchObject({ system: 4525, isCertain: false, distanceMetres: 0 });
  });
  test('on the other side: west of zone 41 the prefix is 40', () => {
    const west = inSystem(4529);
    expect(Math.floor(west[0]![0] / 1e6)).toBe(40);
    expect(suggest(west, { ...header, zone: 41 })[0]).toMatchObject({ system: 4529, isCertain: true });
    expect(suggest(west, silentZone)[0]).toMatchObject({ system: 4529, isCertain: false, distanceMetres: 0 });
  });
  test('without a prefix an easting over a million is read on its meridian', () => {
    expect(suggest(inSystem(4546), { ...header, zone: 37 })[0]).toMatchObject({ system: 4546, distanceMetres: 0 });
  });
});

describe('§1.3 row 17 degrees instead of metres', () => {
  test('are accepted in either order, to be confirmed', () => {
    for (const positions of [inSystem(4490), swap(inSystem(4490))]) {
      const [first] = suggest(positions, header);
      expect(first).toMatchObject({ system: 4490, distanceMetres: 0, isCertain: false });
      expect(codes(first!.reasons)).toContain('system.degrees-not-metres');
      expect(blocking(first)).toEqual([]);
    }
  });
  test('under a .prj of metres they block', () => {
    expect(blocking(suggest(inSystem(4490), prj(4548))[0])).toEqual(['system.declared-does-not-fit']);
    expect(blocking(suggest(inSystem(4548), prj(4490))[0])).toEqual(['system.declared-does-not-fit']);
  });
  test('metres in GeoJSON: what the format promises counts for nothing', () => {
    const [first] = suggest(inSystem(4548), said({ from: 'format', epsg: 4326, datum: 'wgs84' }));
    expect(first).toMatchObject({ system: 4548, isCertain: false });
    expect(codes(first!.reasons)).toContain('system.datum-not-said');
  });
});

describe('§2.4 rule 5: the datum is never taken from numbers', () => {
  test.each([
    [4527, [4527, 2363, 2415]],
    [4548, [4548, 2384, 2436]],
    [4490, [4490, 4610, 4214]],
  ])('EPSG:%i undeclared lists every datum with the same numbers', (epsg, expected) => {
    const candidates = suggest(inSystem(epsg));
    expect(candidates.slice(0, 3).map(({ system }) => system)).toEqual(expected);
    for (const candidate of candidates.slice(0, 3)) {
      expect(codes(candidate.reasons)).toContain('system.datum-not-said');
      expect(candidate.isCertain).toBe(false);
      expect(candidate.outlineDegrees).toEqual(candidates[0]!.outlineDegrees);
    }
    expect(candidates.slice(0, 3).map(({ needsShift }) => needsShift)).toEqual([false, true, true]);
  });
  test('two datums in one file block', () => {
    const candidates = suggest(inSystem(4527), header, prj(2363));
    expect(candidates.map(({ system }) => system).sort()).toEqual([2363, 4527]);
    for (const candidate of candidates) expect(blocking(candidate)).toEqual(['system.datum-conflict']);
  });
  test('WGS 84 and CGCS2000 are no contradiction', () => {
    const [first] = suggest(inSystem(4527), header, { ...header, datum: 'wgs84' });
    expect(first).toMatchObject({ system: 4527, isCertain: true });
  });
  test('a header of WGS84坐标系 with metres is the plane of CGCS2000', () => {
    const [first] = suggest(inSystem(4527), { ...header, datum: 'wgs84' });
    expect(first).toMatchObject({ system: 4527, isCertain: true });
    expect(codes(first!.reasons)).toContain('system.wgs84-as-cgcs2000');
  });
});

describe('§2.4 rule 6 and 7: the place must make sense', () => {
  test('exactly 0 overlap but zone 38 or 40: the wrong zone is told', () => {
    for (const [off, zone] of [
      [-1_000_000, 38],
      [1_000_000, 40],
    ] as const) {
      const wrong = inSystem(4527).map(([east, north]): Position => [east + off, north]);
      const candidates = suggest(wrong, silentZone);
      expect(candidates[0]).toMatchObject({ system: 4548, droppedPrefix: zone, isCertain: false });
      expect(blocking(candidates[0])).toEqual(['system.wrong-prefix']);
      const byPrefix = candidates.find(({ droppedPrefix }) => droppedPrefix === null);
      expect(byPrefix).toMatchObject({ system: 4488 + zone });
      expect(blocking(byPrefix)).toEqual(['system.far-from-park']);
    }
  });
  test('numbers of a neighbouring zone without prefix are found by their place', () => {
    for (const epsg of [4547, 4549]) {
      const [first] = suggest(inSystem(epsg), silentZone);
      expect(first).toMatchObject({ system: epsg, distanceMetres: 0, isCertain: false });
      expect(codes(first!.warnings)).toContain('system.not-park-meridian');
    }
  });
  test('land 15 km from the park is of the county, 60 km is not', () => {
    const north = (kilometres: number): Position[] => inSystem(4527).map(([e, n]) => [e, n + kilometres * 1000]);
    expect(suggest(north(15), header)[0]).toMatchObject({ isCertain: true });
    const [far, local] = suggest(north(60), header);
    expect(far).toMatchObject({ system: 4527, isCertain: false });
    expect(blocking(far)).toEqual(['system.far-from-park']);
    expect(far!.distanceMetres).toBeGreaterThan(55_000);
    expect(local).toMatchObject({ system: 'local', needsShift: true });
  });
  test('Web Mercator is not taken for 6° zone 13', () => {
    const [first] = suggest(inSystem(3857));
    expect(first).toMatchObject({ system: 3857, isCertain: false, distanceMetres: 0 });
    expect(suggest(inSystem(4548)).some(({ system }) => system === 3857)).toBe(false);
  });
});

describe('numbers that do not agree among themselves', () => {
  test('two zones in one file block', () => {
    const file = surveyOf([inSystem(4527), inSystem(4526)], [header]);
    const [first] = suggestSystems(file, park);
    expect(blocking(first)).toContain('system.mixed-zones');
    expect(first!.warnings.find(({ code }) => code === 'system.mixed-zones')?.detail).toMatchObject({
      count: 4,
      line: 2,
      record: 2,
      prefix: 38,
    });
  });
  test('a corner of noughts or exchanged axes does not move the box, but blocks', () => {
    for (const odd of [
      [0, 0],
      [3_046_000, 39_532_000],
    ] as const) {
      const [first] = suggest([...inSystem(4527), odd], header);
      expect(first).toMatchObject({ system: 4527, distanceMetres: 0, isCertain: false });
      expect(blocking(first)).toHaveLength(1);
    }
  });
  test('a corner that is no number is left to the placing', () => {
    expect(suggest([...inSystem(4527), [Number.NaN, 3_046_000]], header)[0]?.isCertain).toBe(true);
  });
});

describe('systems nobody knows', () => {
  test('a .prj with a meridian of its own blocks, and local numbers are offered', () => {
    const own = said({ from: 'prj', text: 'PROJCS["x",…117.5…]', datum: 'cgcs2000' });
    const candidates = suggest(inSystem(4548), own);
    expect(blocking(candidates[0])).toEqual(['system.declared-unknown']);
    expect(candidates.at(-1)).toMatchObject({ system: 'local', needsShift: true, distanceMetres: null });
  });
  test('光泽县独立坐标系 in the header blocks', () => {
    const own = said({ from: 'header', text: '坐标系=光泽县独立坐标系;几度分带=3;带号=39', bandDegrees: 3, zone: 39 });
    const candidates = suggest(inSystem(4548), own);
    expect(
      candidates.every((each) => each.system === 'local' || blocking(each).includes('system.declared-unknown')),
    ).toBe(true);
    expect(candidates.at(-1)?.system).toBe('local');
  });
  test('short numbers of a drawing are local', () => {
    expect(
      suggest(
        [
          [1234.5, 678.9],
          [1300, 700],
        ],
        header,
      ),
    ).toMatchObject([{ system: 'local', isCertain: false }]);
  });
  test('degrees of another country under their system are far from the park', () => {
    for (const declaration of [said({ from: 'format', epsg: 4326, datum: 'wgs84' }), prj(4326)]) {
      const [first] = suggest([[2.35, 48.85]], declaration);
      expect(first).toMatchObject({ system: 4326, isCertain: false });
      expect(blocking(first)).toEqual(['system.beyond-grid']);
    }
    const [korea] = suggest([[127, 37.5]], prj(4326));
    expect(blocking(korea)).toEqual(['system.far-from-park']);
    expect(suggest([[1234.5, 678.9]], said({ from: 'format', epsg: 4326, datum: 'wgs84' }))).toMatchObject([
      { system: 'local' },
    ]);
  });
  test('a file without a position has no candidates', () => {
    expect(suggestSystems(surveyOf([]), park)).toEqual([]);
    expect(suggest([[Number.NaN, 1]])).toEqual([]);
  });
});

test('whatever the zone, prefix and order, land near the park leads to its true system first', () => {
  const metres = fc.integer({ min: -9_000_000, max: 22_000_000 });
  const systems = [4527, 4548, 4526, 4528, 4547, 4549, 4498, 4490, 4525, 3857];
  fc.assert(
    fc.property(
      metres,
      metres,
      fc.constantFrom(...systems),
      fc.boolean(),
      fc.boolean(),
      (east, north, epsg, swapped, isSaid) => {
        const degrees = [
          [0, 0],
          [250_000, 0],
          [250_000, 180_000],
        ].map(([x, y]) => grid.toDegrees([east + x!, north + y!]));
        const numbers = inSystem(epsg, degrees);
        const [first] = suggest(swapped ? swap(numbers) : numbers, ...(isSaid ? [silentZone] : []));
        expect(first?.system).toBe(epsg);
        expect(first?.isSwapped).toBe(swapped);
        expect(first?.droppedPrefix).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});
