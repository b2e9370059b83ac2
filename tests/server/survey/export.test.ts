import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planInForce } from '../../../domain/account/account.ts';
import { twiceAreaSquareMillimetres } from '../../../domain/geometry/area.ts';
import { parkGrid } from '../../../domain/geometry/grid.ts';
import type { MultiPolygon, Point, Polygon, Ring } from '../../../domain/geometry/shapes.ts';
import { encodeWkb } from '../../../domain/geometry/wkb.ts';
import { decodeText } from '../../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../../domain/survey/read-coordinate-txt.ts';
import type { Position, SurveyFile } from '../../../domain/survey/survey-file.ts';
import { writeCoordinateTxt } from '../../../domain/survey/write-coordinate-txt.ts';
import { boundaryShape, park as parkTable, phase } from '../../../server/database/schema.ts';
import { readBoundaries } from '../../../server/ledger/read-boundaries.ts';
import { exportColumns } from '../../../server/survey/export/columns.ts';
import { exportFormatNames, exportFormats, type ExportFormat } from '../../../server/survey/export/export-formats.ts';
import { readNotes } from '../../../server/survey/export/notes-header.ts';
import { refused, stateOf } from '../../support/answers.ts';
import { hasOgr, OgrFolder } from '../../support/ogr.ts';
import { onEngines } from '../../support/on-engines.ts';
import { readOrThrow } from '../../support/survey-example.ts';
import type { TestPark } from '../../support/test-park.ts';

const gridOfPark = { epsg: 4548, originEast: 526_000, originNorth: 3_041_000 };

/**
 * A parcel in two parts, one with a hole, in place of C-01 of the park.
 *
 *   100 +--------+
 *       |  +--+  |   +--+ 50
 *       |  +--+  |   +--+ 0
 *     0 +--------+
 *       0       100 130 160
 */
const [west, south] = [5_924_165, 4_569_335];
const box = (x: number, y: number, width: number, height: number): Ring => {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return corners.map(([east = 0, north = 0]): Point => [west + east * 1000 + 1, south + north * 1000 + 7]);
};
const holed: readonly Polygon[] = [[box(0, 0, 100, 100), box(40, 40, 20, 20)], [box(130, 0, 30, 50)]];
const withHole = 'C-01';

/** A character that GBK has not, in 和顺. */
const rare = '𠮷';

async function change({ house }: TestPark): Promise<void> {
  const { queries } = house.database;
  const { originEast, originNorth } = gridOfPark;
  const geometry = encodeWkb({ type: 'Area', polygons: holed }, { originEast, originNorth });
  await queries.update(boundaryShape).set({ geometry }).where(eq(boundaryShape.id, withHole));
  const heshun = queries.select({ id: parkTable.id }).from(parkTable).where(eq(parkTable.code, 'heshun'));
  await queries
    .update(phase)
    .set({ name: `一期${rare}` })
    .where(inArray(phase.parkId, heshun));
}

interface Land {
  /** Every corner in millimetres of the park's grid, sorted: rings may begin anywhere. */
  readonly corners: readonly string[];
  readonly twiceSquareMillimetres: number;
}
type LandByCode = Readonly<Record<string, Land>>;

function landOf(parcels: readonly (readonly [code: string, polygons: MultiPolygon])[]): LandByCode {
  const codes = [...new Set(parcels.map(([code]) => code))].sort();
  return Object.fromEntries(
    codes.map((code) => {
      const polygons = parcels.filter(([own]) => own === code).flatMap(([, own]) => own);
      const corners = polygons.flat(2).map((corner) => corner.join(' '));
      return [code, { corners: corners.sort(), twiceSquareMillimetres: twiceAreaSquareMillimetres(polygons) }];
    }),
  );
}

/** The park's own boundaries of the plan in force. */
async function landOfPark({ house }: TestPark): Promise<LandByCode> {
  const { facts, parkId } = (await house.memories.of('jinling'))!;
  const { parcels } = await readBoundaries(house.database.queries, parkId, facts, '2007-11-30');
  const plan = planInForce(facts, '2007-11-30').code;
  const ofPlan = parcels.filter(({ fields }) => fields.planVersion === plan);
  return landOf(ofPlan.map(({ fields, polygons }) => [fields.code, polygons]));
}

const grid = parkGrid(gridOfPark);
const inMillimetres: Readonly<Record<'degrees' | 'metres' | 'zone', (place: Position) => Point>> = {
  degrees: (place) => grid.toMillimetres(place),
  metres: ([east, north]) => [Math.round((east - 526_000) * 1000), Math.round((north - 3_041_000) * 1000)],
  zone: ([east, north]) => [Math.round((east - 39_526_000) * 1000), Math.round((north - 3_041_000) * 1000)],
};

function landRead(file: SurveyFile, format: ExportFormat): LandByCode {
  const unit = exportFormats[format].isInDegrees ? 'degrees' : format === 'txt' ? 'zone' : 'metres';
  const features = file.layers.flatMap((layer) => layer.features);
  return landOf(
    features.map(({ code, shape }) => {
      if (shape?.type !== 'area') throw new Error(`${code} is no land`);
      return [code ?? '', shape.polygons.map((rings) => rings.map((ring) => ring.map(inMillimetres[unit])))];
    }),
  );
}

/** What says 普通仓库用地 of A-02 in a file that was read. */
const landUseOf: Readonly<Record<'txt' | 'shapefile' | 'kml' | 'geopackage' | 'flatgeobuf' | 'geojson', string>> = {
  txt: '地块用途',
  shapefile: 'YDMC',
  kml: '用地类别',
  geopackage: 'YDMC',
  flatgeobuf: 'YDMC',
  geojson: 'YDMC',
};

const systemOf = {
  txt: { datum: 'cgcs2000', bandDegrees: 3, zone: 39 },
  shapefile: { epsg: 4548 },
  geopackage: { epsg: 4548 },
  flatgeobuf: { epsg: 4548 },
  kml: { epsg: 4326 },
  geojson: { epsg: 4490 },
} as const;

onEngines('land goes out', (park, engine) => {
  const address = (query: string, code = 'jinling') => `/api/parks/${code}/export?${query}`;
  const ask = (query: string, init: RequestInit = {}) => park().app.request(address(query), init);
  const bytesOf = async (query: string, code = 'jinling') => {
    const answer = await park().app.request(address(query, code));
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  interface Row {
    readonly properties: Readonly<Record<string, string | number | null>>;
  }
  const rows = async (query: string) => {
    const { features } = JSON.parse(new TextDecoder().decode(await bytesOf(`format=geojson&${query}`))) as {
      features: Row[];
    };
    return features.map(({ properties }) => properties);
  };
  beforeAll(() => change(park()));

  // The files do not depend on the engine, and writing them takes its time.
  const inEveryFormat = () => {
    const folder = new OgrFolder();
    afterAll(() => folder.remove());

    const written = new Map<string, Promise<Uint8Array>>();
    const once = (query: string) => {
      const bytes = written.get(query) ?? bytesOf(query);
      written.set(query, bytes);
      return bytes;
    };

    test.each(
      exportFormatNames.flatMap((format) =>
        exportFormats[format].hasEncodings
          ? [[format, 'gbk'] as const, [format, 'utf-8'] as const]
          : [[format, 'utf-8'] as const],
      ),
    )('%s (%s) is read back to the millimetre, with its words', async (format, encoding) => {
      const bytes = await once(`format=${format}&encoding=${encoding}`);
      const file = await readOrThrow(bytes, { name: `a.${exportFormats[format].extension}` });
      expect(file.notes).toEqual([]);
      const expected = await landOfPark(park());
      expect(Object.keys(expected)).toHaveLength(109);
      expect(expected[withHole]).toMatchObject({ twiceSquareMillimetres: 2 * (10_000 - 400 + 1500) * 1_000_000 });
      expect(landRead(file, format)).toEqual(expected);
      const features = file.layers.flatMap((layer) => layer.features);
      const own = features.find(({ code }) => code === 'A-02')!;
      if (format in landUseOf) {
        expect(own.properties[landUseOf[format as keyof typeof landUseOf]]).toBe('普通仓库用地');
      }
      if (format === 'dxf') expect(file.layers.map(({ name }) => name)).toContain('W1_普通仓库用地');
      else expect(own.declaredArea?.value).toBe(format === 'txt' ? 2.7588 : 27588.04);
      if (exportFormats[format].hasEncodings) expect(file.encoding).toBe(encoding === 'gbk' ? 'gb18030' : 'utf-8');
      if (format in systemOf) expect(file.systems[0]).toMatchObject(systemOf[format as keyof typeof systemOf]);
    });

    test.skipIf(!hasOgr).each([
      ['shapefile', '/vsizip/', 'DKBH', /CGCS2000.*CM 117E/],
      ['geopackage', '', 'DKBH', /CGCS2000.*CM 117E/],
      ['flatgeobuf', '', 'DKBH', /CGCS2000.*CM 117E/],
      ['geojson', '', 'DKBH', /China Geodetic Coordinate System 2000/],
      ['kml', '', 'Name', /WGS 84/],
      ['dxf', '', 'Text', /Feature Count/],
    ] as const)('%s opens in ogrinfo with its codes, areas and system', async (format, handler, field, system) => {
      const { extension } = exportFormats[format];
      const path = handler + folder.put(`a.${extension}`, await once(`format=${format}&encoding=utf-8`));
      const closed = format === 'dxf' ? ['--config', 'DXF_CLOSED_LINE_AS_POLYGON', 'TRUE'] : [];
      const found = folder.fieldsAndAreas(path, field, closed);
      const expected = await landOfPark(park());
      expect([...new Set(found.map(({ text }) => text).filter((text) => text !== ''))].sort()).toEqual(
        Object.keys(expected),
      );
      expect(folder.info(path)).toMatch(system);
      if (exportFormats[format].isInDegrees || format === 'dxf') return;
      for (const { text, area } of found) {
        expect(area).toBeCloseTo(expected[text]!.twiceSquareMillimetres / 2e6, 3);
      }
    });

    test.each(['gbk', 'utf-8'] as const)('export(import(x)) = x, byte for byte: txt in %s', async (encoding) => {
      const bytes = await once(`format=txt&encoding=${encoding}`);
      const file = readCoordinateTxt(decodeText(bytes));
      const again = writeCoordinateTxt(file, { encoding });
      expect('bytes' in again && Buffer.from(again.bytes).equals(bytes)).toBe(true);
    });

    test.each(exportFormatNames)('%s of the same day is the same file, and is not sent twice', async (format) => {
      const query = `format=${format}&codes=A-01`;
      const first = await ask(query);
      const etag = first.headers.get('etag')!;
      expect(etag).toMatch(/^"[\w-]{43}"$/);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      // Archives keep two seconds.
      if (format === 'workbook') await new Promise((resolve) => setTimeout(resolve, 2_100));
      const again = await ask(query, { headers: { 'if-none-match': `"x", W/${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const { extension, type } = exportFormats[format];
      expect(first.headers.get('content-type')).toContain(type);
      expect(first.headers.get('content-disposition')).toBe(
        `attachment; filename="jinling-parcels-2007-11-30.${extension}"; filename*=UTF-8''${encodeURIComponent('金岭工业园-地块-2007-11-30')}.${extension}`,
      );
    });

    test('who does not wait for the file stops the writing of it', async () => {
      const stopping = new AbortController();
      const asked = ask('format=geopackage', { signal: stopping.signal });
      setTimeout(() => stopping.abort(), 50);
      expect((await asked).status).toBe(499);
    });
  };
  if (engine === 'embedded') describe('in every format', inEveryFormat);

  test('of chosen codes, of a phase, or all', async () => {
    const all = await rows('');
    expect(all).toHaveLength(109);
    const codes = (told: typeof all) => told.map(({ DKBH }) => DKBH);
    expect(codes(await rows('codes=C-01,A-02,%20A-01,A-02,'))).toEqual(['A-01', 'A-02', 'C-01']);
    const second = await rows('phase=2');
    expect(second.length).toBeGreaterThan(0);
    expect(codes(second)).toEqual(codes(all.filter(({ FQDM }) => FQDM === '2')));
    const answer = await ask('format=txt&phase=2');
    expect(answer.headers.get('content-disposition')).toContain('filename="jinling-2-parcels-2007-11-30.txt"');
    expect(answer.headers.get('content-disposition')).toContain(
      encodeURIComponent('金岭工业园-二期-地块-2007-11-30.txt'),
    );
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=gbk');
  });

  test('as of a day: the states are those the park tells for it', async () => {
    const told = new Map<string, Record<string, string>>();
    for (const on of ['2007-06-30', '2007-11-30', '2007-12-31']) {
      const state = await stateOf(park(), `?on=${on}`);
      const statuses = Object.fromEntries(state.parcels.map(({ code, status }) => [code, status]));
      const given = await rows(`on=${on}`);
      expect(Object.fromEntries(given.map(({ DKBH, ZTDM }) => [DKBH, ZTDM]))).toEqual(statuses);
      expect(new Set(given.map(({ ZTRQ, SJRQ }) => `${ZTRQ} ${SJRQ}`))).toEqual(new Set([`${on} 2007-11-30`]));
      told.set(on, statuses);
    }
    expect(told.get('2007-12-31')).not.toEqual(told.get('2007-11-30'));
    expect(told.get('2007-06-30')).not.toEqual(told.get('2007-11-30'));
    const [early] = await rows('on=2007-11-30&known=2007-06-30&codes=A-01');
    expect(early).toMatchObject({ ZTRQ: '2007-11-30', SJRQ: '2007-06-30' });
  });

  test('with words in the language asked for', async () => {
    const [zh] = await rows('codes=A-02');
    const [en] = await rows('codes=A-02&lang=en');
    const same = { DKBH: 'A-02', YDDM: 'W1', FQDM: '1', ZTDM: 'reserved', XMBH: 'P-01', ZYDM: 'reservation' };
    expect(zh).toMatchObject({ ...same, FQMC: '一期', ZTMC: '已预约', YDXM: '肉鸡深加工项目', ZYLX: '预约' });
    expect(en).toMatchObject({ ...same, FQMC: 'Phase 1', ZTMC: 'Reserved', YDXM: 'Poultry processing' });
    const answer = await ask('format=kml&codes=A-02&lang=en');
    expect(answer.headers.get('content-disposition')).toContain(`Jinling%20Industrial%20Park-parcels-2007-11-30.kml`);
    expect(await answer.text()).toContain('<Data name="Status"><value>Reserved</value>');
  });

  test('the same to a visitor as to a leader: only what the parcels tell everybody', async () => {
    const leader = await park().as('张三');
    const query = 'format=geojson';
    const text = await (await ask(query)).text();
    expect(await (await leader(address(query))).text()).toBe(text);
    const [row] = await rows('codes=A-01');
    expect(Object.keys(row!)).toEqual(['DKBH', 'DKMC', ...Object.keys(exportColumns)]);
    const { projects } = (await park().getJson('/api/parks/jinling/projects')) as {
      projects: { officer: string; company: string }[];
    };
    for (const { officer, company } of projects) {
      expect(text).not.toContain(officer);
      expect(text).not.toContain(company);
    }
  });

  test('tells what the format could not hold', async () => {
    const notesOf = async (format: ExportFormat) => {
      const header = (await ask(`format=${format}&codes=A-01`)).headers.get('x-yuantu-notes');
      expect(header ?? '').toMatch(/^[ -~]*$/);
      return readNotes(header);
    };
    expect(await notesOf('geojson')).toEqual([]);
    expect(await notesOf('csv')).toEqual([
      { code: 'write.fields-left', detail: { fields: expect.stringContaining('YDDM, YDMC, FQDM') as unknown } },
    ]);
    expect(await notesOf('txt')).toMatchObject([
      { detail: { fields: expect.not.stringContaining('YDMC') as unknown } },
    ]);
  });

  test('a head has what the file has, without it', async () => {
    const [file, head] = [await ask('format=csv'), await ask('format=csv', { method: 'HEAD' })];
    for (const name of ['etag', 'content-disposition', 'content-type']) {
      expect(head.headers.get(name)).toBe(file.headers.get(name));
    }
    expect(await head.text()).toBe('');
  });

  test.each([
    ['', 400, 'input.invalid', 'format', {}],
    ['format=dwg', 400, 'input.invalid', 'format', {}],
    ['format=txt&encoding=big5', 400, 'input.invalid', 'encoding', {}],
    ['format=kml&encoding=gbk', 400, 'input.invalid', 'encoding', {}],
    ['format=txt&lang=fr', 400, 'input.invalid', 'lang', {}],
    ['format=txt&on=2007-02-30', 400, 'input.invalid', 'on', {}],
    ['format=txt&codes=A-01&phase=1', 400, 'input.invalid', 'phase', {}],
    ['format=txt&codes=,', 400, 'input.invalid', 'codes', {}],
    ['format=txt&codes=A-01,Z-99', 404, 'parcel.unknown', 'codes', { parcel: 'Z-99', on: '2007-11-30' }],
    ['format=txt&phase=9', 404, 'phase.unknown', 'phase', { phase: '9', phases: '1, 2, 3' }],
    ['format=txt&on=2006-07-17', 422, 'day.before-park', 'on', { beganOn: '2006-07-18' }],
    ['format=txt&on=2006-08-01', 422, 'export.empty', 'on', { on: '2006-08-01', phase: null }],
  ] as const)('%s is refused', async (query, status, code, field, detail) => {
    expect(await refused(ask(query))).toMatchObject({ status, code, field, detail });
  });

  test('a character that GBK has not is refused by name, and goes out in UTF-8', async () => {
    const { parcels } = (await park().getJson('/api/parks/heshun/parcels')) as { parcels: { code: string }[] };
    const of = (encoding: string) =>
      park().app.request(address(`format=shapefile${encoding}&codes=${parcels[0]!.code}`, 'heshun'));
    expect(await refused(of(''))).toMatchObject({
      status: 422,
      code: 'export.unwritable',
      field: 'encoding',
      detail: { characters: rare },
    });
    const answer = await of('&encoding=utf-8');
    const file = await readOrThrow(new Uint8Array(await answer.arrayBuffer()));
    expect(file.layers[0]!.features[0]!.properties['FQMC']).toBe(`一期${rare}`);
  });
});
