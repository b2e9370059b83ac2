import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addDays } from '../../domain/day.ts';
import { formatChainage } from '../../domain/road/chainage.ts';
import { openSite, type Site } from '../support/open-page.ts';

const patience = { timeout: 60_000 };

interface Card {
  parcel: { status: string };
  gates: {
    gate: string;
    doneOn: string | null;
    plannedOn: string | null;
    document: string | null;
    source: { fromMetres?: number; toMetres?: number };
  }[];
}
interface Stretch {
  layer: string;
  fromMetres: number;
  toMetres: number;
}
interface Claim {
  kind: string;
  untilOn: string | null;
}
interface Project {
  code: string;
  name: string;
  stage: string | null;
}
interface Park {
  seq: number;
  today: string;
  knownUntil: string;
}
interface Account {
  rows: { figures: Record<string, { codes: string[] }> }[];
}

const landClerk = (staff: string) => ({ staff, roles: ['land-clerk'], map: false }) as const;

describe('two clerks', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const telecomOf = async (parcel: string) => {
    const { gates } = await site.read<Card>(`/api/parks/jinling/parcels/${parcel}`);
    const { doneOn, document } = gates.find(({ gate }) => gate === 'telecom')!;
    return { doneOn, document };
  };
  const without = async (column: string, gate: string, count: number) => {
    const { rows } = await site.read<Account>('/api/parks/jinling/account');
    const found: string[] = [];
    for (const code of rows.at(-1)!.figures[column]!.codes) {
      const { gates } = await site.read<Card>(`/api/parks/jinling/parcels/${code}`);
      if (gates.find((one) => one.gate === gate)?.doneOn === null) found.push(code);
      if (found.length === count) return found;
    }
    throw new Error(`no ${count} parcels of ${column} without ${gate}`);
  };
  const someParcel = async () => (await without('acquired', 'telecom', 1))[0]!;
  const write = async (page: Page, day: string, document: string) => {
    await page.getByTestId('begin-telecom').click();
    await page.locator('#gate-day').fill(day);
    await page.locator('#gate-day').press('Tab');
    await page.locator('#gate-document').fill(document);
    await page.locator('[data-test="confirm"]:enabled').waitFor();
  };
  const confirm = async (page: Page) => {
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
  };
  const violations = async (page: Page, selector: string) => {
    const { violations: found } = await new AxeBuilder({ page }).include(selector).analyze();
    return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  };
  const shows = (page: Page, text: string) =>
    expect.poll(() => page.getByTestId('gate-telecom').textContent(), patience).toContain(text);

  test('the second decides field by field, and both pages end equal', async () => {
    const parcel = await someParcel();
    const first = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('李地'));
    const second = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('张地'));
    await write(first.page, '2007-11-21', '通讯甲号');
    await write(second.page, '2007-11-22', '通讯乙号');
    await confirm(first.page);

    const conflict = second.page.getByTestId('conflict');
    await conflict.waitFor();
    expect(await second.page.getByTestId('confirm').isDisabled()).toBe(true);
    const day = second.page.getByTestId('conflict-doneOn');
    expect(await day.textContent()).toContain('李地');
    for (const text of ['2007-11-21', '2007-11-22', '未填']) expect(await day.textContent()).toContain(text);
    expect(await second.page.getByTestId('settle').isDisabled()).toBe(true);
    expect(await violations(second.page, 'form.command')).toEqual([]);
    await day.getByTestId('keep-theirs').check();
    await second.page.getByTestId('conflict-document').getByTestId('keep-mine').check();
    await second.page.getByTestId('settle').click();
    await conflict.waitFor({ state: 'detached' });
    expect(await second.page.locator('#gate-day').inputValue()).toBe('2007-11-21');
    await confirm(second.page);

    expect(await telecomOf(parcel)).toEqual({ doneOn: '2007-11-21', document: '通讯乙号' });
    for (const { page } of [first, second]) await shows(page, '通讯乙号');
    const texts = await Promise.all([first, second].map(({ page }) => page.getByTestId('gate-telecom').textContent()));
    expect(texts[0]).toBe(texts[1]);
    expect(first.complaints.concat(second.complaints).filter((text) => !text.includes('409'))).toEqual([]);
    await first.close();
    await second.close();
  });

  test('theirs everywhere changes nothing', async () => {
    const parcel = await someParcel();
    const first = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('李地'));
    const second = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('张地'));
    await write(first.page, '2007-11-21', '甲');
    await write(second.page, '2007-11-22', '乙');
    await confirm(first.page);
    const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
    for (const field of ['doneOn', 'document']) {
      await second.page.getByTestId(`conflict-${field}`).getByTestId('keep-theirs').check();
    }
    await second.page.getByTestId('settle').click();
    await second.page.getByTestId('confirm').waitFor({ state: 'detached' });
    await second.page.getByText('已全部保留对方的登记').waitFor();
    expect(await telecomOf(parcel)).toEqual({ doneOn: '2007-11-21', document: '甲' });
    expect((await site.read<{ seq: number }>('/api/parks/jinling')).seq).toBe(seq);
    await first.close();
    await second.close();
  });

  test('who comes too late to record the very same is told who was faster', async () => {
    const parcel = await someParcel();
    const first = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('李地'));
    const second = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('张地'));
    await write(first.page, '2007-11-21', '甲');
    await write(second.page, '2007-11-21', '甲');
    await confirm(first.page);
    await second.page.getByTestId('holder').waitFor();
    expect(await second.page.getByTestId('holder').textContent()).toContain('李地');
    expect(await second.page.getByTestId('confirm').isDisabled()).toBe(true);
    await first.close();
    await second.close();
  });

  test('the choice is the same for a stretch, a claim and a stage', async () => {
    const colleague = await site.as('周主任');
    const give = async (command: string, input: object) => {
      const { seq } = await site.read<Park>('/api/parks/jinling');
      const body = JSON.stringify({ id: crypto.randomUUID(), basedOn: seq, input });
      const headers = { 'content-type': 'application/json' };
      const answer = await colleague(`/api/parks/jinling/commands/${command}`, { method: 'POST', headers, body });
      expect([answer.status, await answer.text()]).toMatchObject([200, expect.anything()]);
    };
    const { page, close } = await site.open('/jinling?sel=road:R3', { staff: '王主任', map: false });
    const begin = async (path: string, step: string) => {
      await page.goto(site.server.url + path);
      await page.getByTestId(step).first().click();
    };
    const settle = async (choices: Record<string, 'theirs' | 'mine'>) => {
      await page.getByTestId('conflict').waitFor();
      for (const [field, kept] of Object.entries(choices)) {
        await page.getByTestId(`conflict-${field}`).getByTestId(`keep-${kept}`).check();
      }
      await page.getByTestId('settle').click();
      await page.getByTestId('conflict').waitFor({ state: 'detached' });
      await confirm(page);
    };
    const day = { doneOn: '2007-11-30', plannedOn: null };

    await page.getByTestId('record-stretch').first().click();
    await page.locator('#stretch-layer').selectOption('pipes');
    await page.getByLabel('起点桩号').fill('K0+000');
    await page.getByLabel('终点桩号').fill('K0+400');
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await give('record-stretch', { road: 'R3', layer: 'pipes', side: 'full', fromMetres: 100, toMetres: 300, ...day });
    await settle({ fromMetres: 'theirs', toMetres: 'mine' });
    const { stretches } = await site.read<{ stretches: Stretch[] }>('/api/parks/jinling/roads/R3');
    expect(stretches.filter(({ layer }) => layer === 'pipes')).toMatchObject([
      { fromMetres: 100, toMetres: 300 },
      { fromMetres: 100, toMetres: 400 },
    ]);

    const { rows } = await site.read<Account>('/api/parks/jinling/account');
    const parcel = rows.at(-1)!.figures['free']!.codes[0]!;
    const { projects } = await site.read<{ projects: Project[] }>('/api/parks/jinling/projects');
    const project = projects.find(({ stage }) => stage === 'planned')!;
    await begin(`/jinling?sel=parcel:${parcel}`, 'assign');
    await page.locator('#assign-project').fill(project.name);
    await page.getByRole('option', { name: project.name }).first().click();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    const claim = { project: project.code, parcels: [parcel], kind: 'hold', fromOn: '2007-11-20' };
    await give('assign-parcels', { ...claim, untilOn: '2008-06-30' });
    await settle({ kind: 'mine', fromOn: 'mine', untilOn: 'theirs' });
    const { claims } = await site.read<{ claims: Claim[] }>(`/api/parks/jinling/parcels/${parcel}`);
    expect(claims.find(({ kind }) => kind === 'reservation')).toMatchObject({ untilOn: '2008-06-30' });

    await begin(`/jinling?sel=project:${project.code}`, 'record-stage');
    await page.getByTestId('stage-construction').check();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await give('record-stage', { project: project.code, stage: 'contracted', on: '2007-11-30' });
    await settle({ stage: 'mine' });
    const after = await site.read<{ projects: Project[] }>('/api/parks/jinling/projects');
    expect(after.projects.find(({ code }) => code === project.code)?.stage).toBe('construction');
    await close();
  });

  test('on a phone the next step is one tap away, and a future day makes it a plan', async () => {
    const [parcel] = await without('acquired', 'levelled', 1);
    const { today } = await site.read<Park>('/api/parks/jinling');
    const future = addDays(today, 30);
    const window = { ...landClerk('李地'), width: 390, height: 844 };
    const { page, complaints, close } = await site.open(`/jinling?sel=parcel:${parcel}`, window);
    const step = page.getByTestId('record-gate').first();
    await step.waitFor();
    expect(await step.textContent()).toContain('场平');
    const box = (await step.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(48);
    expect(box.y).toBeGreaterThan(422);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
    expect(await page.getByTestId('assign').count()).toBe(0);
    expect(await violations(page, '[data-test="card"]')).toEqual([]);
    await step.tap();

    await page.getByTestId('day-means').waitFor();
    expect(await page.getByTestId('day-means').textContent()).toContain('已完成');
    await page.locator('#gate-day').fill(future);
    await page.locator('#gate-day').press('Tab');
    await expect.poll(() => page.getByTestId('day-means').textContent(), patience).toContain('只列为计划');
    expect(await page.getByTestId('confirm').textContent()).toContain('确认计划');
    expect((await page.getByTestId('confirm').boundingBox())!.height).toBeGreaterThanOrEqual(48);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await confirm(page);
    const { gates } = await site.read<Card>(`/api/parks/jinling/parcels/${parcel}`);
    expect(gates.find(({ gate }) => gate === 'levelled')).toMatchObject({ plannedOn: future, doneOn: null });
    expect(complaints).toEqual([]);
    await close();
  });

  test('a gate that waits for its road leads a clerk of roads to the stretch in front, filled in', async () => {
    const window = { staff: '王路', roles: ['road-clerk'] as const, width: 390, height: 844, map: false };
    const { page, close } = await site.open('/jinling?sel=parcel:D-01', window);
    await page.getByTestId('record-stretch').tap();
    const { gates } = await site.read<Card>('/api/parks/jinling/parcels/D-01');
    const { fromMetres, toMetres } = gates.find(({ gate }) => gate === 'road')!.source;
    expect(await page.getByLabel('起点桩号').inputValue()).toBe(formatChainage(fromMetres!));
    expect(await page.getByLabel('终点桩号').inputValue()).toBe(formatChainage(toMetres!));
    expect(await page.locator('#stretch-layer').inputValue()).toBe('subgrade');
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await close();
  });

  test('by keyboard alone: the step, the day, the choice per field and the confirmation', async () => {
    const [parcel] = await without('approved', 'acquired', 1);
    const first = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('李地'));
    const second = await site.open(`/jinling?sel=parcel:${parcel}`, landClerk('张地'));
    for (const [{ page }, day] of [
      [first, '2007-11-26'],
      [second, '2007-11-27'],
    ] as const) {
      await page.getByTestId('record-gate').first().waitFor();
      await page.keyboard.press('g');
      await tabTo(page, '#gate-day');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(day);
      await tabTo(page, '#gate-document');
      await page.locator('[data-test="confirm"]:enabled').waitFor();
    }
    await tabTo(first.page, '[data-test="confirm"]');
    await first.page.keyboard.press('Enter');
    await first.page.getByTestId('confirm').waitFor({ state: 'detached' });

    const { page } = second;
    await page.getByTestId('conflict').waitFor();
    await tabTo(page, '[data-test="conflict"] [type="radio"]', 'Shift+Tab');
    if (!(await page.evaluate(`document.activeElement.matches('[data-test="keep-mine"]')`))) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Space');
    await tabTo(page, '[data-test="settle"]');
    await page.keyboard.press('Enter');
    await page.getByTestId('conflict').waitFor({ state: 'detached' });
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await tabTo(page, '[data-test="confirm"]');
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    const { gates } = await site.read<Card>(`/api/parks/jinling/parcels/${parcel}`);
    expect(gates.find(({ gate }) => gate === 'acquired')?.doneOn).toBe('2007-11-27');
    await first.close();
    await second.close();
  });
});

/** Presses Tab (or Shift+Tab) until something that matches has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`${key} never reaches ${selector}`);
}
