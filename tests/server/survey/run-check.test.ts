import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeText } from '../../../domain/survey/encode-text.ts';
import type { CheckedFile } from '../../../server/survey/run-check.ts';
import { preparedFolder } from '../../support/database.ts';
import { runCli } from '../../support/run-cli.ts';
import { startServer, temporaryFolder } from '../../support/server-process.ts';

const header = (system: string) => `[属性描述]
格式版本号=1.01版本
坐标系=${system}
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=39
精度=0.001
转换参数=,,,,,,
[地块坐标]
`;
const workedExample = `10,5.1907,JL-A-01,金岭一期A-01地块,面,,工业用地,0601,@
J1,1,3046512.350,39532610.420
J2,1,3046525.118,39532858.765
J3,1,3046310.904,39532869.930
J4,1,3046297.226,39532625.087
J1,1,3046512.350,39532610.420
J5,2,3046430.000,39532720.000
J6,2,3046400.000,39532720.000
J7,2,3046400.000,39532760.000
J8,2,3046430.000,39532760.000
J5,2,3046430.000,39532720.000
`;
const cgcs2000 = '2000国家大地坐标系';

describe('yuantu check', () => {
  const folder = temporaryFolder();
  let store = '';
  beforeAll(async () => {
    store = await preparedFolder();
  });
  afterAll(() => {
    rmSync(store, { recursive: true, force: true });
    folder.remove();
  });

  const file = (name: string, text: string) => {
    const encoded = encodeText(text.replaceAll('\n', '\r\n'), 'gbk');
    if (!('bytes' in encoded)) throw new Error('GBK has no such character');
    writeFileSync(join(folder.path, name), encoded.bytes);
    return join(folder.path, name);
  };
  const check = (path: string, ...words: string[]) => runCli(['check', path, ...words], { DATA_DIR: store });
  const checkJson = async (path: string, ...words: string[]) => {
    const { code, out, said } = await check(path, '--json', ...words);
    expect(out, said).toMatch(/^\{/);
    return { code, checked: JSON.parse(out) as CheckedFile };
  };

  test('tells code, parts, holes, both areas and bounds of every record, in figures and in words', async () => {
    const path = file('worked.txt', header(cgcs2000) + workedExample);
    const { code, checked } = await checkJson(path);
    expect(code).toBe(1);
    expect(checked).toMatchObject({ format: 'coordinate-txt', encoding: 'gb18030', park: 'jinling' });
    expect(checked.placing).toMatchObject({ system: 4527, isSwapped: false, isConfirmed: false });
    const [feature] = checked.examination!.features;
    expect(feature).toMatchObject({ code: 'JL-A-01', parts: 1, holes: 1, corners: 8, at: { line: 11 } });
    expect(feature!.planeSquareMetres!.toFixed(2)).toBe('51906.88');
    expect(feature!.ellipsoidSquareMetres!.toFixed(2)).toBe('51905.50');
    const expected = [117.330115911, 27.529055938, 117.332737427, 27.53110683];
    feature!.boundsDegrees!.forEach((degrees, index) =>
      expect(Math.abs(degrees - expected[index]!)).toBeLessThan(1e-8),
    );
    const overlaps = checked.examination!.check.findings.filter((finding) => finding.code === 'overlap-existing');
    expect(overlaps.length).toBeGreaterThan(0);

    const told = await check(path, '--lang', 'zh');
    expect(told.code).toBe(1);
    expect(told.out).toContain('平面 51906.88 m² = 77.8603 亩');
    expect(told.out).toContain('与现有地块 H-01 重叠');
  });

  test('is clean for a parcel as the park has it, and asks a running server as well', async () => {
    const server = await startServer({ DATA_DIR: store });
    try {
      const answer = await fetch(`${server.url}/api/parks/jinling/layers/parcels`);
      const { features } = (await answer.json()) as { features: { properties: { code: string } }[] };
      const parcels = features.filter(({ properties }) => ['A-01', 'A-02'].includes(properties.code));
      const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } };
      const path = join(folder.path, 'parcels.geojson');
      writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', crs, features: parcels }));
      const { code, checked } = await checkJson(path);
      expect(checked.examination?.check.findings).toEqual([]);
      expect({ code, notes: checked.notes }).toEqual({ code: 0, notes: [] });
      expect(checked.examination!.features.map((feature) => feature.code)).toEqual(['A-01', 'A-02']);
      const words = await check(path);
      expect(words.out).toContain('Nothing is wrong.');
    } finally {
      await server.stop();
    }
  });

  test('places nothing on Xian 1980, and nothing where the file leaves the system open', async () => {
    const xian = await check(file('xian.txt', header('1980西安坐标系') + workedExample));
    expect(xian.code).toBe(1);
    expect(xian.out).toContain('Positions on Xian 1980 cannot be placed without a transformation');
    expect(xian.out).not.toContain('51906.88');
    const open = await checkJson(file('open.txt', workedExample));
    expect(open.code).toBe(1);
    expect(open.checked.placing).toBeNull();
    expect(open.checked.examination).toBeNull();
    expect(open.checked.candidates.map(({ system }) => system)).toEqual(expect.arrayContaining([4527, 2363, 2415]));
    const said = await checkJson(join(folder.path, 'open.txt'), '--crs', 'EPSG:4527');
    expect(said.checked.placing).toMatchObject({ system: 4527, isConfirmed: true });
    expect(said.checked.examination!.features[0]!.planeSquareMetres!.toFixed(2)).toBe('51906.88');
  });

  test('ends with 2 and one sentence for what cannot be read', async () => {
    const nothing = await check(file('nothing.txt', '这里没有坐标\n'));
    expect(nothing.code).toBe(2);
    const zip = join(folder.path, 'empty.zip');
    writeFileSync(zip, new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));
    const damaged = await check(zip, '--json');
    expect(damaged.code).toBe(2);
    expect(JSON.parse(damaged.out)).toMatchObject({
      file: 'empty.zip',
      refusal: { code: expect.stringMatching(/^zip\./) },
    });
    const missing = await check(join(folder.path, 'missing.txt'));
    expect({ code: missing.code, out: missing.out }).toEqual({ code: 2, out: '' });
    expect(missing.said).toContain('cannot be read (ENOENT)');
    const crs = await check(join(folder.path, 'open.txt'), '--crs', 'EPSG:9999');
    expect({ code: crs.code, out: crs.out }).toEqual({ code: 2, out: '' });
    expect(crs.said).toContain('--crs is EPSG:9999');
  });
});
