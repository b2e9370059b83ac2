import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, mapDrawn, takeWebGlAway, type OwnWindows } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Report {
  figures: { id: string; wording: string; exact: string; sources: { kind: string; codes: string[] }[] }[];
}

describe('the director', () => {
  let site: Site;
  let browser: OwnWindows;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const openReport = async (query = '', map = false) => {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true });
    if (!map) await takeWebGlAway(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${site.server.url}/jinling/report${query}`);
    await page.getByTestId('report').waitFor(patience);
    return { page, complaints, close: () => context.close() };
  };
  const figureOf = async (id: string, on = '2007-11-30') => {
    const { figures } = await site.read<Report>(`/api/parks/jinling/report?on=${on}`);
    return figures.find((figure) => figure.id === id)!;
  };
  const look = async (page: Page, id: string) => {
    await page.getByTestId(`figure-${id}`).first().click();
    await page.getByTestId('figure-card').waitFor();
  };

  test('opens a figure to its exact value and parcels, and one of them on the map', async () => {
    const { page, complaints, close } = await openReport();
    const { exact, wording, sources } = await figureOf('F11');
    await look(page, 'F11');
    const card = page.getByTestId('figure-card');
    expect(await page.getByTestId('figure-exact').textContent()).toBe(exact);
    expect(await card.getByText(wording, { exact: true }).count()).toBe(1);
    const codes = sources.find(({ kind }) => kind === 'parcel')!.codes;
    expect(await card.locator('li').count()).toBe(codes.length);
    await card.getByText(codes[0]!, { exact: true }).click();
    await page.getByTestId('card').getByText(codes[0]!).first().waitFor(patience);
    expect(page.url()).toContain(`/jinling?`);
    expect(page.url()).toContain(`sel=parcel:${codes[0]}`);
    expect(complaints).toEqual([]);
    await close();
  });

  test('opens a figure with the keyboard, and all of it on the map', async () => {
    const { page, close } = await openReport('', true);
    await page.getByTestId('figure-F12').first().focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('figure-card').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('figure-card').waitFor({ state: 'detached' });
    await look(page, 'F12');
    await page.getByTestId('figure-on-map').click();
    await mapDrawn(page);
    expect(page.url()).toContain('on=2007-12-31');
    expect(page.url()).toContain('figure=available');
    await close();
  });

  test('reads the report of another day, and the weekly digest', async () => {
    const { page, close } = await openReport();
    const day = page.locator('#report-day');
    await day.fill('2007-12-31');
    await day.press('Enter');
    await expect.poll(() => page.getByTestId('report').textContent(), patience).toContain('按计划推算的预计数');
    expect(page.url()).toContain('on=2007-12-31');
    await page.getByRole('button', { name: '每周例会' }).click();
    await expect.poll(() => page.getByTestId('report').textContent(), patience).toContain('金岭工业园工作周报');
    await close();
  });

  test('downloads the Word document, the workbook and the Markdown', async () => {
    const { page, close } = await openReport('?on=2007-11-30');
    for (const extension of ['docx', 'xlsx', 'md']) {
      const [download] = await Promise.all([
        page.waitForEvent('download', patience),
        page.getByTestId(`download-${extension}`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`光泽县金岭工业园2007年工作情况报告（2007-11-30）.${extension}`);
    }
    await close();
  });

  test('prints the text alone', async () => {
    const { page, close } = await openReport();
    await look(page, 'F11');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByTestId('figure-card').isVisible()).toBe(false);
    expect(await page.getByTestId('download-docx').isVisible()).toBe(false);
    expect(await page.getByTestId('report').isVisible()).toBe(true);
    await close();
  });
});
