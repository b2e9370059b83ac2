import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Sections {
  tenders: { savedYuan: number; rate: { numerator: number; denominator: number } };
  payments: { paidYuan: number };
}

describe('projects, tenders and funds', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const wan = (yuan: number) => (yuan / 10_000).toLocaleString('en', { minimumFractionDigits: 2 });
  const violations = async (page: Page, selector: string) => {
    const { violations: found } = await new AxeBuilder({ page }).include(selector).analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  test('the overview shows what the server computes for the day, and a target opens to its parcels', async () => {
    const { page, complaints, close } = await site.open('/jinling?panel=overview', { map: false });
    const { tenders, payments } = await site.read<Sections>('/api/parks/jinling/sections');
    const text = (id: string) => page.getByTestId(id).textContent();
    await page.getByTestId('tenders').waitFor();
    expect(await text('tenders')).toContain(wan(tenders.savedYuan));
    expect(await text('tenders')).toContain('31.64%');
    expect(await text('earthwork')).toContain('225.00');
    expect(await text('section-payments')).toContain(wan(payments.paidYuan));
    expect(await violations(page, '.overview')).toEqual([]);
    const targets = page.getByTestId('targets-2007');
    await targets.getByText('地块 30 块').click();
    await targets.getByRole('button', { name: 'A-02', exact: true }).click();
    await page.getByTestId('card').getByRole('heading', { name: 'A-02' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('on an earlier day less has been tendered', async () => {
    const { page, close } = await site.open('/jinling?panel=overview&on=2007-06-30', { map: false });
    await page.getByTestId('tenders').getByText('另有 11 个标段在 2007-06-30 之后开标').waitFor();
    await close();
  });

  test('a late start is on the clock until staff record the construction', async () => {
    const { page, complaints, close } = await site.open('/jinling?panel=projects', { staff: '张三', map: false });
    await page.getByRole('button', { name: '闲置土地 1' }).click();
    const clock = page.getByTestId('idle-clock');
    expect(await clock.textContent()).toContain('30 天');
    expect(await violations(page, '[data-test="idle-clock"]')).toEqual([]);
    await page.getByRole('button', { name: '园区管理中心' }).click();
    await page.getByTestId('record-stage').click();
    await page.getByTestId('stage-construction').check();
    await page.getByTestId('confirm').click();
    await expect.poll(() => page.getByTestId('idle-clock').count(), patience).toBe(0);
    await expect.poll(() => page.getByTestId('card').textContent(), patience).toContain('登记项目阶段');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a mark that exists twice is asked about and chosen with one click', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R2', { staff: '张三', map: false });
    await page.getByTestId('road-breaks').getByText('K0+600 = K0+588').waitFor();
    await page.getByTestId('record-stretch').click();
    await page.locator('#stretch-from').fill('K0+590');
    await page.getByText('K0+590 有两处').waitFor();
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'K0+590后', exact: true }).click();
    expect(await page.locator('#stretch-from').inputValue()).toBe('K0+590后');
    await expect.poll(() => page.getByText('有两处').count(), patience).toBe(0);
    await page.locator('#stretch-to').fill('K9+000');
    await page.getByText('桩号只到 K3+456').waitFor();
    await close();
  });

  test('industries open to their projects', async () => {
    const { page, close } = await site.open('/jinling?panel=projects&lang=en', {
      width: 390,
      height: 844,
      map: false,
    });
    await page.getByRole('button', { name: 'Industries' }).click();
    await page.getByRole('button', { name: 'Food processing', exact: true }).click();
    await page.getByText('5 projects in all').waitFor();
    await close();
  });
});
