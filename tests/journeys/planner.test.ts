import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Account {
  rows: { phase: string | null; figures: Record<string, { squareMetres: number; codes: string[] }> }[];
}

describe('a planner', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const availableMu = async (phase: string | null, on: string) => {
    const { rows } = await site.read<Account>(`/api/parks/jinling/account?on=${on}`);
    const { squareMetres } = rows.find((row) => row.phase === phase)!.figures['available']!;
    return ((squareMetres * 3) / 2000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  };

  test('opens the page: the plan is drawn in Chinese, nothing leaves the machine, nothing complains', async () => {
    const { page, complaints, close } = await site.open('/');
    expect(new URL(page.url()).pathname).toBe('/jinling');
    await expect(page.title()).resolves.toContain('园图');
    expect(await page.getByText('数据截至 2007-11-30').first().isVisible()).toBe(true);
    const map = page.locator('.park-map canvas').first();
    const inChinese = await map.screenshot();
    expect(inChinese.length).toBeGreaterThan(150_000);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByText('Data as of 2007-11-30').first().waitFor();
    await mapDrawn(page);
    const inEnglish = await map.screenshot();
    expect(inEnglish.equals(inChinese)).toBe(false);
    expect(await page.getByTestId('bulk').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('reads the available land of 一期 at two dates', async () => {
    const { page, close } = await site.open('/jinling', { map: false });
    const figure = page.getByTestId('figure-available-1');
    const now = await availableMu('1', '2007-11-30');
    const yearEnd = await availableMu('1', '2007-12-31');
    expect(now).not.toBe(yearEnd);
    expect((await figure.textContent())?.trim()).toBe(now);
    const day = page.locator('.timeline input').first();
    await day.fill('2007-12-31');
    await day.press('Enter');
    await expect.poll(() => figure.textContent(), patience).toContain(yearEnd);
    expect(await page.locator('.timeline').textContent()).toContain('预测');
    expect(page.url()).toContain('on=2007-12-31');
    await page.reload();
    await mapDrawn(page);
    expect((await figure.textContent())?.trim()).toBe(yearEnd);
    await close();
  });

  test('opens a figure to its parcels, and one of them to its card; the back button goes back', async () => {
    const { page, close } = await site.open('/jinling?theme=status', { map: false });
    const { rows } = await site.read<Account>('/api/parks/jinling/account');
    const codes = rows.at(-1)!.figures['available']!.codes;
    await page.getByTestId('figure-available-all').click();
    await page.getByRole('button', { name: codes[0]!, exact: false }).first().waitFor();
    for (const code of codes.slice(0, 5)) {
      expect(await page.getByText(code, { exact: true }).count(), code).toBeGreaterThan(0);
    }
    await page.getByText(codes[0]!, { exact: true }).first().click();
    await page.getByTestId('card').waitFor();
    await page.getByTestId('card').getByText(codes[0]!).first().waitFor();
    await page.goBack();
    await page.getByTestId('card').waitFor({ state: 'detached' });
    await close();
  });

  test('clicks the map and gets the card of what lies there', async () => {
    const { page, close } = await site.open('/jinling?panel=none');
    const box = (await page.locator('.park-map canvas').first().boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.42, box.y + box.height * 0.5);
    await page.getByTestId('card').waitFor();
    expect(page.url()).toMatch(/sel=(parcel|road|work)/);
    await close();
  });

  test('finds a parcel, a project and a company by typing', async () => {
    const { projects } = await site.read<{ projects: { name: string; company: string; claims: unknown[] }[] }>(
      '/api/parks/jinling/projects',
    );
    const booked = projects.find(({ claims }) => claims.length > 0)!;
    const { page, close } = await site.open('/jinling', { map: false });
    const search = page.locator('input[role="combobox"]').first();
    for (const text of ['D-01', booked.name, booked.company]) {
      await search.fill(text);
      await page.locator('[role="listbox"] [role="option"]').first().waitFor();
      await search.press('ArrowDown');
      await search.press('Enter');
      await page.getByTestId('card').waitFor();
      await page.getByTestId('card').getByText(text).first().waitFor();
    }
    await close();
  });

  test('changes units and park', async () => {
    const { page, close } = await site.open('/jinling', { map: false });
    await page.getByRole('button', { name: '公顷', exact: true }).click();
    const { rows } = await site.read<Account>('/api/parks/jinling/account');
    const hectares = rows.at(-1)!.figures['planned']!.squareMetres / 10_000;
    await expect
      .poll(() => page.getByTestId('figure-planned-all').textContent(), patience)
      .toContain(hectares.toFixed(4));
    await page.goto(`${site.server.url}/heshun`);
    await mapDrawn(page);
    expect(await page.getByLabel('园区').first().inputValue()).toBe('heshun');
    expect(await page.getByTestId('figure-planned-all').textContent()).not.toContain(hectares.toFixed(4));
    await close();
  });

  test('is told plainly when a parcel or a park does not exist, and when the server is gone', async () => {
    const { page, close } = await site.open('/jinling?sel=parcel:Z-99', { map: false });
    await page.getByTestId('card').getByText('Z-99').first().waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.timeline input').first().fill('2007-08-01');
    await page.locator('.timeline input').first().press('Enter');
    await page.getByTestId('trouble').waitFor();
    await page.unroute('**/api/**');
    await page.getByTestId('trouble').getByRole('button').first().click();
    await page.getByTestId('trouble').waitFor({ state: 'detached' });
    await close();
  });
});
