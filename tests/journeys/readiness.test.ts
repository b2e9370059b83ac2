import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Readiness {
  groups: { state: string; month: string | null; squareMetres: number; codes: string[] }[];
}
interface Risks {
  total: { parcels: string[]; projects: string[]; investmentYuan: number };
}

describe('land supply', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const mu = (squareMetres: number) =>
    ((squareMetres * 3) / 2000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const groupOf = async (state: string, query = '') => {
    const { groups } = await site.read<Readiness>(`/api/parks/jinling/readiness${query}`);
    return groups.find((group) => group.state === state)!;
  };
  const suppose = async (page: Page, day: string) => {
    await page.locator('#supposed-day').fill(day);
    await page.locator('#supposed-day').press('Enter');
  };

  test('shows what is ready, when the rest comes, and opens each group to its parcels', async () => {
    const { page, complaints, close } = await site.open('/jinling', { map: false });
    await page.getByTestId('tab-readiness').click();
    const ready = await groupOf('ready');
    await page.getByTestId('group-ready-').waitFor();
    const row = page.locator('tr', { has: page.getByTestId('group-ready-') });
    expect(await row.textContent()).toContain(mu(ready.squareMetres));
    expect(await page.getByTestId('risks').textContent()).toContain('没有影响供地的延误');
    const blocked = await groupOf('blocked');
    await page.getByTestId('group-blocked-').click();
    expect(await page.getByTestId('lot-total').textContent()).toContain(mu(blocked.squareMetres));
    for (const code of blocked.codes) await page.getByRole('button', { name: code, exact: true }).waitFor();
    expect(await page.getByText('征收（无计划）').count()).toBe(blocked.codes.length);
    await page.getByRole('button', { name: blocked.codes[0]!, exact: true }).click();
    await page.getByTestId('verdict').getByText('受阻').waitFor();
    await page.getByTestId('lot-back').click();
    await page.getByTestId('group-ready-').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('asks what late water would cost, and reads the projects and the money', async () => {
    const { page, close } = await site.open('/jinling?panel=readiness', { map: false });
    await page.getByTestId('delay-target').selectOption('work:W-03');
    const { total } = await site.read<Risks>('/api/parks/jinling/risks?work=W-03&days=30');
    const money = (total.investmentYuan / 10_000).toLocaleString('en', { minimumFractionDigits: 2 });
    await expect.poll(() => page.getByTestId('risks').textContent(), patience).toContain(`${money} 万元`);
    expect(await page.getByTestId('risks').textContent()).toContain('计划 2007-12-31 → 顺延 2008-01-30');
    await page.getByTestId('delay-days').fill('45');
    await page.getByTestId('delay-days').press('Enter');
    await expect.poll(() => page.getByTestId('risks').textContent(), patience).toContain('顺延 2008-02-14');
    await page.getByTestId('risk-total').click();
    expect(await page.getByTestId('lot-total').textContent()).toContain(`${total.parcels.length} 块`);
    await close();
  });

  test('supposes that nothing more is done until a day: a parcel says which road it waits for', async () => {
    const { page, close } = await site.open('/jinling?panel=readiness&sel=parcel:D-01', { map: false });
    const verdict = page.getByTestId('verdict');
    await verdict.getByText('预计 2007-12-10 可供').waitFor();
    await page.locator('#supposed-day').waitFor();
    await suppose(page, '2008-01-15');
    await verdict.getByText('预计 2008-01-16 可供').waitFor();
    expect(await verdict.textContent()).toContain('计划 2007-12-10 → 顺延 2008-01-16');
    expect(await verdict.textContent()).toContain('T-03 标段');
    await verdict.getByRole('button', { name: '路基' }).click();
    await expect.poll(() => page.url(), patience).toContain('sel=road:R0');
    await page.getByTestId('risks').getByText('晚 37 天').first().waitFor();
    await close();
  });

  test('lists the approval batches; their sum opens to its parcels', async () => {
    const { page, close } = await site.open('/jinling?panel=readiness');
    const batches = page.getByTestId('batches');
    await batches.getByText('示例〔2007〕第3批次').waitFor();
    const before = await page.locator('.park-map canvas').first().screenshot();
    await page.getByTestId('batch-sum-unsupplied').click();
    expect(await page.getByTestId('lot-total').textContent()).toContain('66 块');
    await mapDrawn(page);
    const after = await page.locator('.park-map canvas').first().screenshot();
    expect(after.equals(before)).toBe(false);
    await close();
  });
});
