import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, mapDrawn, takeWebGlAway, type OwnWindows } from '../support/browser.ts';
import { openFaultyHouse } from '../support/faulty-park.ts';
import { startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';

const patience = { timeout: 60_000 };

interface Ledger {
  checked: { parts: number };
  findings: { features: { id: string; properties: { kind: string; squareMetres: number } }[] };
  parcels: { code: string; difference: { isWithin: boolean } | null }[];
}

/** The server has 和顺 badly drawn (tests/support/faulty-park.ts) and 金岭 as it is. */
describe('a director asks whether the land adds up', () => {
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: OwnWindows;
  beforeAll(async () => {
    await (await openFaultyHouse(folder.path)).close();
    server = await startServer({ DATA_DIR: join(folder.path, 'store') });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    folder.remove();
  });

  const open = async (path: string, map = false) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    if (!map) await takeWebGlAway(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(patience.timeout);
    await page.goto(server.url + path);
    await mapDrawn(page);
    return { page, complaints, close: () => context.close() };
  };
  const read = async (path: string) => (await (await fetch(`${server.url}/api/parks/${path}`)).json()) as Ledger;
  const zoomOf = (page: Page) => Number(new URL(page.url()).searchParams.get('at')?.split(',')[2]);
  const canvas = (page: Page) => page.locator('.park-map canvas').first();

  test('of 金岭: it does, to the millimetre, and the page says what was checked', async () => {
    const { checked, parcels } = await read('jinling/ledger');
    const { page, complaints, close } = await open('/jinling');
    await page.getByRole('button', { name: '平衡', exact: true }).click();
    const whole = page.getByTestId('equation-all');
    await whole.waitFor();
    expect(await whole.textContent()).toMatch(/平衡.*6,000\.00.*4,410\.00/s);
    const findings = page.getByTestId('findings');
    expect(await findings.textContent()).toContain(`已核对 ${checked.parts} 片`);
    const over = parcels.filter(({ difference }) => difference?.isWithin === false);
    const known = parcels.filter(({ difference }) => difference !== null);
    const register = page.getByTestId('register');
    expect(await register.textContent()).toContain(`已登记 ${known.length} 块，超限 ${over.length} 块`);
    for (const { code } of over) expect(await register.textContent()).toContain(code);
    expect(await page.getByTestId('areas').textContent()).toMatch(/平面面积.*椭球面积/s);
    await page.getByRole('button', { name: '台账', exact: true }).click();
    await page.getByTestId('figure-planned-all').waitFor();
    expect(page.url()).not.toContain('finding');
    expect(complaints).toEqual([]);
    await close();
  });

  test('of 和顺: it does not; one click shows each place on the map, and the link keeps it', async () => {
    const { findings } = await read('heshun/ledger');
    const { page, complaints, close } = await open('/heshun?finding=all', true);
    await page.getByTestId('finding-1').waitFor();
    expect(await page.getByTestId('findings').textContent()).toContain(`${findings.features.length} 处`);
    await mapDrawn(page);
    const before = await canvas(page).screenshot();
    const index = findings.features.findIndex(({ id }) => id === 'overlap.parcel:HS-06.parcel:HS-07');
    await page
      .getByTestId(`finding-${index + 1}`)
      .getByRole('button')
      .click();
    await expect
      .poll(() => new URL(page.url()).searchParams.get('finding'), patience)
      .toBe(findings.features[index]!.id);
    await expect.poll(() => zoomOf(page), patience).toBeGreaterThan(16);
    await mapDrawn(page);
    expect((await canvas(page).screenshot()).equals(before)).toBe(false);
    await page.reload();
    await mapDrawn(page);
    const row = page.locator('[aria-current="true"]');
    await expect.poll(() => row.textContent(), patience).toContain('HS-06 × HS-07');
    await page.getByTestId('findings').getByRole('button', { name: 'HS-06', exact: true }).click();
    await page.getByTestId('card').getByText('HS-06').first().waitFor();
    expect(await page.getByTestId('split').textContent()).toContain('HS-05');
    expect(complaints).toEqual([]);
    await close();
  });

  test('is told when a place in a link is no longer there', async () => {
    const { page, close } = await open('/jinling?finding=residual.1.2');
    await page.getByText('这一处已不存在').waitFor();
    await close();
  });
});
