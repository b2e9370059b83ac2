import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsBothWays, goTo, loaded } from '../support/accessible-page.ts';
import { mapDrawn } from '../support/browser.ts';
import { cutInTwo } from '../support/cut-in-two.ts';
import { enterOn, tabTo } from '../support/keyboard.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { coordinateTxtOf, geoJsonFile, parcelsOf } from '../support/survey-files.ts';

const patience = { timeout: 60_000 };
const clerk = { staff: '周地', roles: ['land-clerk' as const] };
const path = '/jinling?panel=import&on=2007-11-30';

interface Account {
  rows: { figures: Record<string, { squareMetres: number; codes: string[] }> }[];
}

describe('a survey file is imported', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const bring = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByTestId('import-file').setInputFiles(file);
    await page.getByTestId('import-facts').waitFor();
  };
  const confirmPlace = async (page: Page) => {
    await page.locator('[data-test="import-confirm"]:enabled').waitFor();
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-changes').waitFor();
  };
  const takeOver = async (page: Page) => {
    await page.getByTestId('import-take').click();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  };
  const ticked = (page: Page, id: string) =>
    page.locator(`[data-test="change-${id}"] input[type="checkbox"]`).isChecked();
  const planned = async () => (await site.read<Account>('/api/parks/jinling/account')).rows.at(-1)!.figures['planned']!;

  test('a parcel cut in two: seen on the map, taken whole or not at all, downloaded as it came', async () => {
    const [whole, other] = await parcelsOf(site, ['D-03', 'A-01']);
    const file = geoJsonFile('D-03 分割.geojson', [...cutInTwo(whole!, ['D-31', 'D-32']), other!]);
    const { page, complaints, close } = await site.open('/jinling?on=2007-11-30', clerk);
    await page.getByTestId('import-open').click();
    await bring(page, file);
    expect(await page.getByTestId('candidate-4326').getByRole('radio').isChecked()).toBe(true);
    const [source] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByTestId('import-source').click(),
    ]);
    expect(source.suggestedFilename()).toBe('D-03 分割.geojson');
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(sum(await readFile(await source.path()))).toBe(sum(file.buffer));
    expect(await page.getByTestId('import-source').getAttribute('title')).toContain(sum(file.buffer));

    await confirmPlace(page);
    expect(await page.getByTestId('import-findings').textContent()).toContain('3 宗图形都没有问题');
    expect(await page.getByTestId('import-same').textContent()).toContain('1 宗与图上相同');
    const stood = new URL(page.url()).searchParams.get('at');
    await page.locator('[data-test="change-feature:1"] .link-button').click();
    await mapDrawn(page);
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), patience).not.toBe(stood);

    await page.locator('[data-test="change-feature:1"] input').uncheck();
    expect([await ticked(page, 'code:D-03'), await ticked(page, 'feature:0')]).toEqual([false, false]);
    expect(await page.getByTestId('import-take').isDisabled()).toBe(true);
    await page.locator('[data-test="change-code:D-03"] input').check();
    expect([await ticked(page, 'feature:0'), await ticked(page, 'feature:1')]).toEqual([true, true]);

    const before = await planned();
    await takeOver(page);
    await page.getByTestId('import-nothing').waitFor();
    const after = await planned();
    expect(after.codes).toEqual(expect.arrayContaining(['D-31', 'D-32']));
    expect(after.codes).not.toContain('D-03');
    expect(Math.abs(after.squareMetres - before.squareMetres)).toBeLessThan(0.5);

    await page.getByTestId('import-other').click();
    await page.getByTestId('kept-file').first().waitFor();
    await page.getByRole('button', { name: '删除' }).first().click();
    await page.getByTestId('yes').click();
    await page.getByText('已有地块界线来自这个文件，不能删除').waitFor();
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await close();
  });

  test('what is wrong is named and shown, mended one by one, and named anew; a code is given; nothing is left over', async () => {
    const [a, b, c] = await parcelsOf(site, ['B-02', 'B-04', 'C-03']);
    const corners = a!.geometry.coordinates[0]!;
    corners.splice(2, 0, [...corners[1]!]);
    const again = b!.geometry.coordinates[0]!;
    again.splice(3, 0, [...again[2]!]);
    const parts = cutInTwo(c!, ['C-31', 'C-32']);
    parts[1]!.properties = {};
    const { page, complaints, close } = await site.open(path, { ...clerk, map: false });
    await bring(page, geoJsonFile('问题.geojson', [a!, b!, ...parts]));
    await confirmPlace(page);
    const group = page.getByTestId('findings-duplicate-corner');
    await group.locator('summary').click();
    expect(await group.locator('.count').textContent()).toBe('2');
    await group.getByTestId('finding').first().click();
    await group.locator('li[aria-current="true"]').waitFor();
    expect(await faultsBothWays(page, '[data-test="import"]')).toEqual([]);

    // The panel was laid out anew for a phone and back.
    await group.locator('summary').click();
    await group.getByTestId('repair').first().click();
    await page.getByTestId('repairs-taken').waitFor();
    await expect.poll(() => group.locator('.count').textContent(), patience).toBe('1');
    await page.getByTestId('repairs-taken').locator('summary').click();
    await page.getByTestId('repairs-taken').locator('li .link-button').click();
    await page.getByTestId('repairs-taken').waitFor({ state: 'detached' });
    await page.getByTestId('repair-all').click();
    await expect.poll(() => page.getByTestId('repairs-taken').textContent(), patience).toContain('已修正 2 处');
    expect(await group.count()).toBe(0);

    const barred = page.getByTestId('changes-barred');
    expect(await barred.textContent()).toContain('新地块没有编号');
    await page.getByTestId('code-3').fill('C-32');
    await page.getByTestId('code-3').press('Enter');
    await barred.waitFor({ state: 'detached' });
    expect([await ticked(page, 'code:C-03'), await ticked(page, 'feature:3')]).toEqual([true, true]);
    await takeOver(page);
    await expect.poll(async () => (await planned()).codes.includes('C-32'), patience).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  test('numbers of an old datum wait for control points, which are pointed at; the residual says what they are worth', async () => {
    const [north, east] = [31.5, -62.25];
    const txt = (await coordinateTxtOf(site, ['A-01', 'A-02', 'A-04']))
      .replace('2000国家大地坐标系', '1980西安坐标系')
      .replace(/^(J\d+,\d+),([\d.]+),([\d.]+)$/gm, (_, corner: string, x: string, y: string) =>
        [corner, (Number(x) - north).toFixed(3), (Number(y) - east).toFixed(3)].join(','),
      );
    // Every ring ends with its first corner.
    const [a, , b] = [...txt.matchAll(/^J1,1,([\d.]+),([\d.]+)$/gm)].map(([, x = '', y = '']) => [x, y] as const);
    const { page, complaints, close } = await site.open(path, { ...clerk, map: false });
    await bring(page, { name: '老图.txt', mimeType: 'text/plain', buffer: Buffer.from(txt) });
    await page.getByTestId('candidate-2363').waitFor();
    expect(await page.getByTestId('candidate-2363').textContent()).toContain('需要转换参数');
    await page.getByTestId('candidate-2363').getByRole('radio').check();
    expect(await page.getByTestId('import-confirm').isDisabled()).toBe(true);
    const fill = async (name: string, [x, y]: readonly [string, string], off = 0) => {
      const row = page.getByTestId(`control-${name}`);
      await row.getByTestId('oldNorth').fill(x);
      await row.getByTestId('oldEast').fill(y);
      await row.getByTestId('newNorth').fill((Number(x) + north + off).toFixed(3));
      await row.getByTestId('newEast').fill((Number(y) - 39e6 + east).toFixed(3));
    };
    await fill('1', a!);
    await fill('2', b!);
    await expect.poll(() => page.getByTestId('fit').textContent(), patience).toContain('只有两个点');
    await page.getByTestId('control-add').click();
    await fill('3', [(Number(a![0]) + 400).toFixed(3), (Number(a![1]) - 300).toFixed(3)], 5);
    await page.getByTestId('fit-refused').waitFor();
    expect(await page.getByTestId('shift-use').isDisabled()).toBe(true);
    await fill('3', [(Number(a![0]) + 400).toFixed(3), (Number(a![1]) - 300).toFixed(3)]);
    await expect.poll(() => page.getByTestId('fit').textContent(), patience).toContain('中误差 0.000 米');
    expect(await page.getByTestId('control-3').getByTestId('residual').textContent()).toContain('0.000 米');
    expect(await faultsBothWays(page, '[data-test="import"]')).toEqual([]);
    await page.getByTestId('shift-use').click();
    await page.getByTestId('import-shift-used').waitFor();
    await confirmPlace(page);
    expect(await page.getByTestId('import-confirmed').textContent()).toContain('四参数转换');
    // To the millimetre where the parcels are: nothing but rounding is left.
    await expect
      .poll(() => page.getByTestId('import-changes').textContent(), patience)
      .toMatch(/3 宗与图上相同|仅取位不同/);
    expect(await page.getByTestId('import-changes').textContent()).not.toContain('界线最多移动');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a place for a control point is pointed at on the map: the corner of a parcel', async () => {
    const txt = (await coordinateTxtOf(site, ['A-01'])).replace('2000国家大地坐标系', '1954北京坐标系');
    const { page, complaints, close } = await site.open(path, clerk);
    await bring(page, { name: '老图.txt', mimeType: 'text/plain', buffer: Buffer.from(txt) });
    await page.getByTestId('candidate-2415').getByRole('radio').check();
    await mapDrawn(page);
    await page.getByTestId('control-1').getByTestId('point').click();
    await page.getByText('请在地图上点出这个控制点').waitFor();
    const map = (await page.locator('.maplibregl-canvas').first().boundingBox())!;
    await page.mouse.click(map.x + map.width * 0.6, map.y + map.height * 0.5);
    const written = () => page.getByTestId('control-1').getByTestId('newEast').inputValue();
    await expect.poll(written, patience).toMatch(/^5\d{5}\.\d{3}$/);
    expect(await page.getByText('请在地图上点出这个控制点').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('sel')).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  test('another encoding, layers that are chosen, and files that cannot be read are told in words', async () => {
    const { page, close } = await site.open(path, { ...clerk, map: false });
    await bring(page, {
      name: '照片.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    });
    const told = await page.getByTestId('import-unreadable').textContent(patience);
    expect(told).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(told).not.toMatch(/import\.|survey\./);
    await page.getByTestId('import-other').click();
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
    await page.getByText('文件是空的。').waitFor();

    const txt = await coordinateTxtOf(site, ['A-01', 'A-02']);
    await bring(page, { name: '全园.txt', mimeType: 'text/plain', buffer: Buffer.from(txt) });
    await page.getByTestId('import-encoding').selectOption('gb18030');
    await expect.poll(() => page.getByTestId('import-encoding').inputValue(), patience).toBe('gb18030');
    await page.getByTestId('import-encoding').selectOption('');
    await confirmPlace(page);
    await page.getByTestId('import-nothing').waitFor();
    await page.getByTestId('import-unconfirm').click();
    await page.getByTestId('import-other-system').selectOption('4526');
    expect(await page.getByTestId('import-system').textContent()).toContain('都不对');
    await page.goBack();
    await page.getByTestId('import-drop').waitFor();
    await close();
  });

  test('a large file says how far it is and can be given up; by keyboard alone', async () => {
    const [parcel] = await parcelsOf(site, ['A-04']);
    const ring = parcel!.geometry.coordinates[0]!;
    const many = Array.from({ length: 30_000 }, (_, at) => ({
      ...parcel!,
      properties: { DKBH: `Q-${at}` },
      geometry: {
        ...parcel!.geometry,
        coordinates: [ring.map(([x, y]) => [x! + (at % 200) * 0.004, y! + Math.floor(at / 200) * 0.004])],
      },
    }));
    const { page, complaints, close } = await site.open(path, { ...clerk, map: false });
    await tabTo(page, '[data-test="import-choose"]');
    await bring(page, geoJsonFile('很多.geojson', many));
    await page.getByTestId('import-working').waitFor(patience);
    await enterOn(page, '[data-test="import-cancel"]');
    await page.getByTestId('import-working').waitFor({ state: 'detached' });
    await loaded(page);
    expect(await page.getByTestId('import-confirm').count()).toBeLessThanOrEqual(1);
    await goTo(page, '/jinling?panel=import&on=2007-11-30');
    await page.getByTestId('import-drop').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('is not offered to who may not', async () => {
    const { page, close } = await site.open(path, { map: false, staff: '路员', roles: ['road-clerk'] });
    await page.getByText('导入地块界线由土地管理员、领导或管理员办理。').waitFor();
    await goTo(page, '/jinling');
    await page.getByTestId('export').waitFor();
    expect(await page.getByTestId('import-open').count()).toBe(0);
    await close();
  });
});
