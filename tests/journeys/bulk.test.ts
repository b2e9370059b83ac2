import { booleanPointInPolygon, point, polygon } from '@turf/turf';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo } from '../support/accessible-page.ts';
import { mapDrawn } from '../support/browser.ts';
import {
  atOf,
  placesOnPage,
  readParcelPlaces,
  standFor,
  type MapStand,
  type ParcelPlaces,
  type Place,
} from '../support/map-places.ts';
import { openSite, type Site, type Window } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Account {
  rows: { figures: Record<string, { squareMetres: number; codes: string[] }> }[];
}

describe('many parcels at once', () => {
  let site: Site;
  let places: ParcelPlaces;
  let acquired: string[];
  let stand: MapStand;
  let desk: Window;
  beforeAll(async () => {
    site = await openSite();
    places = await readParcelPlaces(site);
    acquired = await parcelsThatAre('acquired');
    stand = standFor(middleOf(around(9)), 15.5, [-160, -20]);
    desk = await site.open(`/jinling?theme=status&panel=none&at=${atOf(stand)}`, { staff: '王路' });
  });
  afterAll(() => site.close());

  async function parcelsThatAre(status: string): Promise<string[]> {
    const { parcels } = await site.read<{ parcels: { code: string; status: string }[] }>('/api/parks/jinling/state');
    return parcels.filter((parcel) => parcel.status === status).map(({ code }) => code);
  }
  const developed = async () =>
    (await site.read<Account>('/api/parks/jinling/account')).rows.at(-1)!.figures['developed']!;
  const twiceSquareMillimetres = (squareMetres: number) => Math.round(squareMetres * 2_000_000);
  const sumOf = (codes: readonly string[]) =>
    codes.reduce((sum, code) => sum + twiceSquareMillimetres(places.squareMetres.get(code)!), 0);
  const muOf = (codes: readonly string[]) =>
    ((sumOf(codes) / 4e9) * 3).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const showsSum = (page: Page, codes: readonly string[]) =>
    expect
      .poll(() => page.getByTestId('chosen-sum').textContent(), patience)
      .toContain(`${codes.length} 块，合计 ${muOf(codes)} 亩`);
  const confirm = async (page: Page) => {
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  };
  /** The parcels nearest to one that can be levelled, so that a line can be drawn round them. */
  const around = (count: number): string[] => {
    const [x, y] = places.ground.get(acquired[0]!)!;
    const far = (code: string) => Math.hypot(places.ground.get(code)![0] - x, places.ground.get(code)![1] - y);
    return [...places.ground.keys()].sort((a, b) => far(a) - far(b)).slice(0, count);
  };
  const middleOf = (codes: readonly string[]): Place => {
    const all = codes.map((code) => places.ground.get(code)!);
    return [all.reduce((sum, [x]) => sum + x, 0) / all.length, all.reduce((sum, [, y]) => sum + y, 0) / all.length];
  };
  /** A line begun before the map takes lines would move it, and a map that moves gives the line up. */
  const canDraw = async (page: Page) => {
    await page.locator('.choose').waitFor();
    await page.locator('.is-drawn-on').waitFor({ state: 'attached' });
    await mapDrawn(page);
  };
  const drag = async (page: Page, line: readonly Place[]) => {
    await page.mouse.move(...line[0]!);
    await page.mouse.down();
    for (const [x, y] of line.slice(1)) await page.mouse.move(x, y, { steps: 8 });
  };
  const undoLast = async (page: Page, parcel: string) => {
    await goTo(page, `/jinling?theme=status&sel=parcel:${parcel}`);
    await page.getByTestId('undo').first().click();
    await confirm(page);
    await page.keyboard.press('Escape');
    await page.getByTestId('card').waitFor({ state: 'detached' });
  };

  test('a lasso on the map, one gate for all: the account moves by exactly their sum; one undo brings all back', async () => {
    const before = await developed();
    const wanted = around(9);
    const { page, complaints } = desk;
    await page.getByTestId('bulk').click();
    await page.getByTestId('tool-lasso').click();
    await canDraw(page);
    const seen = await placesOnPage(page, places, stand);
    const line = lineAround(wanted.map((code) => seen.get(code)!));
    const inside = insideOf(seen, line);
    expect(inside.length).toBeGreaterThanOrEqual(wanted.length);
    await drag(page, line);
    await expect
      .poll(() => page.locator('.area .badge').textContent(), patience)
      .toBe(`${inside.length} 块 · ${muOf(inside)} 亩`);
    await page.mouse.up();
    await showsSum(page, inside);
    expect(new URL(page.url()).searchParams.get('at')).toBe(atOf(stand));

    const levelled = inside.filter((code) => acquired.includes(code));
    const [planned = ''] = await parcelsThatAre('planned');
    await page.getByTestId('bulk-record-gate').click();
    await page.getByRole('button', { name: '场平', exact: true }).click();
    await page.locator('#pick-parcel').fill(planned);
    await page.locator('#pick-parcel').press('Enter');
    const refused = page.getByTestId('refused-parcels');
    await expect.poll(() => refused.textContent(), patience).toContain(planned);
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);
    await page.getByTestId('drop-refused').click();
    const early = [...(await parcelsThatAre('planned')), ...(await parcelsThatAre('approved'))];
    const passed = inside.filter((code) => !levelled.includes(code) && !early.includes(code));
    expect(passed.length).toBeGreaterThan(0);
    await expect
      .poll(() => page.getByTestId('recorded-before').textContent(), patience)
      .toContain(`${passed.length} 块`);
    await page.getByTestId('drop-recorded').click();
    await showsSum(page, levelled);
    await confirm(page);

    const after = await developed();
    expect(levelled.length).toBeGreaterThan(2);
    expect(levelled.filter((code) => !after.codes.includes(code))).toEqual([]);
    expect(twiceSquareMillimetres(after.squareMetres) - twiceSquareMillimetres(before.squareMetres)).toBe(
      sumOf(levelled),
    );
    const { events } = await site.read<{ events: { subjects: string[] }[] }>('/api/parks/jinling/history');
    expect(events[0]!.subjects.toSorted()).toEqual(levelled.map((code) => `parcel:${code}`).toSorted());

    await undoLast(page, levelled[0]!);
    expect(await developed()).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('Shift adds, Alt takes away, Esc gives the line up; a click still takes one', async () => {
    const wanted = around(4);
    const own = standFor(middleOf(wanted), 16, [-160, -20]);
    const { page, close } = await site.open(`/jinling?theme=status&panel=none&at=${atOf(own)}`, { staff: '王路' });
    await page.getByTestId('bulk').click();
    await page.getByTestId('tool-box').click();
    await canDraw(page);
    const seen = await placesOnPage(page, places, own);
    const [first = '', second = ''] = wanted;
    const round = (code: string): Place[] => {
      const [x, y] = seen.get(code)!;
      return [
        [x - 14, y - 14],
        [x + 14, y + 14],
      ];
    };
    await drag(page, round(first));
    await page.mouse.up();
    await showsSum(page, [first]);
    await page.keyboard.down('Shift');
    await drag(page, round(second));
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await showsSum(page, [first, second]);
    await page.keyboard.down('Alt');
    await drag(page, round(first));
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await showsSum(page, [second]);
    await drag(page, round(first));
    await showsSum(page, [first]);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await showsSum(page, [second]);
    await page.mouse.click(...seen.get(first)!);
    await showsSum(page, [first, second]);
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('tool-box').getAttribute('aria-pressed')).toBe('false');
    await close();
  });

  test('the same by keyboard alone, through the table', async () => {
    const before = await developed();
    const wanted = around(9)
      .filter((code) => acquired.includes(code))
      .sort();
    const { page, complaints } = desk;
    await page.evaluate('document.activeElement.blur()');
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 80; step += 1) {
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    await page.keyboard.press('b');
    await page.getByTestId('select-found').waitFor();
    await tabTo('#select-status');
    const status = page.locator('#select-status');
    const offered = await status.locator('option').allTextContents();
    for (let down = 0; down < offered.indexOf('已征收'); down += 1) await page.keyboard.press('ArrowDown');
    expect(await status.inputValue()).toBe('acquired');
    await expect
      .poll(() => page.getByTestId('select-found').textContent(), patience)
      .toContain(`${acquired.length} 块`);
    await tabTo('tbody input');
    const rows = await page
      .locator('tbody input[id^="select-row-"]')
      .evaluateAll((inputs) => inputs.map(({ id }) => id));
    expect(rows).toHaveLength(acquired.length);
    for (const row of rows) {
      if (wanted.includes(row.replace('select-row-', ''))) await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await showsSum(page, wanted);
    await tabTo('[data-test="bulk-record-gate"]');
    await page.keyboard.press('Enter');
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await tabTo('[data-test="confirm"]');
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    const after = await developed();
    expect(twiceSquareMillimetres(after.squareMetres) - twiceSquareMillimetres(before.squareMetres)).toBe(
      sumOf(wanted),
    );
    await undoLast(page, wanted[0]!);
    expect(await developed()).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('lists that are there already are chosen with one click: a figure of the account', async () => {
    const { page, close } = await site.open('/jinling?figure=free', { staff: '王路', map: false });
    const { codes } = (await site.read<Account>('/api/parks/jinling/account')).rows.at(-1)!.figures['free']!;
    await page.getByTestId('select-these').click();
    await showsSum(page, codes);
    await close();
  });

  test('is not offered to who may not: a visitor, a clerk of roads', async () => {
    for (const who of [{}, { staff: '路员', roles: ['road-clerk' as const] }]) {
      const { page, close } = await site.open('/jinling?figure=free', { ...who, map: false });
      await page.getByText('其中可选').first().waitFor();
      expect(await page.getByTestId('select-these').count()).toBe(0);
      await close();
    }
  });

  test('on a phone a finger draws a box; the map stands still, and moves again afterwards', async () => {
    const wanted = around(5);
    const held = standFor(middleOf(wanted), 14.5, [0, -100]);
    const { page, complaints, close } = await site.open(`/jinling?theme=status&at=${atOf(held)}`, {
      staff: '王路',
      width: 390,
      height: 844,
    });
    const finger = await page.context().newCDPSession(page);
    const swipe = async (from: Place, to: Place) => {
      const touch = (type: string, points: Place[]) =>
        finger.send('Input.dispatchTouchEvent', {
          type: type as 'touchStart',
          touchPoints: points.map(([x, y]) => ({ x, y })),
        });
      await touch('touchStart', [from]);
      for (let step = 1; step <= 8; step += 1) {
        await touch('touchMove', [
          [from[0] + ((to[0] - from[0]) * step) / 8, from[1] + ((to[1] - from[1]) * step) / 8],
        ]);
      }
      await touch('touchEnd', []);
    };
    await page.getByTestId('bulk').tap();
    await page.getByTestId('tool-box').tap();
    await canDraw(page);
    const seen = await placesOnPage(page, places, held);
    const [from, to]: Place[] = [
      [140, 300],
      [260, 400],
    ];
    const inside = insideOf(seen, [from!, [to![0], from![1]], to!, [from![0], to![1]]]);
    expect(inside.length).toBeGreaterThan(1);
    await swipe(from!, to!);
    await showsSum(page, inside);
    await mapDrawn(page);
    expect(new URL(page.url()).searchParams.get('at')).toBe(atOf(held));

    await page.getByTestId('tool-box').tap();
    await page.locator('.is-drawn-on').waitFor({ state: 'detached' });
    await swipe(from!, to!);
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), patience).not.toBe(atOf(held));
    await showsSum(page, inside);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** A line round all these places, some pixels off them: seen from their middle, outwards. */
function lineAround(seen: readonly Place[]): Place[] {
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y, rx, ry] = [(west + east) / 2, (north + south) / 2, (east - west) * 0.75 + 8, (south - north) * 0.75 + 8];
  return Array.from({ length: 24 }, (_, step): Place => {
    const turn = (step / 24) * 2 * Math.PI;
    return [Math.round(x + rx * Math.cos(turn)), Math.round(y + ry * Math.sin(turn))];
  });
}

function insideOf(seen: ReadonlyMap<string, Place>, line: readonly Place[]): string[] {
  const area = polygon([[...line, line[0]!].map(([x, y]) => [x, y])]);
  return [...seen].filter(([, place]) => booleanPointInPolygon(point([...place]), area)).map(([code]) => code);
}
