import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo } from '../support/accessible-page.ts';
import { mapDrawn } from '../support/browser.ts';
import { enterOn, tabTo, typeInto, walkRound } from '../support/keyboard.ts';
import { openSite, type Site, type Window } from '../support/open-page.ts';
import { focused } from '../support/person-page.ts';
import { photo } from '../support/photo.ts';

const patience = { timeout: 60_000 };

interface Logged {
  command: string;
  actor: string;
  input: Record<string, unknown>;
  documents: string[];
  undoes: number | null;
}
interface Account {
  rows: { figures: Record<string, { codes: string[] }> }[];
}
interface Project {
  code: string;
  name: string;
  stage: string;
}

/** From the first key to the last nobody touches a mouse. */
describe('by keyboard alone', () => {
  let site: Site;
  let drawn: Window;
  let staff: Window;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    const leader = { staff: '李主任', roles: ['leader', 'admin'] } as const;
    drawn = await site.open('/jinling?theme=status', leader);
    staff = await site.open('/jinling?theme=status', { ...leader, map: false });
    page = drawn.page;
  });
  afterAll(() => site.close());

  const query = (name: string) => new URL(page.url()).searchParams.get(name);
  const becomes = (name: string, value: string | null) => expect.poll(() => query(name), patience).toBe(value);
  const last = async () => (await site.read<{ events: Logged[] }>('/api/parks/jinling/history')).events[0]!;
  const figure = async (column: string) =>
    (await site.read<Account>('/api/parks/jinling/account')).rows.at(-1)!.figures[column]!.codes;
  const planned = async () =>
    (await site.read<{ projects: Project[] }>('/api/parks/jinling/projects')).projects.find(
      ({ stage }) => stage === 'planned',
    )!;
  const open = async (selection: string) => {
    await goTo(page, `/jinling?theme=status&sel=${selection}`);
    await page.locator('[data-test="card"] .steps').waitFor();
    await page.evaluate('document.activeElement.blur()');
  };
  /** Steps of the card are at the end of the page. */
  const begin = async (step: string) => {
    await enterOn(page, `[data-test="${step}"]`, 'Shift+Tab');
    await page.locator('form.command').waitFor();
    expect(await page.evaluate(`document.activeElement.matches('form.command h2')`)).toBe(true);
  };
  /** Confirms the form; the card takes the focus back. */
  const confirm = async () => {
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await enterOn(page, '[data-test="confirm"]');
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), patience).toBe('card');
  };

  test('the map takes the focus, moves, zooms and opens what is in its middle', async () => {
    await tabTo(page, '.maplibregl-canvas');
    await page.locator('.park-map .cross').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => query('at'), patience).not.toBe(null);
    await mapDrawn(page);
    const zoom = () => Number(query('at')?.split(',')[2]);
    const before = zoom();
    await page.keyboard.press('+');
    await expect.poll(zoom, patience).toBeGreaterThan(before);
    await mapDrawn(page);
    await goTo(page, '/jinling?theme=status&at=117.33000,27.55000,14.00');
    await enterOn(page, '.zoom-buttons button:last-child');
    await mapDrawn(page);
    await tabTo(page, '.maplibregl-canvas', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByTestId('card').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('card').waitFor({ state: 'detached' });
    expect(await page.evaluate(`document.activeElement.matches('.maplibregl-canvas')`)).toBe(true);
  });

  test('another day, and two days side by side', async () => {
    await typeInto(page, '.timeline .typed', '2007-10-31');
    await page.keyboard.press('Enter');
    await becomes('on', '2007-10-31');
    await tabTo(page, '.timeline [role="slider"]');
    await page.keyboard.press('ArrowRight');
    await becomes('on', '2007-11-01');
    await page.keyboard.press('PageUp');
    await becomes('on', '2007-12-01');
    await enterOn(page, '[data-test="compare-start"]', 'Shift+Tab');
    await page.getByTestId('compare-day').waitFor();
    await expect.poll(() => page.evaluate(`document.activeElement.closest('.timeline') !== null`)).toBe(true);
    await typeInto(page, '[data-test="compare-day"]', '2008-03-31');
    await page.keyboard.press('Enter');
    await becomes('against', '2008-03-31');
    const curtain = page.getByTestId('curtain');
    await curtain.waitFor();
    const share = async () => Number(await curtain.getAttribute('aria-valuenow'));
    const before = await share();
    await tabTo(page, '[data-test="curtain"]', 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(share, patience).toBe(before - 2);
    await enterOn(page, '[data-test="compare-end"]');
    await becomes('against', null);
  });

  test('layers, search, figures, units and language', async () => {
    page = staff.page;
    await enterOn(page, '.legend-card .opener');
    await page.locator('.legend-card .bar').waitFor();
    await expect.poll(() => page.evaluate(`document.activeElement.closest('.legend-card') !== null`)).toBe(true);
    await enterOn(page, '.legend-card .page:nth-of-type(2)');
    await tabTo(page, '[name^="layer-"]');
    await page.keyboard.press('Space');
    await expect.poll(() => query('layers'), patience).not.toBe(null);
    await page.keyboard.press('Space');
    await enterOn(page, '.legend-card .bar .icon-button', 'Shift+Tab');
    await expect.poll(() => page.evaluate(`document.activeElement.matches('.legend-card .opener')`)).toBe(true);

    await page.keyboard.press('/');
    await page.keyboard.type('D-01');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await becomes('sel', 'parcel:D-01');
    await page.keyboard.press('Escape');
    await becomes('sel', null);

    await enterOn(page, '[data-test="figure-available-all"]');
    await becomes('figure', 'available');
    await expect.poll(() => page.evaluate(`document.activeElement.closest('#panel') !== null`)).toBe(true);
    await enterOn(page, '.members tbody button');
    await page.getByTestId('card').waitFor();
    await page.keyboard.press('Escape');
    await enterOn(page, '.members .head button', 'Shift+Tab');
    await becomes('figure', null);

    await tabTo(page, '[role="tab"][aria-selected="true"]', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await becomes('panel', 'readiness');
    await page.keyboard.press('ArrowLeft');
    await becomes('panel', null);
    await enterOn(page, 'header [aria-label="语言"] button:last-child', 'Shift+Tab');
    await expect.poll(() => page.locator('html').getAttribute('lang'), patience).toBe('en');
    await enterOn(page, 'header [aria-label="Language"] button:first-child', 'Shift+Tab');
    await expect.poll(() => page.locator('html').getAttribute('lang'), patience).toBe('zh-CN');
  });

  test('a gate with its day, reason and photo is recorded and taken back', async () => {
    const [approved, acquired] = [await figure('approved'), await figure('acquired')];
    const parcel = approved.find((code) => !acquired.includes(code))!;
    await open(`parcel:${parcel}`);
    await begin('record-gate');
    await typeInto(page, '#gate-day', '2007-11-27');
    await page.keyboard.press('Enter');
    await typeInto(page, '#gate-document', '示例〔2007〕9 号');
    await enterOn(page, '[data-test="extra"] summary');
    await typeInto(page, '#command-reason', '已交地');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      enterOn(page, '[data-test="choose-document"]'),
    ]);
    const buffer = Buffer.from(photo({ takenAt: '2007:11:27 09:30:00' }));
    await chooser.setFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('已上传').waitFor();
    await confirm();
    const given = await last();
    expect(given).toMatchObject({ command: 'record-gate', actor: '李主任', input: { doneOn: '2007-11-27' } });
    expect(given.documents).toHaveLength(1);
    await begin('undo');
    await confirm();
    expect((await last()).command).toBe('undo');
  });

  test('a stretch of a road, a work, and Escape gives a form up', async () => {
    await open('road:R0');
    await begin('record-stretch');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page), patience).toBe('card');
    await begin('record-stretch');
    await tabTo(page, '#stretch-layer');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#stretch-layer').inputValue()).toBe('subgrade');
    await typeInto(page, '#stretch-from', 'K1+700');
    await typeInto(page, '#stretch-to', 'K1+800');
    await confirm();
    expect(await last()).toMatchObject({ command: 'record-stretch', input: { fromMetres: 1700, toMetres: 1800 } });
    await open('work:W-03');
    await begin('record-work');
    await enterOn(page, '[data-test="day-today"]');
    await confirm();
    expect(await last()).toMatchObject({ command: 'record-work', input: { work: 'W-03' } });
  });

  test('land is reserved, contracted and given back; a project reaches a stage', async () => {
    const [parcel] = await figure('free');
    const project = await planned();
    const claim = async (kind: number) => {
      await begin('assign');
      if ((await page.locator('.el-select__selected-item').allTextContents()).join().includes(project.name)) return;
      await typeInto(page, '#assign-project', project.name);
      await page.locator('.project-option:visible').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await enterOn(page, `form.command .segmented button:nth-child(${kind})`);
    };
    await open(`parcel:${parcel}`);
    await claim(3);
    await confirm();
    expect(await last()).toMatchObject({
      command: 'assign-parcels',
      input: { project: project.code, kind: 'contract' },
    });
    await enterOn(page, '[data-test="more-steps"]', 'Shift+Tab');
    await begin('release');
    await typeInto(page, '#command-reason', '企业放弃');
    await confirm();
    expect(await last()).toMatchObject({ command: 'release-parcels', input: { parcels: [parcel] } });

    await open(`project:${project.code}`);
    await begin('record-stage');
    await tabTo(page, '[name="stage"]');
    await page.keyboard.press('ArrowDown');
    await confirm();
    expect(await last()).toMatchObject({ command: 'record-stage', input: { project: project.code } });
    expect(staff.complaints).toEqual([]);
  });

  test.each([
    ['the map with a card', '/jinling?theme=status&sel=parcel:D-01', '[data-test="verdict"]', () => drawn],
    ['the dashboard', '/jinling/dashboard', '[data-test="chart-funds"] svg', () => staff],
    ['the report', '/jinling/report', '[data-test="figure-F11"]', () => staff],
    ['the people', '/jinling/people', '[data-test="person-admin"]', () => staff],
  ])('on %s Tab reaches everything, and the focus is seen everywhere', async (_, path, sign, window) => {
    page = window().page;
    await goTo(page, path);
    await page.locator(sign).first().waitFor();
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    expect(await walkRound(page)).toEqual({ unreached: [], unseen: [] });
  });
});
