import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapDrawn } from '../support/browser.ts';
import { openSite, type Site } from '../support/open-page.ts';
import { jsonPost, testPassword, usernameOf } from '../support/people.ts';

const patience = { timeout: 60_000 };
const phone = { width: 390, height: 844, serviceWorker: true, map: false } as const;

/** What the worker keeps, once it stands between the page and the network. */
const keptPaths = `(async () => {
  if (navigator.serviceWorker.controller === null) return [];
  const kept = await (await caches.open('yuantu-answers')).keys();
  return kept.map(({ url }) => new URL(url).pathname);
})()`;

interface RoadLayer {
  features: { properties: { code: string; chainages: number[] }; geometry: { coordinates: [number, number][] } }[];
}
interface Logged {
  seq: number;
  id: string;
  command: string;
  actor: string;
  input: { road?: string; fromMetres?: number };
}

describe('in the field', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const eventsOf = async (actor: string) => {
    const { events } = await site.read<{ events: Logged[] }>('/api/parks/jinling/history');
    return events.filter((event) => event.actor === actor);
  };
  const figure = (page: Page) => page.getByTestId('figure-available-all').textContent();
  const count = (page: Page) => page.getByTestId('outbox-count');
  const openOutbox = (page: Page) => page.getByTestId('outbox-button').click();
  const closeOutbox = (page: Page) => page.locator('dialog').getByRole('button', { name: '关闭' }).click();

  /** The first visit is over once the worker stands before the page and keeps all that the map and the cards need. */
  async function keptForOffline(page: Page): Promise<void> {
    const isKept = async () => {
      const paths = await page.evaluate<string[]>(keptPaths);
      const layers = ['base', 'plan-versions', 'survey', 'phases', 'zones', 'parcels', 'roads', 'works'];
      const needed = ['state', 'account', 'roads', 'roads/R0', 'roads/R1', ...layers.map((name) => `layers/${name}`)];
      return ['/api/parks', '/api/parks/jinling', ...needed.map((end) => `/api/parks/jinling/${end}`)].every((path) =>
        paths.includes(path),
      );
    };
    await expect.poll(isKept, patience).toBe(true);
  }

  /** On the open card of a road. */
  async function recordStretch(page: Page, layer: string, from: string, to: string): Promise<void> {
    await page.getByTestId('record-stretch').click();
    await page.getByLabel('工序', { exact: true }).selectOption(layer);
    await page.getByLabel('起点桩号').fill(from);
    await page.getByLabel('终点桩号').fill(to);
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  }

  test('the page can be installed', async () => {
    const manifest = await site.read<{ name: string; start_url: string; icons: { src: string; sizes: string }[] }>(
      '/manifest.webmanifest',
    );
    expect(manifest).toMatchObject({ name: '园图', start_url: '/', display: 'standalone' });
    for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
      const bytes = Buffer.from(await (await fetch(site.server.url + src)).arrayBuffer());
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
    const worker = await fetch(`${site.server.url}/service-worker.js`);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toContain('text/javascript');
    expect(await worker.text()).toContain('/index.html');
  });

  test('opened once, it opens without a network: the last map, figures and person; orders wait and are done once', async () => {
    const desk = { width: 1280, height: 720, serviceWorker: true, staff: '王路', roles: ['road-clerk'] } as const;
    const { page, close } = await site.open('/jinling?theme=status', desk);
    expect(await page.getByTestId('bulk').count()).toBe(0);
    await keptForOffline(page);
    const available = await figure(page);
    const context = page.context();

    await context.setOffline(true);
    await page.goto(`${site.server.url}/jinling?theme=status&sel=road:R0`);
    await mapDrawn(page);
    expect(await figure(page)).toBe(available);
    await expect.poll(() => page.getByTestId('trouble').textContent(), patience).toMatch(/离线 · 数据截至 .+ 的副本/);

    await recordStretch(page, 'subgrade', 'K1+700', 'K1+800');
    await recordStretch(page, 'subgrade', 'K1+800', 'K1+900');
    await expect.poll(() => count(page).textContent(), patience).toBe('2');
    await openOutbox(page);
    await expect.poll(() => page.getByTestId('outbox-waiting').count(), patience).toBe(2);
    expect(await page.getByTestId('outbox-waiting').first().textContent()).toContain('K1+700–K1+800');
    await closeOutbox(page);
    await page.reload();
    await mapDrawn(page);
    await expect.poll(() => count(page).textContent(), patience).toBe('2');
    expect(await eventsOf('王路')).toEqual([]);

    const given: string[] = [];
    await context.route('**/commands/record-stretch', async (route) => {
      const { id } = route.request().postDataJSON() as { id: string };
      given.push(id);
      if (given.length > 1) return route.continue();
      const answer = await route.fetch();
      expect(answer.status()).toBe(200);
      await route.abort('connectionreset');
    });
    await context.setOffline(false);
    await expect.poll(async () => (await eventsOf('王路')).length, patience).toBe(2);
    await count(page).waitFor({ state: 'detached' });
    await context.unroute('**/commands/record-stretch');

    expect(given).toHaveLength(3);
    expect(given[1]).toBe(given[0]);
    const events = (await eventsOf('王路')).sort((a, b) => a.seq - b.seq);
    expect(events.map(({ id }) => id)).toEqual([given[0], given[2]]);
    expect(events.map(({ input }) => input.fromMetres)).toEqual([1700, 1800]);
    await page.getByTestId('trouble').waitFor({ state: 'detached' });
    await openOutbox(page);
    await expect.poll(() => page.getByTestId('outbox-sent').count(), patience).toBe(2);
    await closeOutbox(page);
    await close();
  }, 400_000);

  test('an order somebody else was faster than comes back, is looked at again and sent', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R1', {
      ...phone,
      staff: '赵段',
      roles: ['road-clerk'],
    });
    await keptForOffline(page);
    const context = page.context();
    await context.setOffline(true);
    await recordStretch(page, 'surface', 'K0+000', 'K0+050');

    const other = await site.as('李工');
    const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
    const order = { road: 'R1', layer: 'planting', side: 'full', fromMetres: 0, toMetres: 20, doneOn: '2007-11-30' };
    const body = { id: crypto.randomUUID(), basedOn: seq, input: order };
    const faster = await other('/api/parks/jinling/commands/record-stretch', jsonPost(body));
    expect(faster.status).toBe(200);

    await context.setOffline(false);
    await expect
      .poll(() => page.getByTestId('outbox-button').getAttribute('aria-label'), patience)
      .toContain('被退回 1');
    expect(await eventsOf('赵段')).toEqual([]);
    await openOutbox(page);
    const item = page.getByTestId('outbox-refused');
    await expect.poll(() => item.textContent(), patience).toContain('刚才有人登记了这条道路');
    await page.getByTestId('look-again').click();
    await item.locator('.effect').waitFor();
    await page.getByTestId('send-again').click();
    await page.getByTestId('outbox-sent').first().waitFor();
    expect((await eventsOf('赵段')).map(({ command, input }) => [command, input.road])).toEqual([
      ['record-stretch', 'R1'],
    ]);
    await close();
  });

  test('a session that ended meanwhile loses nothing: after signing in again the order is sent', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R0', {
      ...phone,
      staff: '孙场',
      roles: ['road-clerk'],
    });
    await keptForOffline(page);
    const context = page.context();
    await context.setOffline(true);
    await page.reload();
    await mapDrawn(page);
    await recordStretch(page, 'subgrade', 'K2+100', 'K2+150');
    const clerk = { name: '孙场', roles: ['road-clerk'] } as const;
    expect((await (await site.as(clerk))('/api/session', { method: 'DELETE' })).status).toBe(200);
    await context.setOffline(false);

    await page.getByTestId('outbox-sign-in').waitFor();
    await expect.poll(() => count(page).textContent(), patience).toBe('1');
    expect(await page.getByTestId('outbox-sign-in').textContent()).toContain('请重新登录：这里有 孙场 记下的 1 条');
    await page.getByTestId('outbox-sign-in').getByRole('button', { name: '重新登录' }).click();
    await page.locator('#sign-in-username').fill(usernameOf(clerk.name, clerk.roles));
    await page.locator('#sign-in-password').fill(testPassword);
    await page.getByTestId('enter').click();
    await expect.poll(async () => (await eventsOf('孙场')).length, patience).toBe(1);
    await count(page).waitFor({ state: 'detached' });
    await close();
  });

  test('where am I: the map goes along until it is dragged, and says so in words when it cannot', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R1', { width: 390, height: 844 });
    const context = page.context();
    await page.getByTestId('locate').click();
    await expect.poll(() => page.getByTestId('position-note').textContent(), patience).toContain('没有允许定位');

    await context.grantPermissions(['geolocation']);
    const { bounds } = await site.read<{ bounds: [number, number, number, number] }>('/api/parks/jinling');
    const [west, south, east, north] = bounds;
    const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
    await context.setGeolocation({ ...middle, accuracy: 12 });
    await page.getByTestId('locate').click();
    await page.getByTestId('my-position').locator('.dot').waitFor();
    await page.getByTestId('position-note').waitFor({ state: 'detached' });
    const stands = () => page.getByTestId('locate').getAttribute('class');
    await expect.poll(stands, patience).toContain('following');
    const zoom = () => new URL(page.url()).searchParams.get('at')?.split(',')[2];
    await expect.poll(zoom, patience).toBe('16.00');
    await mapDrawn(page);
    expect(zoom()).toBe('16.00');
    const box = (await page.locator('.park-map').boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 130, box.y + 240, { steps: 4 });
    await page.mouse.up();
    await expect.poll(stands, patience).toContain('shown');

    await context.setGeolocation({ longitude: middle.longitude, latitude: north + 0.1, accuracy: 12 });
    await expect
      .poll(() => page.getByTestId('position-note').textContent(), patience)
      .toMatch(/园区范围外，距园区约 1\d\.\d 公里/);
    await close();
  }, 400_000);

  test('walking along a road fills in the chainage of both ends', async () => {
    const { page, close } = await site.open('/jinling?sel=road:R0', {
      width: 390,
      height: 844,
      map: false,
      staff: '周巡',
      roles: ['road-clerk'],
    });
    const context = page.context();
    await context.grantPermissions(['geolocation']);
    const { features } = await site.read<RoadLayer>('/api/parks/jinling/layers/roads');
    const { properties, geometry } = features.find((feature) => feature.properties.code === 'R0')!;
    const stand = async (at: number, accuracy: number) => {
      const [longitude, latitude] = geometry.coordinates[at]!;
      await context.setGeolocation({ longitude, latitude, accuracy });
    };
    const mark = (at: number) => {
      const metres = Math.round(properties.chainages[at]!);
      return `K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, '0')}`;
    };
    const [start, end] = [10, geometry.coordinates.length - 5];
    await page.getByTestId('record-stretch').click();
    await stand(start, 6);
    await page.getByTestId('take-from').click();
    await expect.poll(() => page.getByLabel('起点桩号').inputValue(), patience).toBe(mark(start));
    await stand(end, 6);
    await page.getByTestId('take-to').click();
    await expect.poll(() => page.getByLabel('终点桩号').inputValue(), patience).toBe(mark(end));
    expect(await page.locator('form.command').textContent()).toContain('定位精度 ±6 米');

    await stand(start, 120);
    await page.getByTestId('take-to').click();
    await page.getByText('定位精度只有 ±120 米').waitFor();
    const [longitude, latitude] = geometry.coordinates[start]!;
    await context.setGeolocation({ longitude, latitude: latitude + 0.002, accuracy: 6 });
    await page.getByTestId('take-to').click();
    await page.getByText(/您距这条路的中线 \d+(\.\d)? 米/).waitFor();
    expect(await page.getByLabel('终点桩号').inputValue()).toBe(mark(end));
    await close();
  }, 400_000);
});
