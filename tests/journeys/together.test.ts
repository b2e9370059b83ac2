import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { jsonPost } from '../support/people.ts';

const patience = { timeout: 60_000 };
const land = { staff: '李地', roles: ['land-clerk'], map: false } as const;
const road = { staff: '王路', roles: ['road-clerk', 'land-clerk'], map: false } as const;
const card = '/jinling?theme=status&sel=parcel:D-01';

describe('people at the same time', () => {
  let site: Site;
  let day = 0;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const note = (page: Page) => page.getByTestId('presence').first();
  const says = (page: Page, text: string) => expect.poll(() => note(page).textContent(), patience).toContain(text);
  const isQuiet = (page: Page) => expect.poll(async () => (await note(page).textContent())?.trim(), patience).toBe('');

  /** Records something through another connection; the number of the event. */
  async function record(): Promise<number> {
    const clerk = await site.as('赵领');
    const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
    const plannedOn = new Date(Date.UTC(2030, 0, (day += 1))).toISOString().slice(0, 10);
    const input = { parcels: ['A-01'], gate: 'telecom', plannedOn };
    const order = { id: crypto.randomUUID(), basedOn: seq, input };
    const answer = await clerk('/api/parks/jinling/commands/plan-gate', jsonPost(order));
    return ((await answer.json()) as { seq: number }).seq;
  }
  /** Counts how often the page asks for the state anew, which it does when it hears of an event. */
  function followed(page: Page): () => number {
    let count = 0;
    page.on('response', (answer) => {
      if (answer.url().includes('/jinling/state') && answer.ok()) count += 1;
    });
    return () => count;
  }

  const look = (page: Page, state: 'visible' | 'hidden') =>
    page.evaluate(
      `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
       document.dispatchEvent(new Event('visibilitychange'))`,
    );

  test('two clerks on one parcel see each other on the card and in the form, a visitor sees nobody', async () => {
    const his = await site.open(card, land);
    const hers = await site.open(card, road);
    const visitor = await site.open(card, { map: false });
    await says(hers.page, '李地 正在看');
    await says(his.page, '王路 正在看');
    await his.page.getByTestId('begin-telecom').click();
    await his.page.getByTestId('confirm').waitFor();
    await says(hers.page, '李地 正在登记');
    await hers.page.getByTestId('begin-telecom').click();
    await hers.page.getByTestId('confirm').waitFor();
    await says(hers.page, '请先与对方确认');
    await says(his.page, '王路 正在登记');
    expect(await visitor.page.locator('body').textContent()).not.toContain('李地');
    await his.close();
    await isQuiet(hers.page);
    await Promise.all([hers.close(), visitor.close()]);
    for (const { complaints } of [his, hers, visitor]) expect(complaints).toEqual([]);
  });

  test('two tabs of one person are not somebody else', async () => {
    const { page, close } = await site.open(card, land);
    const second = await page.context().newPage();
    await second.goto(site.server.url + card);
    await mapDrawn(second);
    const third = await site.open(card, road);
    await says(third.page, '李地 正在看');
    expect(await third.page.getByTestId('presence').first().textContent()).toBe('李地 正在看');
    expect(await note(page).textContent()).not.toContain('李地');
    expect(await note(second).textContent()).not.toContain('李地');
    await close();
    await third.close();
  });

  test('the tabs of one browser share one connection, and another takes over when its tab is closed', async () => {
    const first = await site.open('/jinling', land);
    const context = first.page.context();
    const feeds = new Set<unknown>();
    context.on('request', (request) => request.url().endsWith('/events') && feeds.add(request));
    context.on('request', (request) => request.url().includes('/events?') && feeds.add(request));
    const others: Page[] = [];
    for (let tab = 0; tab < 2; tab += 1) {
      const page = await context.newPage();
      await page.goto(`${site.server.url}/jinling`);
      await mapDrawn(page);
      others.push(page);
    }
    const counts = [first.page, ...others].map(followed);
    await record();
    for (const count of counts) await expect.poll(count, patience).toBeGreaterThan(0);
    expect(feeds.size).toBe(0);

    await first.page.close();
    await expect.poll(() => feeds.size, patience).toBe(1);
    const before = counts.slice(1).map((count) => count());
    await record();
    for (const [at, count] of counts.slice(1).entries()) {
      await expect.poll(count, patience).toBeGreaterThan(before[at]!);
    }
    expect(feeds.size).toBe(1);
    await context.close();
  });

  test('a tab that is asleep leaves the connection to one that is looked at', async () => {
    const first = await site.open('/jinling', { map: false });
    const context = first.page.context();
    const second = await context.newPage();
    await second.goto(`${site.server.url}/jinling`);
    await mapDrawn(second);
    const feeds: Request[] = [];
    context.on('request', (request) => /\/events(\?|$)/.test(request.url()) && feeds.push(request));
    const count = followed(second);
    const nods = first.page.waitForEvent('console');
    const asleep = first.page.evaluate(
      'console.info("asleep"); for (const until = Date.now() + 12_000; Date.now() < until; ) continue',
    );
    await nods;
    await look(second, 'visible');
    await expect.poll(() => feeds.length, patience).toBe(1);
    await record();
    await expect.poll(count, patience).toBeGreaterThan(0);
    await asleep;
    const awake = followed(first.page);
    await record();
    await expect.poll(awake, patience).toBeGreaterThan(0);
    expect(feeds).toHaveLength(1);
    await context.close();
  });

  test('without a secure page each tab has its own connection and gives it back while nobody looks', async () => {
    const { page, close } = await site.open('/jinling', { map: false });
    const context = page.context();
    await context.addInitScript(`Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })`);
    const open = new Set<unknown>();
    const isFeed = (request: Request) => /\/events(\?|$)/.test(request.url());
    context.on('request', (request) => isFeed(request) && open.add(request));
    context.on('requestfailed', (request) => open.delete(request));
    context.on('requestfinished', (request) => open.delete(request));
    await page.clock.install();
    await page.reload();
    await mapDrawn(page);
    const count = followed(page);
    expect(open.size).toBe(1);
    await record();
    await expect.poll(count, patience).toBeGreaterThan(0);

    await look(page, 'hidden');
    await page.clock.fastForward(31_000);
    await expect.poll(() => open.size, patience).toBe(0);
    const before = count();
    await record();
    await look(page, 'visible');
    await expect.poll(count, patience).toBeGreaterThan(before);
    expect(open.size).toBe(1);
    await close();
  });

  test('a page that was without a network hears at once what it missed', async () => {
    const { page, close } = await site.open('/jinling', land);
    const context = page.context();
    await context.setOffline(true);
    await page.getByTestId('trouble').waitFor();
    const count = followed(page);
    await record();
    await context.setOffline(false);
    await expect.poll(count, patience).toBeGreaterThan(0);
    await page.getByTestId('trouble').waitFor({ state: 'detached' });
    await close();
  });
});
