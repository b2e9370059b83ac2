import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { jsonPost } from '../support/people.ts';
import { photo } from '../support/photo.ts';

const patience = { timeout: 60_000 };

interface Layer {
  features: { properties: { code: string }; geometry: { coordinates: number[][][] } }[];
}
interface History {
  events: { seq: number; command: string; undoes: number | null; documents: string[] }[];
}

describe('history', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const events = async () => (await site.read<History>('/api/parks/jinling/history')).events;
  const middleOf = async (code: string): Promise<[number, number]> => {
    const { features } = await site.read<Layer>('/api/parks/jinling/layers/parcels');
    const ring = features.find(({ properties }) => properties.code === code)!.geometry.coordinates[0]!.slice(1);
    const mean = (at: number) => ring.reduce((sum, corner) => sum + corner[at]!, 0) / ring.length;
    return [mean(0), mean(1)];
  };
  const nextParcel = async () => {
    const { parcels } = await site.read<{ parcels: { code: string; status: string }[] }>('/api/parks/jinling/state');
    return parcels.find(({ status }) => status === 'approved')!.code;
  };
  /** A photo with a picture: of the page itself. */
  const photoAt = async (page: Page, [longitude, latitude]: readonly [number, number]) =>
    Buffer.from(
      photo(
        { takenAt: '2007:12:05 09:30:00', longitude, latitude },
        await page.screenshot({ type: 'jpeg', clip: { x: 500, y: 100, width: 320, height: 240 } }),
      ),
    );
  const confirm = async (page: Page) => {
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  };

  /** What axe finds that keeps people out. */
  const serious = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).exclude('.maplibregl-canvas').analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  test('a photo with its place comes with a gate; the history shows it; undo works after a reload', async () => {
    const parcel = await nextParcel();
    const place = await middleOf(parcel);
    const { page, complaints, close } = await site.open(`/jinling?sel=parcel:${parcel}`, {
      staff: '李地',
      map: false,
    });
    const seen = (await events()).length;
    await page.getByTestId('record-gate').click();
    await page.getByTestId('extra').locator('summary').click();
    const picture = await photoAt(page, place);
    await page.getByTestId('documents').setInputFiles([
      { name: '征收 \u202Egpj.现场.jpg', mimeType: 'image/jpeg', buffer: picture },
      {
        name: '<b>网页</b>.html',
        mimeType: 'text/html',
        buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
      },
    ]);
    await expect.poll(() => page.getByTestId('upload').count(), patience).toBe(2);
    await page.getByText('已上传').waitFor();
    await page.getByText('只收照片（JPEG、PNG、WebP）和 PDF').waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: '去掉 <b>网页</b>.html' }).click();
    await expect.poll(() => page.getByTestId('upload').count(), patience).toBe(1);
    await page.locator('#command-reason').fill('<img src=x onerror=alert(1)> 已交地');
    await confirm(page);

    const [event] = await events();
    expect((await events()).length).toBe(seen + 1);
    expect(event!.documents).toHaveLength(1);
    const item = page.getByTestId('event').first();
    await item.getByText('<img src=x onerror=alert(1)> 已交地').waitFor();
    const thumbnail = item.locator('img');
    expect(await thumbnail.getAttribute('alt')).toBe('照片 征收 gpj.现场.jpg，摄于 2007-12-05 09:30');
    await expect
      .poll(() => page.evaluate(`document.querySelector('[data-test="event"] img').naturalWidth`), patience)
      .toBe(320);
    const [full] = await Promise.all([page.context().waitForEvent('page'), item.getByRole('link').click()]);
    await full.waitForLoadState();
    expect(full.url()).toContain(`/documents/${event!.documents[0]}`);
    expect(await full.evaluate('document.images[0].naturalWidth')).toBe(320);
    await full.close();

    await page.reload();
    await mapDrawn(page);
    await page.getByTestId('event').first().locator('img').waitFor();
    await page.getByTestId('undo').first().click();
    await page.getByTestId('extra').locator('summary').click();
    await page.locator('#command-reason').fill('记错了地块');
    await confirm(page);
    await page.getByTestId('event').first().getByText('记错了地块').waitFor();
    expect((await events())[0]).toMatchObject({ undoes: event!.seq });
    expect(complaints.filter((text) => !text.includes('415'))).toEqual([]);
    await close();
  });

  test('an undo that something rests on is refused, naming it', async () => {
    const leader = await site.as('赵主任');
    const give = async (plannedOn: string) => {
      const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
      const input = { parcels: ['A-01'], gate: 'telecom', plannedOn };
      const id = crypto.randomUUID();
      const body = jsonPost({ id, basedOn: seq, input });
      expect((await leader('/api/parks/jinling/commands/plan-gate', body)).status).toBe(200);
      return seq + 1;
    };
    const first = await give('2009-01-01');
    const second = await give('2009-02-01');
    const { page, close } = await site.open('/jinling?sel=parcel:A-01', { staff: '李地', map: false });
    await page
      .getByTestId('event')
      .filter({ hasText: `第 ${first} 号` })
      .getByTestId('undo')
      .click();
    await expect
      .poll(() => page.locator('form.command [role="alert"]').first().textContent(), patience)
      .toContain(`第 ${second} 号`);
    expect(await page.locator('form.command [role="alert"]').first().textContent()).toContain('赵主任');
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);
    await close();
  });

  test('the spot tells what ever lay there: by the right button, by the keyboard, from the card and the photo', async () => {
    const parcel = 'A-01';
    const place = await middleOf(parcel);
    const { page, complaints, close } = await site.open(`/jinling?sel=parcel:${parcel}`, { staff: '李地' });
    await page.getByTestId('spot-of-parcel').click();
    const card = page.getByTestId('spot');
    await card.getByText('先后经过').waitFor();
    const text = (await card.textContent()) ?? '';
    for (const words of ['2006', '2007', `地块 ${parcel}`, '场平', '这里的变更记录']) expect(text).toContain(words);
    expect(new URL(page.url()).searchParams.get('sel')).toMatch(/^spot:117\.\d{6},27\.\d{6}$/);
    await page.getByTestId('spot-marker').waitFor();
    expect(await serious(page)).toEqual([]);

    const link = new URL(page.url());
    link.searchParams.set('at', `${place[0].toFixed(5)},${place[1].toFixed(5)},16.00`);
    link.searchParams.set('panel', 'none');
    await page.goto(link.href);
    await mapDrawn(page);
    await card.getByText('先后经过').waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });

    const canvas = page.locator('.maplibregl-canvas').first();
    await canvas.focus();
    await page.keyboard.press('h');
    await page.getByTestId('spot-menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('spot-menu').waitFor({ state: 'detached' });
    await page.keyboard.press('h');
    await page.keyboard.press('Enter');
    await card.getByText('这里有').waitFor();
    await page.keyboard.press('Escape');

    await card.waitFor({ state: 'detached' });
    await mapDrawn(page);
    await canvas.click({ button: 'right', position: { x: 720, y: 422 } });
    await page.getByTestId('spot-history').click();
    await card.getByText('先后经过').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('a spot outside the park says so, and visitors are told that it is for staff', async () => {
    const { page, close } = await site.open('/jinling?sel=spot:117.900000,27.900000', { staff: '李地', map: false });
    await page.getByTestId('outside').waitFor();
    await close();
    const visitor = await site.open('/jinling?sel=spot:117.900000,27.900000', { map: false });
    await visitor.page.getByText('这里的历史只对管委会人员开放').waitFor();
    expect(await visitor.page.getByTestId('tab-journal').count()).toBe(0);
    await visitor.close();
  });

  test('the journal finds what somebody recorded, and takes it back from there, by keyboard alone', async () => {
    const { page, complaints, close } = await site.open('/jinling?panel=journal', { staff: '李地', map: false });
    const journal = page.getByTestId('journal');
    await journal.getByTestId('event').first().waitFor();
    expect(await journal.getByTestId('event').count()).toBe((await events()).length);
    const actor = encodeURIComponent('赵主任');
    const theirs = (await site.read<History>(`/api/parks/jinling/history?actor=${actor}`)).events.length;
    expect(theirs).toBeGreaterThan(0);
    expect(await serious(page)).toEqual([]);
    await page.locator('#journal-who').selectOption({ label: '赵主任' });
    await expect.poll(() => journal.getByTestId('event').count(), patience).toBe(theirs);
    await page.locator('#journal-what').selectOption('record-work');
    await journal.getByText('没有符合条件的记录').waitFor();
    await page.locator('#journal-what').selectOption('');
    await journal.getByTestId('undo').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    await journal.getByText(/已由第 \d+ 号撤销/).waitFor();
    expect((await events())[0]).toMatchObject({ command: 'undo' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('works with a long press on a phone', async () => {
    const place = await middleOf('A-01');
    const at = `${place[0].toFixed(5)},${place[1].toFixed(5)},16`;
    const { page, complaints, close } = await site.open(`/jinling?at=${at}&panel=none`, {
      width: 390,
      height: 844,
      staff: '李地',
    });
    // What listens to the map for a spot comes with these tools, after the session is known.
    await page.getByTestId('bulk').waitFor();
    await mapDrawn(page);
    const session = await page.context().newCDPSession(page);
    const touchPoints = [{ x: 195, y: 300 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.getByTestId('spot-menu').waitFor();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.getByTestId('spot-history').tap();
    await page.getByTestId('spot').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
