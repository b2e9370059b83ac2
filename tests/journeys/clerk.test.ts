import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };
const waiting = ['D-01', 'D-03', 'H-01', 'H-03'];

interface Account {
  rows: { phase: string | null; figures: Record<string, { squareMetres: number; codes: string[] }> }[];
}
interface Road {
  layers: { layer: string; doneMetres: number }[];
}
interface History {
  events: { seq: number; command: string; actor: string; undoneBy: number | null }[];
}

describe('a clerk', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const figure = async (column: string) => {
    const { rows } = await site.read<Account>('/api/parks/jinling/account');
    return rows.at(-1)!.figures[column]!;
  };
  const mu = (squareMetres: number) =>
    ((squareMetres * 3) / 2000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const subgradeMetres = async () => {
    const { layers } = await site.read<Road>('/api/parks/jinling/roads/R0');
    return layers.find(({ layer }) => layer === 'subgrade')!.doneMetres;
  };
  const shows = (page: Page, column: string, text: string) =>
    expect.poll(() => page.getByTestId(`figure-${column}-all`).textContent(), patience).toContain(text);
  const confirm = async (page: Page) => {
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  };
  const events = async () => (await site.read<History>('/api/parks/jinling/history')).events;

  test('records K1+700–K1+900 of the subgrade; the parcels it serves become available; another page follows', async () => {
    const before = await figure('available');
    expect(before.codes.filter((code) => waiting.includes(code))).toEqual([]);
    const onlooker = await site.open('/jinling?theme=status&sel=parcel:D-01', { map: false });
    const { page, complaints, close } = await site.open('/jinling?theme=status&sel=road:R0', { staff: '王路' });
    await page.getByTestId('record-stretch').first().click();
    await page.locator('#stretch-layer').selectOption('subgrade');
    await page.getByLabel('起点桩号').fill('K1+700');
    await page.getByLabel('终点桩号').fill('K1+900');
    await page.getByTestId('effect').first().waitFor();
    await expect.poll(() => page.locator('form.command').textContent(), patience).toContain('1,700.0 m → 1,900.0 m');
    const form = await page.locator('form.command').textContent();
    expect(form).toContain('63.9');
    for (const code of waiting) expect(form).toContain(code);
    expect(await subgradeMetres()).toBe(1700);
    await confirm(page);

    expect(await subgradeMetres()).toBe(1900);
    const after = await figure('available');
    expect(waiting.filter((code) => !after.codes.includes(code))).toEqual([]);
    await shows(page, 'available', mu(after.squareMetres));
    await shows(onlooker.page, 'available', mu(after.squareMetres));
    await onlooker.page.getByTestId('card').getByText('可供地').first().waitFor();
    const [event] = await events();
    expect(event).toMatchObject({ command: 'record-stretch', actor: '王路' });

    await onlooker.page.reload();
    await mapDrawn(onlooker.page);
    await shows(onlooker.page, 'available', mu(after.squareMetres));
    await page.getByTestId('undo').first().click();
    await confirm(page);
    await shows(page, 'available', mu(before.squareMetres));
    await shows(onlooker.page, 'available', mu(before.squareMetres));
    expect(await subgradeMetres()).toBe(1700);
    expect(complaints).toEqual([]);
    expect(onlooker.complaints).toEqual([]);
    await onlooker.close();
    await close();
  });

  test('gives two parcels to a project: the land moves from free to reserved; undo brings it back', async () => {
    const before = { free: await figure('free'), reserved: await figure('reserved') };
    const [first, second] = before.free.codes;
    const { projects } = await site.read<{ projects: { name: string; stage: string }[] }>(
      '/api/parks/jinling/projects',
    );
    const project = projects.find(({ stage }) => stage === 'planned')!;
    const { page, complaints, close } = await site.open(`/jinling?theme=status&sel=parcel:${first}`, {
      staff: '李地',
      map: false,
    });
    await page.getByTestId('assign').first().click();
    await page.locator('#assign-project').fill(project.name);
    await page.getByRole('option', { name: project.name }).first().click();
    await page.locator('#pick-parcel').fill(second!);
    await page.locator('#pick-parcel').press('Enter');
    await page.getByTestId('effect').first().waitFor();
    await confirm(page);

    const after = { free: await figure('free'), reserved: await figure('reserved') };
    expect(after.reserved.codes).toEqual(expect.arrayContaining([first, second]));
    const movedMu = (((before.free.squareMetres - after.free.squareMetres) * 3) / 2000).toFixed(2);
    expect((((after.reserved.squareMetres - before.reserved.squareMetres) * 3) / 2000).toFixed(2)).toBe(movedMu);
    expect((await figure('available')).squareMetres).toBeCloseTo(
      after.free.squareMetres + after.reserved.squareMetres,
      6,
    );
    await shows(page, 'reserved', mu(after.reserved.squareMetres));
    await page.getByTestId('card').getByText(project.name).first().waitFor();

    await page.getByTestId('undo').first().click();
    await confirm(page);
    await shows(page, 'reserved', mu(before.reserved.squareMetres));
    expect((await figure('free')).codes).toEqual(before.free.codes);
    expect(complaints).toEqual([]);
    await close();
  });

  test('records the next gate of a parcel; a double click records it once', async () => {
    const acquired = (await figure('acquired')).codes;
    const parcel = (await figure('approved')).codes.find((code) => !acquired.includes(code))!;
    const { page, close } = await site.open(`/jinling?sel=parcel:${parcel}`, { staff: '李地', map: false });
    await page.getByTestId('record-gate').first().click();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    const seen = (await events()).length;
    await page.getByTestId('confirm').dblclick();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    expect((await events()).length).toBe(seen + 1);
    expect((await figure('acquired')).codes).toContain(parcel);
    await close();
  });

  test('is refused in words: a chainage beyond the road, and land somebody else has just taken', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R0', { staff: '王路', map: false });
    await page.getByTestId('record-stretch').first().click();
    await page.getByLabel('终点桩号').fill('K9+000');
    await page.locator('form.command [role="alert"], form.command .error').first().waitFor();
    expect(await page.locator('form.command').textContent()).toContain('K2+973');
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);

    const [parcel] = (await figure('free')).codes;
    await page.goto(`${site.server.url}/jinling?sel=parcel:${parcel}`);
    await mapDrawn(page);
    await page.getByTestId('assign').first().click();
    const { projects } = await site.read<{ projects: { code: string; name: string; stage: string }[] }>(
      '/api/parks/jinling/projects',
    );
    const [mine, other] = projects.filter(({ stage }) => stage === 'planned');
    await page.locator('#assign-project').fill(mine!.name);
    await page.getByRole('option', { name: mine!.name }).first().click();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
    const colleague = await site.as('周招商');
    const answer = await colleague('/api/parks/jinling/commands/assign-parcels', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        basedOn: seq,
        input: { project: other!.code, parcels: [parcel], kind: 'hold', fromOn: '2007-11-30', untilOn: null },
      }),
    });
    expect(answer.status).toBe(200);
    await page.getByTestId('holder').waitFor();
    const refusal = await page.locator('form.command').textContent();
    for (const text of [other!.name, '周招商']) expect(refusal).toContain(text);
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);
    expect((await figure('reserved')).codes).toContain(parcel);
    const card = await site.read<{ claims: { project: string }[] }>(`/api/parks/jinling/parcels/${parcel}`);
    expect(card.claims.map((claim) => claim.project)).toEqual([other!.code]);
    await close();
  });

  test('works on a phone', async () => {
    const [parcel] = (await figure('free')).codes;
    const { page, complaints, close } = await site.open(`/jinling?sel=parcel:${parcel}`, {
      width: 390,
      height: 844,
      map: false,
    });
    const card = page.getByTestId('card');
    await card.waitFor();
    const box = (await card.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
