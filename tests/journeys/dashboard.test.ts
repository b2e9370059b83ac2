import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Amount {
  squareMetres: number;
}
interface Curve {
  points: { on: string; forecast: boolean; columns: Record<string, Amount>; statuses: Record<string, Amount> }[];
}
interface Comparison {
  rows: {
    phase: string | null;
    columns: Record<string, { differenceSquareMetres: number; entered: { code: string; squareMetres: number }[] }>;
  }[];
}

const mu = (squareMetres: number, decimals = 2) =>
  ((squareMetres * 3) / 2000).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });

describe('the director', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const charts = ['land', 'supply', 'roads', 'tenders', 'investment', 'funds'];
  const curve = () => site.read<Curve>('/api/parks/jinling/account/curve?from=2007-02-01&to=2008-12-31');

  test('goes from the map to the dashboard and back; day, unit and language stay', async () => {
    const { page, complaints, close } = await site.open('/jinling?on=2007-12-31&unit=ha', { map: false });
    await page.getByTestId('page-dashboard').click();
    await page.getByTestId('chart-land').locator('svg').first().waitFor();
    const url = new URL(page.url());
    expect([url.pathname, url.searchParams.get('on'), url.searchParams.get('unit')]).toEqual([
      '/jinling/dashboard',
      '2007-12-31',
      'ha',
    ]);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByRole('link', { name: 'Dashboard' }).waitFor();
    await page.getByTestId('headline-available').click();
    await mapDrawn(page);
    const back = new URL(page.url());
    expect(back.pathname).toBe('/jinling');
    expect(back.searchParams.get('figure')).toBe('available');
    expect(back.searchParams.get('on')).toBe('2007-12-31');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goBack();
    await page.getByTestId('chart-land').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('sees every chart drawn, and reads the same numbers as a table', async () => {
    const { points } = await curve();
    const { page, complaints, close } = await site.open('/jinling', { map: false });
    await page.getByTestId('page-dashboard').click();
    for (const name of charts) {
      const chart = page.getByTestId(`chart-${name}`);
      await expect.poll(() => chart.locator('.plot svg path').count(), patience).toBeGreaterThan(5);
      expect(await chart.locator('.plot').getAttribute('aria-label')).toBeTruthy();
      await page.getByTestId(`table-${name}`).click();
      await chart.getByRole('table').waitFor();
      expect(await chart.locator('.plot').count()).toBe(0);
    }
    const rows = page.getByTestId('chart-land').locator('tbody tr');
    const november = points.find(({ on }) => on === '2007-11-30')!;
    const row = rows.filter({ has: page.getByRole('rowheader', { name: '2007-11-30' }) });
    const cells = await row.getByRole('cell').allTextContents();
    const wanted = ['reserved', 'available', 'contracted', 'levelled', 'acquired', 'approved', 'planned'];
    expect(cells.map((cell) => cell.trim())).toEqual(wanted.map((name) => mu(november.statuses[name]!.squareMetres)));
    expect(complaints).toEqual([]);
    await close();
  });

  test('reads findings that are made from the numbers', async () => {
    const { points } = await curve();
    const { page, close } = await site.open('/jinling', { map: false });
    await page.getByTestId('page-dashboard').click();
    const finding = page.getByTestId('chart-supply').locator('h3');
    const on = (day: string) => mu(points.find((point) => point.on === day)!.columns['available']!.squareMetres, 0);
    await expect.poll(() => finding.textContent(), patience).toContain(on('2007-12-31'));
    expect(await finding.textContent()).toContain(on('2007-11-30'));
    const day = page.locator('.timeline input').first();
    await day.fill('2008-12-31');
    await day.press('Enter');
    await expect.poll(() => finding.textContent(), patience).toContain(on('2008-12-31'));
    expect(await finding.textContent()).not.toContain(on('2007-11-30'));
    await close();
  });

  test('lays two days side by side and opens a difference to its parcels', async () => {
    const { rows } = await site.read<Comparison>('/api/parks/jinling/account/compare?from=2007-11-30&to=2007-12-31');
    const available = rows.find(({ phase }) => phase === null)!.columns['available']!;
    const { page, complaints, close } = await site.open('/jinling', { map: false });
    await page.getByTestId('compare-start').click();
    const difference = page.getByTestId('difference-available-all');
    await expect.poll(() => difference.textContent(), patience).toContain(`+${mu(available.differenceSquareMetres)}`);
    expect(new URL(page.url()).searchParams.get('against')).toBe('2007-12-31');
    await page.locator('.curtain .park-map[aria-busy="false"]').waitFor({ timeout: 90_000 });
    await difference.click();
    const moved = page.getByTestId('moved');
    const listed = await moved.locator('tbody tr td:first-child').allTextContents();
    expect(listed.map((code) => code.trim()).sort()).toEqual(available.entered.map(({ code }) => code).sort());
    expect(await moved.textContent()).toContain('计划场平完成');
    const handle = page.getByTestId('curtain');
    const before = Number(await handle.getAttribute('aria-valuenow'));
    await handle.focus();
    await handle.press('PageUp');
    await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow')), patience).toBe(before + 20);
    await page.reload();
    await page.getByTestId('moved').waitFor();
    await page.getByTestId('compare-end').click();
    await page.getByTestId('compare').waitFor({ state: 'detached' });
    expect(await page.locator('.park-map').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });
});
