import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsBothWays } from '../support/accessible-page.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };
const clerk = { staff: '周地', roles: ['land-clerk' as const], map: false };

interface Ledger {
  findings: { features: unknown[] };
  parcels: { code: string; planeSquareMetres: number }[];
}

describe('a parcel is cut to order', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const begin = async (page: Page) => {
    await page.getByTestId('more-steps').click();
    await page.getByTestId('split').click();
    await page.getByTestId('split-codes').waitFor();
  };
  const form = (page: Page) => page.locator('form.command').textContent();
  const ledger = () => site.read<Ledger>('/api/parks/jinling/ledger?on=2007-12-31');

  test('so many mu off the end of its road front: seen before, exact, neighbours told, the ledger balances', async () => {
    const { page, complaints, close } = await site.open('/jinling?sel=parcel:D-03&on=2007-11-30', clerk);
    await begin(page);
    expect(await page.getByTestId('split-codes').inputValue()).toBe('D-10 D-11');
    await page.getByTestId('split-areas').fill('99');
    await expect.poll(() => form(page), patience).toMatch(/要分出 99\.00 亩，地块只有 24\.\d\d 亩/);
    expect(await faultsBothWays(page, 'form.command')).toEqual([]);
    await page.getByTestId('split-areas').fill('12.5');
    await page.getByTestId('split-pieces').waitFor();
    const pieces = () => page.getByTestId('split-pieces').textContent();
    await expect.poll(pieces, patience).toContain('12.50 亩');
    expect(await pieces()).toContain('8,333.3');
    expect(await pieces()).toMatch(/相邻地块 .*D-02.* 同时补界址点/);
    await page.locator('[data-test="confirm"]:enabled').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });

    const { parcels, findings } = await ledger();
    const piece = parcels.find(({ code }) => code === 'D-10')!;
    expect(Math.abs(piece.planeSquareMetres - (12.5 * 2000) / 3)).toBeLessThanOrEqual(0.01);
    expect(parcels.map(({ code }) => code)).toEqual(expect.arrayContaining(['D-11']));
    expect(findings.features).toEqual([]);
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await close();
  });

  test('into equal parts with codes of one’s own; a code that was used is refused in its field', async () => {
    const { page, close } = await site.open('/jinling?sel=parcel:H-02&on=2007-11-30', clerk);
    await begin(page);
    await page.getByRole('button', { name: '等分' }).click();
    await page.getByTestId('split-parts').fill('3');
    await page.getByTestId('split-pieces').waitFor();
    await page.getByTestId('split-codes').fill('H-71 H-72 H-01');
    await expect.poll(() => form(page), patience).toContain('H-01 已经用过');
    await page.getByTestId('split-codes').fill('H-71 H-72 H-73');
    await expect.poll(() => page.getByTestId('split-pieces').textContent(), patience).toContain('H-73');
    await page.locator('[data-test="confirm"]:enabled').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    const { parcels } = await ledger();
    const areas = parcels.flatMap(({ code, planeSquareMetres }) =>
      /^H-7[123]$/.test(code) ? [planeSquareMetres] : [],
    );
    expect(Math.max(...areas) - Math.min(...areas)).toBeLessThan(0.2);
    expect(areas).toHaveLength(3);
    await close();
  });

  test('is not offered for land somebody holds, nor to who may not', async () => {
    const leader = { staff: '周主任', map: false };
    const held = await site.open('/jinling?sel=parcel:G-10&on=2007-11-30', leader);
    await held.page.getByTestId('more-steps').click();
    await held.page.getByTestId('release').waitFor();
    expect(await held.page.getByTestId('split').count()).toBe(0);
    await held.close();
    const officer = { staff: '王招', roles: ['investment-officer' as const], map: false };
    const other = await site.open('/jinling?sel=parcel:D-05&on=2007-11-30', officer);
    await other.page.getByTestId('assign').first().waitFor();
    expect(await other.page.getByTestId('split').count()).toBe(0);
    await other.close();
  });
});
