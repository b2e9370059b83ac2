import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGeoJson } from '../../../../domain/survey/read-geojson.ts';
import type { SurveyFeature } from '../../../../domain/survey/survey-file.ts';
import { writeGeoJson } from '../../../../domain/survey/write-geojson.ts';

//  0,4 --- 4,4
//   |       |
//  0,0 --- 4,0
const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
const closed = [...square, square[0]!];
const polygon = { type: 'Polygon', coordinates: [closed] };
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const read = (json: unknown) => readGeoJson(JSON.stringify(json));
const codes = (json: unknown) => read(json).notes.map(({ code }) => code);
const features = (json: unknown) => read(json).layers.flatMap((layer) => layer.features);

describe('a root', () => {
  test.each([
    ['a collection', collection(feature(polygon))],
    ['a feature', feature(polygon)],
    ['a bare geometry', polygon],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [polygon] }],
    ['geometries in the place of features', collection(polygon)],
    ['a ring wound the wrong way', { type: 'Polygon', coordinates: [[...closed].reverse()] }],
    ['a ring with heights', { type: 'Polygon', coordinates: [closed.map(([x, y]) => [x, y, 215.3])] }],
    ['a ring left open', { type: 'Polygon', coordinates: [square] }],
  ])('that is %s is read', (_, json) => {
    const [only, ...others] = features(json);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ at: { record: 1 }, shape: { type: 'area', polygons: [[{ length: 4 }]] } });
  });
  test.each([
    ['x'],
    [null],
    [[]],
    [{}],
    [{ type: 'Topology' }],
    [{ type: 'FeatureCollection', features: { length: 1e9 } }],
  ])('that is %j is refused', (json) => {
    expect(read(json).notes).toEqual([expect.objectContaining({ code: 'geojson.not-geojson', severity: 'refused' })]);
  });
  test('begins behind a byte order mark', () => {
    expect(readGeoJson(`\ufeff${JSON.stringify(polygon)}`).notes).toEqual([]);
  });
});

describe('a geometry', () => {
  const [hole, island] = [1, 2].map((from) => closed.map(([x, y]) => [x! / 4 + from, y! / 4 + from]));
  test('with holes and parts keeps its nesting', () => {
    const [only] = features({ type: 'MultiPolygon', coordinates: [[closed, hole], [island]] });
    expect(only!.shape).toMatchObject({ type: 'area', polygons: [[{ length: 4 }, { length: 4 }], [{ length: 4 }]] });
  });
  test('of several kinds becomes a feature for each kind; the area is declared for the land only', () => {
    const inner = { type: 'GeometryCollection', geometries: [polygon, { type: 'MultiPoint', coordinates: [[1, 2]] }] };
    const mixed = { type: 'GeometryCollection', geometries: [inner, { type: 'LineString', coordinates: square }] };
    const json = feature(mixed, { code: 'A', area: 3 });
    expect(
      features(json).map(({ at, code, shape, declaredArea }) => [at.record, code, shape?.type, declaredArea?.value]),
    ).toEqual([
      [1, 'A', 'area', 3],
      [1, 'A', 'line', undefined],
      [1, 'A', 'points', undefined],
    ]);
    expect(codes(json)).toEqual(['geojson.mixed-geometry']);
  });
  test('that is null or empty is a record without a place', () => {
    const empty = [null, { type: 'MultiPolygon', coordinates: [] }, { type: 'Point', coordinates: [] }];
    expect(features(collection(...empty.map((one) => feature(one)))).map(({ shape }) => shape)).toEqual([
      null,
      null,
      null,
    ]);
  });
  test.each([
    [{ type: 'Polygon' }],
    [{ type: 'Polygon', coordinates: { length: 1e9 } }],
    [{ type: 'Polygon', coordinates: [[[1, '2']]] }],
    [{ type: 'Polygon', coordinates: [[1, 2, 3]] }],
    [{ type: 'Polygon', coordinates: [[[null, 2]]] }],
    [{ type: 'Point', coordinates: [1] }],
    [{ type: 'MultiPolygon', coordinates: [closed] }],
    [{ type: 'GeometryCollection' }],
    [{ type: 'Circle', coordinates: [1, 2] }],
    ['Polygon'],
  ])('%j is skipped with what is wrong, and the next one is read', (broken) => {
    const json = collection(feature(broken), feature(polygon));
    expect(features(json).map(({ at }) => at.record)).toEqual([2]);
    const note = read(json).notes[0]!;
    expect(note).toMatchObject({ code: 'geojson.structure', severity: 'skipped', at: { record: 1 } });
    expect(note.detail['message']).toEqual(expect.any(String));
  });
  test('says what was mended: open and empty rings, heights', () => {
    const json = { type: 'Polygon', coordinates: [square.map(([x, y]) => [x, y, 1]), []] };
    expect(read(json).notes.map(({ code, detail }) => [code, detail])).toEqual([
      ['geojson.ring-unclosed', { ring: 1, gap: 4, gapMillimetres: null }],
      ['geojson.ring-empty', { rings: 1 }],
      ['geojson.height-dropped', {}],
    ]);
  });
});

test('a number beyond all numbers is no position', () => {
  expect(readGeoJson('{"type":"Point","coordinates":[1e999,2]}').notes[0]!.code).toBe('geojson.structure');
});

describe('properties', () => {
  test.each([
    [{ DKBH: 'JL-1', DKMC: '一号', MJ: 5.19 }, 'JL-1', '一号', { value: 5.19, unit: null }],
    [{ 地块编号: 7, 地块名称: ' 北 ', 面积_亩: '77.86' }, '7', '北', { value: 77.86, unit: 'mu' }],
    [
      { zddm: '350723001005GB00012', Name: 'x', '面积（公顷）': 5.1907 },
      '350723001005GB00012',
      'x',
      { value: 5.1907, unit: 'hectare' },
    ],
    [{ dkbh: ' ', code: 'B', area_mu: 2 }, 'B', null, { value: 2, unit: 'mu' }],
    [{ area: '0.7655公顷', areas: 3 }, null, null, { value: 0.7655, unit: 'hectare' }],
  ])('%j', (properties, code, name, declaredArea) => {
    expect(features(feature(polygon, properties))[0]).toMatchObject({ code, name, declaredArea });
  });
  test('of other kinds are kept as text, numbers as numbers, also under dangerous names', () => {
    const json = `{"type":"Feature","id":9,"geometry":null,"properties":{"__proto__":"x","a":true,"b":{"c":[1]},"d":null,"e":2}}`;
    const [only] = readGeoJson(json).layers[0]!.features;
    expect(Object.entries(only!.properties)).toEqual([
      ['__proto__', 'x'],
      ['a', 'true'],
      ['b', '{"c":[1]}'],
      ['d', null],
      ['e', 2],
      ['id', 9],
    ]);
    expect(Object.getPrototypeOf(only!.properties)).toBe(Object.prototype);
  });
  test.each([[null], [[1]], ['x'], [5]])('that are %j are none', (properties) => {
    expect(features(feature(polygon, properties))[0]!.properties).toEqual({});
  });
});

describe('the coordinate system', () => {
  test('is what the crs member says', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4548' } };
    expect(read({ ...collection(), crs }).systems).toMatchObject([{ from: 'crs-member', epsg: 4548 }]);
  });
  test('is that of the format without one, unless the numbers are no degrees', () => {
    expect(read(polygon).systems).toMatchObject([{ from: 'format', epsg: 4326, datum: 'wgs84' }]);
    expect(read({ type: 'Point', coordinates: [532_599, 3_046_402] }).systems).toEqual([]);
  });
});

describe('a text that is no JSON', () => {
  test.each([
    ['geojson.truncated', '', 1, 1],
    ['geojson.truncated', '{"type": "FeatureCollection",\n "features": [\n  {"type": "Fea', 3, 12],
    ['geojson.truncated', '{"a": "x\\"', 1, 7],
    ['geojson.truncated', '[1, 2,\n', 2, 1],
    ['geojson.truncated', '[tru', 1, 2],
    ['geojson.not-json', '[1,\n 2,,3]', 2, 4],
    ['geojson.not-json', '{"a": NaN}', 1, 7],
    ['geojson.not-json', "{'a': 1}", 1, 2],
    ['geojson.not-json', '{} {}', 1, 4],
    ['geojson.not-json', '[1}', 1, 3],
    ['geojson.not-json', '["a\u0001"]', 1, 2],
    ['geojson.too-deep', '['.repeat(1_000_000), 1, 101],
    ['geojson.too-deep', '{"a":'.repeat(1_000_000), 1, 501],
  ])('%s', (code, text, line, column) => {
    expect(readGeoJson(text)).toMatchObject({
      layers: [],
      notes: [{ code, severity: 'refused', at: { line, record: null }, detail: { column } }],
    });
  });
  test('a key that stands twice is told; the last one counts', () => {
    const file = readGeoJson('{"type":"Point",\n"type":"Point","coordinates":[1,2]}');
    expect(file.notes).toMatchObject([
      { code: 'geojson.duplicate-key', at: { line: 2 }, detail: { key: 'type', count: 1 } },
    ]);
    expect(file.layers[0]!.features.length).toBe(1);
  });
});

describe('laws', () => {
  test('any JSON value is read without a throw, and none is taken for broken', () => {
    const word = fc.constantFrom(
      'type',
      'features',
      'geometry',
      'coordinates',
      'geometries',
      'properties',
      'crs',
      'id',
    );
    const kind = fc.constantFrom(
      'FeatureCollection',
      'Feature',
      'Polygon',
      'MultiPolygon',
      'Point',
      'GeometryCollection',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        kind,
        fc.jsonValue(),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('object'),
      ),
      object: fc.dictionary(word, tie('value'), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(value, (json) => {
        expect(['geojson.truncated', 'geojson.not-json']).not.toContain(codes(json ?? null)[0]);
      }),
      { numRuns: 1000 },
    );
  });
  test('a text is JSON exactly when JSON.parse takes it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '1',
      '-',
      '0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 9 }).map((all) => all.join('')),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const isRefused = /^geojson\.(truncated|not-json)$/.test(readGeoJson(text).notes[0]?.code ?? '');
          let isJson = true;
          try {
            JSON.parse(text.replace(/^\ufeff/, ''));
          } catch {
            isJson = false;
          }
          expect(isRefused).toBe(!isJson);
        },
      ),
      { numRuns: 3000 },
    );
  });
  test('what breaks off is told as cut off', () => {
    const text = JSON.stringify(collection(feature(polygon, { 名: 'x"y', n: true })));
    for (let length = 0; length < text.length; length += 1) {
      expect(readGeoJson(text.slice(0, length)).notes[0]!.code).toBe('geojson.truncated');
    }
  });
  test('what was written is read again', () => {
    const number = fc.integer({ min: -1e8, max: 1e8 }).map((value) => value / 1000);
    const position = fc.tuple(number, number);
    const list = fc.array(position, { minLength: 1, maxLength: 6 });
    const shape = fc.oneof(
      fc.constant(null),
      fc.array(list, { minLength: 1, maxLength: 3 }).map((lines) => ({ type: 'line' as const, lines })),
      list.map((points) => ({ type: 'points' as const, points })),
    );
    const text = fc.option(fc.stringMatching(/^[\u4e00-\u4eff\w"\\]{1,8}$/));
    const any = fc.record({ code: text, name: text, shape, plain: fc.oneof(text, number) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (list) => {
        const written = list.map(({ plain, ...rest }, index): SurveyFeature => {
          const declaredArea = null;
          return {
            at: { line: null, record: index + 1 },
            ...rest,
            declaredArea,
            cornerNames: null,
            properties: { plain },
          };
        });
        const file = readGeoJson(writeGeoJson(written, { name: 'x', epsg: 4548, decimals: 3 }));
        expect(file.layers).toEqual([{ name: 'x', features: written }]);
        expect([file.notes, file.systems[0]?.epsg]).toEqual([[], 4548]);
      }),
    );
  });
  test('a written area is wound as RFC 7946 asks, whichever way it was given', () => {
    const ring = square as [number, number][];
    const hole = ring.map(([x, y]): [number, number] => [1 + x / 2, 1 + y / 2]);
    for (const polygons of [[[ring, hole]], [[[...ring].reverse(), [...hole].reverse()]]]) {
      const area = { value: 12, unit: 'hectare' } as const;
      const given = { ...features(polygon)[0]!, declaredArea: area, shape: { type: 'area' as const, polygons } };
      const text = writeGeoJson([given], { name: '', epsg: null, decimals: 9 });
      const [outer, inner] = (JSON.parse(text) as { features: { geometry: { coordinates: number[][][] } }[] })
        .features[0]!.geometry.coordinates;
      const area2 = (one: number[][]) =>
        one.slice(1).reduce((sum, [x, y], at) => sum + one[at]![0]! * y! - x! * one[at]![1]!, 0);
      expect([Math.sign(area2(outer!)), Math.sign(area2(inner!)), outer!.at(-1)]).toEqual([1, -1, outer![0]]);
      expect(readGeoJson(text).layers[0]!.features[0]!.declaredArea).toEqual(area);
    }
  });
});

test('a ring of a million corners is read, and a collection nested in itself', () => {
  const ring = Array.from({ length: 1_000_000 }, (_, at) => `[${at % 180},${at % 90}]`).join();
  const [only] = readGeoJson(`{"type":"Polygon","coordinates":[[${ring}]]}`).layers[0]!.features;
  expect(only!.shape).toMatchObject({ polygons: [[{ length: 1_000_000 }]] });
  const nested = '{"type":"GeometryCollection","geometries":['.repeat(48) + JSON.stringify(polygon) + ']}'.repeat(48);
  expect(readGeoJson(nested).notes[0]?.code).toBeUndefined();
});
