import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twiceAreaSquareMillimetres } from '../../domain/geometry/area.ts';
import type { Point } from '../../domain/geometry/shapes.ts';
import { decodeText } from '../../domain/survey/decode-text.ts';
import { readCoordinateTxt } from '../../domain/survey/read-coordinate-txt.ts';
import type { SurveyFeature } from '../../domain/survey/survey-file.ts';
import { faultsBothWays, loaded } from '../support/accessible-page.ts';
import { enterOn, tabTo } from '../support/keyboard.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { focused } from '../support/person-page.ts';
import { readOrThrow } from '../support/survey-example.ts';

const patience = { timeout: 60_000 };

interface Account {
  rows: { phase: string | null; figures: Record<string, { squareMetres: number; codes: string[] }> }[];
}

describe('land is taken away as a file', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const accountOn = async (query = '') => (await site.read<Account>(`/api/parks/jinling/account${query}`)).rows.at(-1)!;
  const opened = async (page: Page) => {
    await page.getByTestId('export-dialog').waitFor();
    await loaded(page);
  };
  const taken = async (page: Page): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByTestId('export-take').click(),
    ]);
    return fileOf(download);
  };
  const fileOf = async (download: Download) => ({
    name: download.suggestedFilename(),
    bytes: new Uint8Array(await readFile(await download.path())),
  });
  const refusal = (page: Page) => page.getByTestId('export-refused').textContent(patience);

  test('a visitor takes the whole park to the land bureau; the corners add up to the account', async () => {
    const { page, complaints, close } = await site.open('/jinling', { map: false });
    await page.getByTestId('export').click();
    await opened(page);
    const { codes, squareMetres } = (await accountOn()).figures['planned']!;
    expect(await page.getByTestId('export-holds').textContent()).toMatch(/^109 块，合计 [\d,.]+ 亩$/);
    expect(await page.getByTestId('export-system').textContent()).toContain('第39带');

    const { name, bytes } = await taken(page);
    expect(name).toBe('金岭工业园-地块-2007-11-30.txt');
    const features = readCoordinateTxt(decodeText(bytes)).layers.flatMap((layer) => layer.features);
    expect(features.map(({ code }) => code).sort()).toEqual(codes.toSorted());
    expect(features).toHaveLength(109);
    expect(features.reduce((sum, feature) => sum + twiceSquareMillimetresOf(feature), 0) / 2_000_000).toBe(
      squareMetres,
    );
    const told = await page.getByTestId('export-taken').textContent(patience);
    expect(told).toContain(name);
    expect(told).toContain('放不下分期、状态、项目等 18 项属性');
    expect(await faultsBothWays(page, '[data-test="export-dialog"]')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('two chosen parcels as a shapefile; a refusal and a server that is gone are told in words; cancelled', async () => {
    const { page, close } = await site.open('/jinling?figure=free', { map: false, staff: '王路' });
    await page.getByTestId('select-these').click();
    await page.getByTestId('select-clear').click();
    for (const code of ['A-01', 'A-02']) {
      await page.locator('#pick-parcel').fill(code);
      await page.locator('#pick-parcel').press('Enter');
    }
    await page.locator('.choose').getByTestId('export').click();
    await opened(page);
    expect(await page.locator('#export-land option:checked').textContent()).toBe('选中的 2 块地块');
    await page.getByTestId('format-shapefile').check();
    const { name, bytes } = await taken(page);
    expect(name).toBe('金岭工业园-地块-2007-11-30.zip');
    const { layers, encoding } = await readOrThrow(bytes);
    expect(encoding).toBe('gb18030');
    expect(layers.flatMap(({ features }) => features.map(({ code }) => code))).toEqual(['A-01', 'A-02']);

    const toServer = '**/export?*';
    await page.route(toServer, (route) => route.continue({ url: `${route.request().url()}&phase=1` }));
    await page.getByTestId('export-take').click();
    expect(await refusal(page)).toContain('填写的内容不完整或格式不对');
    await page.unroute(toServer);

    const unwritable = { code: 'export.unwritable', field: 'encoding', detail: { characters: '𠮷' } };
    await page.route(/encoding=gbk/, (route) => route.fulfill({ status: 422, json: unwritable }));
    await page.getByTestId('export-take').click();
    expect(await refusal(page)).toContain('下列字符无法用 GBK 写出：𠮷');
    const [again] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByTestId('export-utf-8').click(),
    ]);
    expect((await readOrThrow((await fileOf(again)).bytes)).encoding).toBe('utf-8');

    await page.route(toServer, () => undefined);
    await page.getByTestId('export-take').click();
    await expect.poll(() => page.getByTestId('export-take').textContent(), patience).toContain('正在生成文件');
    await page.getByTestId('export-cancel').click();
    await page.getByText('已取消，没有下载文件。').waitFor();
    await page.unroute(toServer);

    await page.route(toServer, (route) => route.abort());
    await page.getByTestId('export-take').click();
    expect(await refusal(page)).toContain('服务器没有应答');
    await close();
  });

  test('with the keyboard alone, from a phase, as planned for a later day; the choice is remembered', async () => {
    const { page, close } = await site.open('/jinling?figure=planned:1&on=2007-12-31', { map: false });
    const focusIsIn = (selector: string) =>
      expect.poll(() => page.evaluate(`document.activeElement.closest('${selector}') !== null`), patience).toBe(true);
    await enterOn(page, '[data-test="export"]');
    await opened(page);
    await focusIsIn('[data-test="export-dialog"]');
    expect(await page.locator('#export-land option:checked').textContent()).toBe('一期');
    expect(await page.getByTestId('export-facts').textContent()).toMatch(/2007年12月31日.*预测/s);
    await tabTo(page, '[data-test="format-txt"]');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByTestId('format-workbook').isChecked()).toBe(true);
    await tabTo(page, '[data-test="export-take"]');
    const [download] = await Promise.all([page.waitForEvent('download', patience), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('金岭工业园-一期-地块-2007-12-31.xlsx');
    await page.getByTestId('export-taken').waitFor();
    await expect.poll(() => focused(page), patience).toBe('export-take');
    await page.keyboard.press('Escape');
    await page.getByTestId('export-dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), patience).toBe('export');
    await page.keyboard.press('Enter');
    await opened(page);
    expect(await page.getByTestId('format-workbook').isChecked()).toBe(true);
    await close();
  });
});

/** The file gives metres with the number of the zone before the eastings. */
function twiceSquareMillimetresOf({ code, shape }: SurveyFeature): number {
  if (shape?.type !== 'area') throw new Error(`${code} is no land`);
  const toMillimetres = ([east, north]: readonly [number, number]): Point => [
    Math.round((east - 39_526_000) * 1000),
    Math.round((north - 3_041_000) * 1000),
  ];
  return twiceAreaSquareMillimetres(shape.polygons.map((rings) => rings.map((ring) => ring.map(toMillimetres))));
}
