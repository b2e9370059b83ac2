import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

/** Keeps what the browser refused; runs in the page before anything else. */
const watch = `window.refusedByPolicy = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.refusedByPolicy.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ' ' + event.sample));`;

const refusedBy = (page: Page) => page.evaluate<string[]>('window.refusedByPolicy');

describe('under the content security policy', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const staff = { staff: '李主任', roles: ['leader', 'admin'] as const };
  const watched = async (path: string) => {
    const { page, complaints, close } = await site.open('/jinling', { ...staff, map: false, script: watch });
    await page.goto(site.server.url + path);
    return { page, complaints, close };
  };

  test('the map, a form and its menus need nothing that is forbidden', async () => {
    const { page, complaints, close } = await site.open('/jinling?sel=parcel:A-01', { ...staff, script: watch });
    await page.getByTestId('record-gate').first().click();
    await page.locator('form.command').getByRole('textbox').first().click();
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(500);
    expect(await refusedBy(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('charts and what they say under the mouse need nothing that is forbidden', async () => {
    const { page, complaints, close } = await watched('/jinling/dashboard');
    const charts = page.locator('[data-test^="chart-"]');
    await charts.first().locator('svg').first().waitFor();
    for (const chart of await charts.all()) {
      await chart.scrollIntoViewIfNeeded();
      const box = await chart.boundingBox();
      if (!box) continue;
      for (const part of [0.3, 0.5, 0.7]) {
        await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.5);
        await page.waitForTimeout(100);
      }
    }
    expect(await charts.count()).toBeGreaterThan(4);
    expect(await refusedBy(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each(['/jinling/report', '/jinling/people'])('%s needs nothing that is forbidden', async (path) => {
    const { page, complaints, close } = await watched(path);
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(500);
    expect(await refusedBy(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('what is forbidden is refused and noticed', async () => {
    const { page, close } = await watched('/jinling');
    await mapDrawn(page);
    await page.evaluate(`(() => {
      const spoilt = document.createElement('div');
      spoilt.innerHTML = '<img src="x" onerror="window.hasRun = true"><i style="position:fixed">x</i>';
      document.body.append(spoilt);
      const script = document.createElement('script');
      script.textContent = 'window.hasRun = true';
      document.body.append(script);
    })()`);
    await page.waitForTimeout(500);
    expect(await page.evaluate('window.hasRun ?? false')).toBe(false);
    expect((await refusedBy(page)).length).toBeGreaterThan(1);
    await close();
  });
});
