import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, goTo, isWithin, loaded } from '../support/accessible-page.ts';
import { openBrowser, mapDrawn, takeWebGlAway, type OwnWindows } from '../support/browser.ts';
import { openFaultyHouse } from '../support/faulty-park.ts';
import { jsonPost, makePerson, signIn, testPassword, type Ask } from '../support/people.ts';
import { fillIn } from '../support/person-page.ts';
import { startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';

const card = '[data-test="card"]';
const form = 'form.command';
/** Each language and each width meets every screen once. */
const windows = [
  { width: 1440, height: 900, locale: 'zh-CN' },
  { width: 390, height: 844, locale: 'en' },
];

interface State {
  parcels: { code: string; status: string }[];
}
interface Parcel {
  gates: { gate: string; doneOn: string | null }[];
}
interface Account {
  rows: { figures: Record<string, { codes: string[] }> }[];
}
interface Projects {
  projects: { code: string; stage: string; claims: { parcel: string }[] }[];
}

describe('every screen', () => {
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: OwnWindows;
  let colleague: Ask;
  beforeAll(async () => {
    const { house, close } = await openFaultyHouse(folder.path);
    await makePerson(house, { name: '李主任', roles: ['leader', 'admin'] }, 'li');
    await makePerson(house, { name: '赵领', roles: ['leader'] }, 'zhao');
    await close();
    server = await startServer({ DATA_DIR: join(folder.path, 'store') });
    browser = await openBrowser();
    colleague = await signIn((path, init) => fetch(server.url + path, init), 'zhao');
    await give('plan-gate', { parcels: ['A-01'], gate: 'telecom', plannedOn: '2009-01-01' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });

  const read = async <T>(path: string) => (await (await colleague(`/api/parks/jinling${path}`)).json()) as T;
  /** What a colleague records meanwhile. */
  const give = async (command: string, input: object) => {
    const { seq } = await read<{ seq: number }>('');
    const order = { id: crypto.randomUUID(), basedOn: seq, input };
    const answer = await colleague(`/api/parks/jinling/commands/${command}`, jsonPost(order));
    expect(answer.status, await answer.text()).toBe(200);
  };
  const parcelThatIs = async (status: string) =>
    (await read<State>('/state')).parcels.find((parcel) => parcel.status === status)!.code;
  const parcelWithoutTelecom = async () => {
    for (const { code } of (await read<State>('/state')).parcels.filter(({ status }) => status === 'acquired')) {
      const { gates } = await read<Parcel>(`/parcels/${code}`);
      if (gates.find(({ gate }) => gate === 'telecom')?.doneOn === null) return code;
    }
    throw new Error('no acquired parcel without telecom');
  };

  describe.each(windows)('at $width × $height in $locale', ({ width, height, locale }) => {
    /** One window draws the map, the other cannot: every picture of the map takes seconds. */
    let drawn: Page;
    let bare: Page;
    let page: Page;
    const contexts: BrowserContext[] = [];
    const found: string[] = [];
    const staff = new Set<Page>();
    const isNarrow = width < 860;
    const openPage = async (hasMap: boolean) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        hasTouch: isNarrow,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      contexts.push(context);
      if (!hasMap) await takeWebGlAway(context);
      const opened = await context.newPage();
      opened.setDefaultTimeout(60_000);
      opened.on('pageerror', ({ message }) => found.push(message));
      await opened.goto(`${server.url}/jinling?theme=status&lang=${locale}`);
      await mapDrawn(opened);
      return opened;
    };
    beforeAll(async () => {
      drawn = await openPage(true);
      bare = await openPage(false);
    });
    afterAll(async () => {
      for (const context of contexts) await context.close();
    });

    const go = async (query: string, path = '/jinling') =>
      goTo(page, `${path}?theme=status&lang=${locale}${query === '' ? '' : `&${query}`}`);
    /** Adds what axe finds, and what is wider than the window. */
    const look = async (name: string, part?: string) => {
      if (part) await page.locator(part).first().waitFor();
      found.push(...(await faultsOf(page, part)).map((fault) => `${name}: ${fault}`));
      if (!(await isWithin(page))) found.push(`${name}: wider than the window`);
    };
    const nothingFound = () => expect(found.splice(0).join('\n')).toBe('');
    const openMenu = async () => {
      if (isNarrow) await page.locator('header .popover > button').click();
    };
    const beStaff = async () => {
      if (staff.has(page)) return;
      await go('');
      await openMenu();
      await page.getByTestId('sign-in').click();
      await fillIn(page, { username: 'li', password: testPassword });
      await page.getByTestId('sign-in-dialog').waitFor({ state: 'detached' });
      // Only those who are signed in have a journal.
      await page.getByTestId('tab-journal').waitFor({ state: 'attached' });
      staff.add(page);
    };
    /** Opens a form of a card by its key. */
    const begin = async (selection: string, key: string) => {
      await go(`sel=${selection}`);
      await page.locator(`${card} .steps`).waitFor();
      await page.keyboard.press(key);
      await page.locator(form).waitFor();
    };
    const leave = async () => {
      await page.keyboard.press('Escape');
      await page.locator(form).waitFor({ state: 'detached' });
    };

    test('of a visitor: the map and its controls', async () => {
      page = drawn;
      await look('map');
      await page.locator('.legend-card button').first().click();
      await look('legend', '.legend-card');
      await page.locator('.legend-card .page').nth(1).click();
      await look('layers', '.legend-card');
      await page.locator('.legend-card .icon-button').click();
      await go('sel=parcel:D-01');
      await page.getByTestId('verdict').waitFor();
      await look('parcel');
      nothingFound();
    });

    test('of a visitor: the panels and cards', async () => {
      page = bare;
      await look('park without a map');
      if (isNarrow) await page.locator('header .search button').click();
      await page.locator('input[role="combobox"]').fill('D-0');
      await page.locator('[role="option"]').first().waitFor();
      await look('search', 'header');
      await page.locator('input[role="combobox"]').press('Escape');
      await openMenu();
      await look('header', 'header');
      if (isNarrow) await page.keyboard.press('Escape');
      for (const panel of ['projects', 'works', 'overview', 'journal']) {
        await go(`panel=${panel}`);
        await page.locator('#panel > *').first().waitFor();
        await loaded(page);
        await look(panel, '#panel');
      }
      await go('panel=readiness');
      await page.getByTestId('batches').waitFor();
      await look('readiness');
      await page.getByTestId('group-blocked-').click();
      await page.getByTestId('lot-total').waitFor();
      await look('parcels of a lot', '#panel');
      await go('figure=available');
      await look('parcels of a figure', '#panel');
      for (const selection of ['road:R2', 'work:W-03', 'project:P-01', 'spot:117.900000,27.900000', 'parcel:Z-99']) {
        await go(`sel=${selection}`);
        await page.locator(`${card} article h2`).waitFor();
        await loaded(page);
        await look(selection, card);
      }
      await go('', '/nowhere');
      await page.locator('.unknown').waitFor();
      await look('unknown park');
      await go('', '/jinling/people');
      await page.getByTestId('people-closed').waitFor();
      await look('people of a visitor');
      nothingFound();
    });

    test('of the comparison', async () => {
      page = drawn;
      await go('against=2007-12-31');
      await page.getByTestId('changes').waitFor();
      await page.locator('.curtain .park-map[aria-busy="false"]').waitFor({ timeout: 90_000 });
      await look('comparison');
      await page.getByTestId('difference-available-all').click();
      await look('what moved', '[data-test="moved"]');
      nothingFound();
    });

    test('of the ledger, the dashboard and the report', async () => {
      page = bare;
      await go('finding=overlap.parcel:HS-06.zone:v2-Z002', '/heshun');
      await page.getByTestId('areas').waitFor();
      await look('ledger');
      await go('', '/jinling/dashboard');
      await page.getByTestId('chart-funds').locator('svg').first().waitFor();
      await page.getByTestId('table-land').click();
      await look('dashboard');
      await go('', '/jinling/report');
      await page.getByTestId('figure-F11').first().click();
      await page.getByTestId('figure-card').waitFor();
      await look('report');
      nothingFound();
    });

    test('of staff: signing in, the cards and the form of every command', async () => {
      page = bare;
      await go('');
      await openMenu();
      await page.getByTestId('sign-in').click();
      await fillIn(page, { username: 'li', password: 'wrong' });
      await page.getByTestId('sign-in-refused').waitFor();
      await look('signing in', '[data-test="sign-in-dialog"]');
      await page.keyboard.press('Escape');
      await beStaff();
      const reserved = (await read<Projects>('/projects')).projects.find(({ claims }) => claims.length > 0)!;
      const free = (await read<Account>('/account')).rows.at(-1)!.figures['free']!.codes[0]!;
      const client = crypto.randomUUID();
      const sighting = { client, subject: 'parcel:A-01', also: [], doing: 'recording' };
      await colleague('/api/parks/jinling/presence', jsonPost(sighting));
      await go('sel=parcel:A-01');
      await page.locator(`${card} [data-test="event"]`).first().waitFor();
      await page.locator(`${card} .note .recording`).waitFor();
      await look('parcel with history and presence', card);
      for (const [name, selection, key] of [
        ['undo', 'parcel:A-01', 'u'],
        ['gate', `parcel:${await parcelThatIs('approved')}`, 'g'],
        ['stretch', 'road:R0', 's'],
        ['work', 'work:W-03', 'w'],
        ['claim', `parcel:${free}`, 'a'],
        ['release', `parcel:${reserved.claims[0]!.parcel}`, 'r'],
        ['stage', `project:${reserved.code}`, 't'],
      ] as const) {
        await begin(selection, key);
        if (name === 'claim') await page.locator(`${form} .segmented button`).nth(2).click();
        await page.locator('[data-test="extra"] summary').click();
        await loaded(page);
        await look(name, form);
        await leave();
        await loaded(page);
        await look(`card of ${name}`, card);
      }
      nothingFound();
    });

    test('of two who record the same, and of a calendar', async () => {
      page = bare;
      await beStaff();
      const parcel = await parcelWithoutTelecom();
      await go(`sel=parcel:${parcel}`);
      await page.getByTestId('begin-telecom').click();
      await page.locator('#gate-day').click();
      await page.locator('.el-picker__popper').first().waitFor();
      await look('calendar', '.el-picker__popper');
      await page.keyboard.press('Escape');
      await page.locator('#gate-document').fill('甲');
      await page.locator('[data-test="confirm"]:enabled').waitFor();
      await give('record-gate', { parcels: [parcel], gate: 'telecom', doneOn: '2007-11-21', document: '乙' });
      await page.getByTestId('conflict').waitFor();
      await look('conflict', form);
      await leave();
      nothingFound();
    });

    test('of the journal and a spot', async () => {
      page = bare;
      await beStaff();
      await go('panel=journal');
      await page.getByTestId('event').first().waitFor();
      await look('journal');
      const [west, south, east, north] = (await read<{ bounds: number[] }>('')).bounds as [
        number,
        number,
        number,
        number,
      ];
      await go(`sel=spot:${((west + east) / 2).toFixed(6)},${((south + north) / 2).toFixed(6)}`);
      await page.locator('[data-test="spot"] .block').first().waitFor();
      await look('spot', card);
      nothingFound();
    });

    test('of staff: the map, and many parcels', async () => {
      page = drawn;
      await beStaff();
      await openMenu();
      await look('map of staff');
      if (isNarrow) await page.keyboard.press('Escape');
      await go('');
      await page.keyboard.press('b');
      await page.locator('.choose tbody tr').first().waitFor();
      await page.getByTestId('select-all').click();
      await page.getByTestId('tool-box').click();
      await look('choosing many', '.choose');
      await look('tools', '.map-tools');
      await page.getByTestId('bulk-record-gate').click();
      await page.getByTestId('refused-parcels').waitFor();
      await look('gate of many', form);
      await leave();
      nothingFound();
    });
  });
});
