import type { Feature, FeatureCollection, Polygon } from 'geojson';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forwardBd09, forwardGcj02 } from '../../domain/survey/system/forward-gcj.ts';
import { examinationAnswer } from '../../server/imports/answers.ts';
import { addImport, listImports } from '../../server/imports/imports.ts';
import type { ParkMemory } from '../../server/park-memory.ts';
import { done, refused, seqOf } from '../support/answers.ts';
import { jsonPost, type Ask } from '../support/people.ts';
import { surveyLand } from '../support/survey-land.ts';
import { openTestPark, type TestPark } from '../support/test-park.ts';
import { makeZip } from '../support/zip.ts';

type Parcel = Feature<Polygon, { code: string }>;

const clerk = { name: '周地', roles: ['land-clerk'] } as const;
const on = '2007-12-01';
const placingIn = (system: number) => ({ system, isSwapped: false, droppedPrefix: null, transformation: null });
const degrees = placingIn(4490);
const imports = '/api/parks/jinling/imports';

describe('a kept survey file is examined', () => {
  let park: TestPark;
  let memory: ParkMemory;
  let ask: Ask;
  let parcels: Parcel[] = [];
  beforeAll(async () => {
    park = await openTestPark();
    memory = (await park.house.memories.of('jinling'))!;
    ask = await park.as(clerk);
    const layer = (await park.getJson('/api/parks/jinling/layers/parcels')) as FeatureCollection<
      Polygon,
      { code: string }
    >;
    parcels = layer.features;
  });
  afterAll(() => park.close());

  const keep = async (content: string | Uint8Array, name = '地块') => {
    const { queries } = park.house.database;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const kept = await addImport(queries, { parkId: memory.parkId, name, by: '周地', at: new Date() }, bytes);
    return (kept as { id: string }).id;
  };
  const examine = async (id: string, question: object = {}, signal?: AbortSignal) =>
    ask(`${imports}/${id}/examine`, { ...jsonPost({ on, ...question }), ...(signal ? { signal } : {}) });
  const found = async (id: string, question: object = {}) => {
    const answer = await examine(id, question);
    expect(answer.status).toBe(200);
    return examinationAnswer.parse(await answer.json());
  };
  const progress = async (id: string) => {
    const answer = (await (await ask(`${imports}/${id}/progress`)).json()) as { progress: { stage: string } | null };
    return answer.progress?.stage ?? null;
  };
  const parcelOf = (code: string) => parcels.find(({ properties }) => properties.code === code)!;
  const geoJson = (some: readonly Parcel[], move: (place: number[]) => number[] = (place) => place, isNamed = true) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: some.map(({ properties: { code }, geometry }) => ({
        type: 'Feature',
        properties: isNamed ? { DKBH: code } : {},
        geometry: { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(move)) },
      })),
    });
  /** A block of a 界址点 TXT in a 3° zone, eastings with the zone. */
  const block = (zone: number, rings: readonly (readonly [code: string, ring: readonly number[][]])[]) => {
    const grid = proj4(`+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 +ellps=GRS80`);
    const rows = rings.flatMap(([code, ring]) => [
      `${ring.length},1,${code},,面,,,,@`,
      ...ring.map((place, at) => {
        const [east, north] = grid.forward([...place]);
        return `J${at + 1},1,${north!.toFixed(5)},${east!.toFixed(5)}`;
      }),
    ]);
    const header = ['[属性描述]', '坐标系=2000国家大地坐标系', '几度分带=3', `带号=${zone}`, '[地块坐标]'];
    return `${[...header, ...rows].join('\n')}\n`;
  };

  test('a question may name every change and repair of a large file, though no more than 8 MB', async () => {
    const id = await keep(geoJson([parcelOf('A-01')]));
    const repairs = Array.from({ length: 5000 }, (_, at) => `drop-corner:${at}:of-no-feature-there-is`);
    expect(JSON.stringify(repairs).length).toBeGreaterThan(128 * 1024);
    expect((await found(id, { placing: degrees, repairs })).placed).toMatchObject({ taken: [], same: { parcels: 1 } });
    const entries = Array.from({ length: 20_000 }, (_, at) => `feature:${at}`);
    const input = { import: id, on, placing: degrees, chosen: entries };
    const order = { basedOn: await seqOf(park), input };
    expect(await refused(park.command('import-land', order, clerk))).toMatchObject({ code: 'import.cannot' });
    const answer = examine(id, { codes: { 1: 'x'.repeat(9 * 1024 * 1024) } });
    expect(await refused(answer)).toMatchObject({ status: 413, code: 'http.too-large' });
  });

  test('how far it is can be asked, and it ends when nobody waits for it any more', async () => {
    const { features } = surveyLand(9000, 5, 1);
    const { originEast, originNorth } = memory.facts.park;
    const rows = features.flatMap(({ code, polygons }) =>
      polygons.flatMap((polygon) =>
        polygon
          .slice(0, 1)
          .flatMap((ring) => [
            `${ring.length},1,${code ?? ''},,面,,,,@`,
            ...ring.map(
              ([x, y]) => `J1,1,${(y / 1000 + originNorth + 3000).toFixed(3)},${x / 1000 + originEast + 3000}`,
            ),
          ]),
      ),
    );
    const id = await keep(['[地块坐标]', ...rows].join('\n'), '大.txt');
    expect(await progress(id)).toBeNull();
    const { candidates } = await found(id);
    expect(await progress(id)).toBeNull();
    const placing = placingIn(candidates[0]!.system as number);
    const stopping = new AbortController();
    const [first, second] = [new AbortController(), new AbortController()];
    const alone = examine(id, { placing, scope: 'whole' }, stopping.signal);
    const seen = new Set<string>();
    const until = async (isThere: (stage: string | null) => boolean) => {
      for (;;) {
        const stage = await progress(id);
        if (stage) seen.add(stage);
        if (isThere(stage)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await until((stage) => stage !== null && stage !== 'reading' && stage !== 'placing');
    stopping.abort();
    const asked = Date.now();
    expect(await refused(alone)).toMatchObject({ detail: { why: 'survey.cancelled' } });
    await until((stage) => stage === null);
    expect(Date.now() - asked).toBeLessThan(10_000);

    // Of two who ask the same the other is answered; the file was not read again for them.
    seen.clear();
    const both = [examine(id, { placing }, first.signal), examine(id, { placing }, second.signal)];
    await until((stage) => stage !== null);
    first.abort();
    await until((stage) => stage === null);
    expect((await both[1]!).status).toBe(200);
    expect([...seen]).toEqual(expect.arrayContaining(['features', 'comparing']));
    expect(seen).not.toContain('reading');
  });

  test('again after its worker ended, and three files one after another with two workers', async () => {
    const ids = await Promise.all(['A-02', 'D-03', 'H-03'].map((code) => keep(geoJson([parcelOf(code)]), 'x.geojson')));
    const answers = await Promise.all(ids.map((id) => found(id, { placing: degrees })));
    expect(answers.map(({ placed }) => placed!.features)).toEqual([1, 1, 1]);
    park.house.imports.forget(memory, ids[0]!);
    expect((await found(ids[0]!, { placing: degrees })).placed).toEqual(answers[0]!.placed);
    expect((await found(ids[1]!, { placing: degrees, on: '2007-12-02' })).placed).toEqual(answers[1]!.placed);
  });

  test('blocks of two zones: told, and each placed by itself with its own features, codes and repairs', async () => {
    const one = parcelOf('D-03').geometry.coordinates[0]!.slice(0, -1);
    const two = parcelOf('H-03').geometry.coordinates[0]!.slice(0, -1);
    const twice = [two[0]!, ...two];
    const id = await keep(block(39, [['D-03', one]]) + block(40, [['H-03', twice]]), '两带.txt');
    const all = await found(id);
    const [first, second] = all.layers;
    expect(all.layers).toMatchObject([
      { areas: 1, lines: 0, points: 0, isChosen: true },
      { areas: 1, isChosen: true },
    ]);
    expect(all.candidates.every(({ isBlocked, isCertain }) => isBlocked && !isCertain)).toBe(true);
    expect(all.candidates[0]!.warnings.map(({ zh }) => zh).join()).toContain('带号');

    const reading = { layers: [second!.name] };
    const chosen = await found(id, { reading });
    expect(chosen.layers.map(({ isChosen }) => isChosen)).toEqual([false, true]);
    expect(chosen.candidates[0]).toMatchObject({ system: 4528, isCertain: true, isBlocked: false });
    const question = { reading, placing: placingIn(4528), codes: { 1: 'H-93' } };
    const { placed } = await found(id, question);
    expect(placed!.features).toBe(1);
    expect(placed!.counts).toMatchObject({ 'duplicate-corner': 1 });
    const finding = placed!.findings.find((one) => one.code === 'duplicate-corner');
    expect(finding).toMatchObject({ feature: 1, featureCode: 'H-93', repair: { kind: 'drop-corner', to: null } });
    const { key, from, changeSquareMetres, words } = finding!.repair!;
    expect([key, changeSquareMetres, words.zh]).toEqual([
      expect.stringMatching(/^1:drop-corner:/),
      0,
      expect.stringContaining('界址点'),
    ]);
    expect(from!.map((value, axis) => Math.abs(value - two[0]![axis]!) < 1e-6)).toEqual([true, true]);
    const mended = await found(id, { ...question, repairs: [key] });
    expect(mended.placed!.taken).toMatchObject([{ key, kind: 'drop-corner', feature: 1, featureCode: 'H-93' }]);
    expect(mended.placed!.findings.filter(({ repair }) => repair)).toEqual([]);
    expect((await found(id, { ...question, repairs: true })).placed).toEqual(mended.placed);
    expect((await found(id, { ...question, repairs: ['1:drop-corner:0,0'] })).placed!.taken).toEqual([]);
    // To the millimetre the parcel of the park, whatever the file calls it.
    expect(mended.placed).toMatchObject({ entries: [], same: { parcels: 1 } });

    const other = await found(id, { reading: { layers: [first!.name] }, placing: placingIn(4527) });
    expect(other.placed).toMatchObject({ features: 1, entries: [], same: { parcels: 1 } });
    const drawn = (await (
      await ask(`${imports}/${id}/land`, jsonPost({ on, ...question }))
    ).json()) as FeatureCollection;
    expect(drawn.features.map(({ properties }) => properties)).toMatchObject([{ feature: 1, code: 'H-93' }]);
  });

  test('land traced on the maps of Amap or Baidu is warned of and refused, land beside it is not', async () => {
    const some = parcels.slice(0, 30);
    const cases = [
      ['system.gcj02', forwardGcj02, true],
      ['system.bd09', forwardBd09, true],
      ['system.gcj02', forwardGcj02, false],
    ] as const;
    for (const [code, forward, isNamed] of cases) {
      const id = await keep(
        geoJson(some, ([lon, lat]) => forward(lon!, lat!), isNamed),
        '描图.geojson',
      );
      const { candidates } = await found(id);
      const near = candidates.filter(({ system, needsShift }) => system !== 'local' && !needsShift);
      expect(near.length).toBeGreaterThan(0);
      expect(near.every(({ isBlocked, isCertain }) => isBlocked && !isCertain)).toBe(true);
      expect(near[0]!.warnings.at(-1)).toMatchObject({
        zh: expect.stringContaining('网络地图') as string,
        en: expect.stringContaining('web map') as string,
      });
      const refusal = await refused(examine(id, { placing: degrees }));
      expect(refusal).toMatchObject({ code: 'import.not-placed', detail: { why: code } });
      expect(refusal.detail['metres']).toBeGreaterThan(300);
      const input = { import: id, on, placing: degrees, chosen: 'all' };
      expect(await refused(park.command('import-land', { basedOn: await seqOf(park), input }, clerk))).toMatchObject({
        code: 'import.not-placed',
      });
    }
    const beside = await keep(
      geoJson(some, ([lon, lat]) => [lon! + 0.001, lat! + 0.0003]),
      '旁.geojson',
    );
    const { candidates, placed } = await found(beside, { placing: degrees });
    expect([placed!.features, candidates[0]!.isBlocked]).toEqual([30, false]);
  });

  test('of a zip with several shapefiles their names are told, one a line', async () => {
    const one = { bytes: new Uint8Array(100) };
    const entries = ['一期/a.shp', '二期/b.shp'].map((name) => ({ name, ...one }));
    const id = await keep(makeZip(entries), '两个.zip');
    expect(await refused(examine(id))).toMatchObject({
      code: 'import.unreadable',
      detail: { why: 'shapefile.several', count: 2, names: '一期/a\n二期/b' },
    });
    expect(await refused(examine(id, { reading: { member: '二期/b' } }))).toMatchObject({
      code: 'import.unreadable',
      detail: { why: 'shapefile.not-a-shapefile' },
    });
  });

  test('files nobody took over go after thirty days, those that land came from stay', async () => {
    const { queries } = park.house.database;
    const { parkId } = memory;
    const at = (day: string) => new Date(`${day}T08:00:00Z`);
    const add = async (name: string, day: string, content: string) =>
      (await addImport(queries, { parkId, name, by: '周地', at: at(day) }, Buffer.from(content))) as { id: string };
    const moved = parcelOf('D-03').geometry.coordinates[0]!;
    const [corner, , third] = moved;
    const ring = [corner!.map((value, axis) => value + (third![axis]! - value) * 0.002), ...moved.slice(1, -1)];
    const taken = await add('用过.txt', '2001-01-01', block(39, [['D-03', ring]]));
    const input = { import: taken.id, on, placing: placingIn(4527), chosen: 'all' };
    await done(park.command('import-land', { basedOn: await seqOf(park), input }, clerk));
    await add('草稿.txt', '2001-01-02', 'x');
    await add('月内.txt', '2001-01-31', 'x');
    const names = async () => (await listImports(queries, parkId)).map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['用过.txt', '草稿.txt', '月内.txt']));
    await add('新.txt', '2001-02-02', 'x');
    expect(await names()).toEqual(expect.arrayContaining(['用过.txt', '月内.txt', '新.txt']));
    expect(await names()).not.toContain('草稿.txt');
  });
});
