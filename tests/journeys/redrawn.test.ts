import type { FeatureCollection, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo } from '../support/accessible-page.ts';
import { mapDrawn } from '../support/browser.ts';
import { cutInTwo } from '../support/cut-in-two.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { jsonPost } from '../support/people.ts';

const patience = { timeout: 60_000 };
const on = '2007-12-01';
const placing = { system: 4490, isSwapped: false, droppedPrefix: null, transformation: null };

describe('a parcel that is divided', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** D-03 becomes D-31 and D-32 from the first of December on; the number of the event. */
  async function divide(): Promise<number> {
    const ask = await site.as('周主任');
    const layer = await site.read<FeatureCollection<Polygon>>('/api/parks/jinling/layers/parcels');
    const whole = layer.features.find(({ properties }) => properties?.['code'] === 'D-03')!;
    const content = JSON.stringify({ type: 'FeatureCollection', features: cutInTwo(whole, ['D-31', 'D-32']) });
    const kept = await ask('/api/parks/jinling/imports?name=D-03.geojson', { method: 'POST', body: content });
    const { import: file } = (await kept.json()) as { import: { id: string } };
    const { seq: basedOn } = await site.read<{ seq: number }>('/api/parks/jinling');
    const input = { import: file.id, on, placing, chosen: 'all', reason: '分割出让' };
    const order = { id: crypto.randomUUID(), basedOn, input };
    const answer = await ask('/api/parks/jinling/commands/import-land', jsonPost(order));
    expect(answer.status, await answer.clone().text()).toBe(200);
    return ((await answer.json()) as { seq: number }).seq;
  }

  test('is seen at once on an open map, on the right days, with its history, beside the day before, and is taken back', async () => {
    const { page, complaints, close } = await site.open('/jinling?theme=status&on=2007-12-31&sel=parcel:D-03', {
      staff: '钱主任',
    });
    const seq = await divide();
    const search = page.locator('input[role="combobox"]');
    const offered = async (text: string) => {
      await search.fill(text);
      return (await page.locator('[role="option"] strong').allInnerTexts()).join(' ');
    };
    await expect.poll(() => offered('D-31'), patience).toContain('D-31');
    await search.press('Escape');

    await goTo(page, '/jinling?theme=status&on=2007-12-31&sel=parcel:D-31');
    await page.locator('[data-test="card"] article h2', { hasText: 'D-31' }).waitFor();
    await mapDrawn(page);
    await page.getByText('导入地块界线').first().waitFor();
    await page.getByText('分割出让').first().waitFor();

    await goTo(page, '/jinling?theme=status&on=2007-11-30&sel=parcel:D-03');
    await page.locator('[data-test="card"] article h2', { hasText: 'D-03' }).waitFor();
    await expect.poll(() => offered('D-31'), patience).not.toContain('D-31');
    await search.press('Escape');

    await goTo(page, '/jinling?theme=status&on=2007-12-01&against=2007-11-30');
    await page.getByTestId('difference-planned-all').click();
    await page.getByText('地块界线变动').first().waitFor();
    await page.locator('.curtain .park-map[aria-busy="false"]').waitFor({ timeout: 90_000 });

    const ask = await site.as('周主任');
    const undone = await ask(
      '/api/parks/jinling/commands/undo',
      jsonPost({ id: crypto.randomUUID(), basedOn: seq, input: { seq, reason: null } }),
    );
    expect(undone.status, await undone.clone().text()).toBe(200);
    await goTo(page, '/jinling?theme=status&on=2007-12-31');
    await expect.poll(() => offered('D-03'), patience).toContain('D-03');
    expect(complaints).toEqual([]);
    await close();
  });
});
