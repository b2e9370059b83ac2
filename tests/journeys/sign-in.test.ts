import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, mapDrawn, takeWebGlAway, type OwnWindows } from '../support/browser.ts';
import {
  addPerson,
  enter,
  fillIn,
  focused,
  replacePassword,
  seriousFaults,
  shownPassword,
} from '../support/person-page.ts';
import { startServer, temporaryFolder, type ServerProcess } from '../support/server-process.ts';

const patience = { timeout: 60_000 };
const admin = { username: 'admin', password: '管理员自己的密码一二三' };
const clerk = { username: 'wang.lu', password: '王路的密码四五六七八' };
const guest = { username: 'li.di', password: '' };

describe('signing in', () => {
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: OwnWindows;
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder.path });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    folder.remove();
  });

  const open = async (path: string, size = { width: 1440, height: 900 }) => {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', serviceWorkers: 'block' });
    await takeWebGlAway(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience.timeout);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.url + path);
    return { page, complaints, close: () => context.close() };
  };
  const openPeople = async (page: Page) => {
    await page.goto(`${server.url}/jinling/people`);
    await page.getByTestId('person-admin').waitFor();
  };
  const manage = (page: Page, username: string) =>
    page.getByTestId(`person-${username}`).getByRole('button', { name: '管理' }).click();
  const agree = async (page: Page, what: string) => {
    await page.getByTestId(what).getByRole('button').click();
    await page.getByTestId(what).getByTestId('yes').click();
  };
  const textOf = (locator: Locator) => expect.poll(() => locator.textContent(), patience);

  test('the first admin has to change the printed password before anything else', async () => {
    const printed = /admin \/ (\S+)/.exec(server.output())?.[1] ?? '';
    expect(printed).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    const { page, complaints, close } = await open('/jinling?sel=road:R0');
    await mapDrawn(page);
    await page.getByTestId('sign-in').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page), patience).toBe('sign-in-username');
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('sign-in-dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), patience).toBe('sign-in');
    expect(page.url()).toContain('sel=road:R0');

    await page.keyboard.press('Enter');
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type(printed);
    await page.keyboard.press('Enter');
    await page.getByTestId('first-password').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('first-password').isVisible()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.getByTestId('record-stretch').count()).toBe(0);
    const early = await page.evaluate(`fetch('/api/people').then((answer) => answer.json())`);
    expect(early).toMatchObject({ status: 403 });

    await page.locator('#password-current').fill(printed);
    await page.locator('#password-next').fill('short');
    await page.locator('#password-again').fill('short');
    expect(await page.getByTestId('rule-length').textContent()).toContain('未满足');
    expect(await page.getByTestId('rule-same').textContent()).toContain('已满足');
    expect(await page.getByTestId('save-password').isDisabled()).toBe(true);
    await page.locator('#password-next').fill(printed);
    expect(await page.getByTestId('rule-different').textContent()).toContain('未满足');
    await replacePassword(page, printed, admin.password);
    await page.getByTestId('record-stretch').waitFor();
    expect(page.url()).toContain('sel=road:R0');
    await expect.poll(() => focused(page), patience).toBe('person');
    expect(complaints).toEqual([]);
    await close();
  });

  test('the admin adds a clerk; the password is shown once and can be copied without a secure context', async () => {
    const { page, complaints, close } = await open('/jinling/people');
    await page.getByTestId('people-closed').waitFor();
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await enter(page, admin);
    await page.getByTestId('people').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    clerk.password = await addPerson(page, '王路', clerk.username, 'road-clerk');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByTestId('copy-password').click();
    await page.getByTestId('copy-password').getByText('已复制').waitFor();
    await page.getByTestId('password-done').click();
    await textOf(page.getByTestId(`person-${clerk.username}`)).toContain('待改密码');
    expect(await page.locator('body').textContent()).not.toContain(clerk.password);

    await page.getByTestId('add-person').click();
    await page.locator('#person-name').focus();
    await page.keyboard.press('Control+V');
    expect(await page.locator('#person-name').inputValue()).toBe(clerk.password);
    await page.locator('#person-username').fill(clerk.username.toUpperCase());
    await page.getByTestId('role-leader').check();
    await page.getByTestId('save-person').click();
    await page.getByText('已经有人使用').waitFor();
    await page.locator('#person-name').fill('李地');
    await page.locator('#person-username').fill(guest.username);
    await page.getByTestId('save-person').click();
    guest.password = await shownPassword(page);
    await page.getByTestId('password-done').click();

    const stretch = page.getByTestId('rights').getByRole('row', { name: '登记道路进度' });
    const [yes, no] = ['可以', '·不可以'];
    const rights = { visitor: no, investor: no, roads: yes, land: no, investment: no, leader: yes, admin: yes };
    expect(await stretch.getByRole('cell').allTextContents()).toEqual(Object.values(rights));
    await textOf(page.getByTestId('sign-ins')).toContain('登录成功');
    expect(complaints).toEqual([]);
    await close();
  });

  test('the clerk changes the password on a phone and sees the buttons of the role only', async () => {
    const { page, complaints, close } = await open('/jinling?sel=road:R0', { width: 390, height: 844 });
    await mapDrawn(page);
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByTestId('sign-in').click();
    const dialog = page.getByTestId('sign-in-dialog');
    const box = (await dialog.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await fillIn(page, { ...clerk, username: clerk.username.toUpperCase() });
    await page.getByTestId('first-password').waitFor();
    const own = '王路自己的密码九十';
    await page.getByTestId('first-password').getByRole('button', { name: '显示密码' }).first().click();
    expect(await page.locator('#password-current').getAttribute('type')).toBe('text');
    await replacePassword(page, clerk.password, `${own}!`);
    clerk.password = `${own}!`;
    await page.getByTestId('record-stretch').first().waitFor();
    await page.goto(`${server.url}/jinling?sel=parcel:D-01`);
    await page.getByTestId('card').waitFor();
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByTestId('person-menu').getByText('道路员').waitFor();
    expect(await page.getByTestId('people-link').count()).toBe(0);
    expect(await page.getByTestId('record-gate').count()).toBe(0);
    expect(await page.getByTestId('assign').count()).toBe(0);
    await page.getByTestId('account').click();
    await page.getByTestId('devices').getByText('本设备').waitFor();
    expect(await page.getByTestId('devices').textContent()).toContain('Chrome');
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${server.url}/jinling/people`);
    await page.getByText('您的角色不能管理人员').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('somebody who tries too often waits, also with the right password', async () => {
    const { page, close } = await open('/jinling/report');
    await page.getByTestId('sign-in').click();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await fillIn(page, { ...guest, password: `wrong ${attempt}` });
      await textOf(page.getByTestId('sign-in-refused')).toContain('用户名或密码不对');
      expect(await focused(page)).toBe('sign-in-password');
    }
    await fillIn(page, { ...guest, password: 'wrong again' });
    await textOf(page.getByTestId('sign-in-refused')).toMatch(/请等 \d+ 秒后再试/);
    const secondsLeft = async () => {
      const words = (await page.getByTestId('sign-in-refused').textContent()) ?? '';
      return Number(/(\d+) 秒/.exec(words)?.[1]);
    };
    const first = await secondsLeft();
    await expect.poll(secondsLeft, patience).toBeLessThan(first);
    expect(await page.getByTestId('enter').isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);

    await page.reload();
    await page.getByTestId('sign-in').click();
    await fillIn(page, guest);
    await textOf(page.getByTestId('sign-in-refused')).toMatch(/请等 \d+ 秒后再试.*正确的密码也不能登录/);
    expect(await page.getByTestId('person').count()).toBe(0);
    await close();
  });

  test('a session ended by the admin: the page becomes a visitor’s, a command in flight is refused, the form stays', async () => {
    const { page, complaints, close } = await open('/jinling?sel=road:R0');
    await mapDrawn(page);
    await enter(page, clerk);
    await page.getByTestId('record-stretch').first().click();
    await page.getByLabel('起点桩号').fill('K2+100');
    await page.getByLabel('终点桩号').fill('K2+260');
    await page.locator('[data-test="confirm"]:enabled').waitFor();

    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/commands/record-stretch', async (route) => {
      const body = route.request().postDataJSON() as { preview: boolean };
      if (!body.preview) await held;
      await route.continue();
    });
    await page.getByTestId('confirm').click();

    const office = await open('/jinling/report');
    await enter(office.page, admin);
    await openPeople(office.page);
    await manage(office.page, clerk.username);
    await agree(office.page, 'end');
    await office.page.getByText('登录已全部结束').waitFor();
    await textOf(office.page.getByTestId(`person-${clerk.username}`)).toContain('0 台');

    await page.getByTestId('session-ended').waitFor();
    await page.getByTestId('sign-in').waitFor();
    const refusal = page.waitForResponse(/commands\/record-stretch$/);
    release();
    expect((await refusal).status()).toBe(401);
    await textOf(page.locator('form.command')).toContain('请重新登录，填写的内容会保留');
    expect(await page.getByLabel('终点桩号').inputValue()).toBe('K2+260');
    expect(await page.getByTestId('confirm').isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByTestId('sign-in-again').click();
    expect(await page.locator('#sign-in-username').inputValue()).toBe(clerk.username);
    await fillIn(page, clerk);
    await page.getByTestId('person').waitFor();
    expect(await page.getByLabel('终点桩号').inputValue()).toBe('K2+260');
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    await page.getByTestId('card').getByText('王路').first().waitFor();
    expect(complaints).toEqual([]);
    await office.close();
    await close();
  });

  test('who signs out while a record has not reached the server is asked first', async () => {
    const { page, close } = await open('/jinling?sel=road:R0');
    await mapDrawn(page);
    await enter(page, clerk);
    await page.getByTestId('record-stretch').first().click();
    await page.locator('[data-test="confirm"]:enabled').waitFor();
    await page.route('**/commands/record-stretch', (route) => route.abort());
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm').waitFor({ state: 'detached' });
    await page.getByTestId('person').click();
    await page.getByTestId('sign-out').click();
    await page.getByText('还有 1 条登记没有送到服务器').waitFor();
    await page.getByTestId('person-menu').getByRole('button', { name: '取消' }).click();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('yes').click();
    await page.getByTestId('sign-in').waitFor();
    await close();
  });

  test('who is disabled cannot sign in; the last admin can be neither disabled nor lose the role', async () => {
    const { page, close } = await open('/jinling/people');
    await enter(page, admin);
    await manage(page, clerk.username);
    await agree(page, 'disable');
    await page.getByTestId('edit-dialog').getByText('已保存').waitFor();
    await page.keyboard.press('Escape');
    await textOf(page.getByTestId(`person-${clerk.username}`).getByTestId('state')).toBe('已停用');
    await manage(page, 'admin');
    await agree(page, 'disable');
    await textOf(page.getByTestId('person-refused')).toContain('唯一的管理员');
    await page.getByTestId('role-leader').check();
    await page.getByTestId('role-admin').uncheck();
    await page.getByTestId('save-person').click();
    await textOf(page.getByTestId('person-refused')).toContain('唯一的管理员');
    await page.keyboard.press('Escape');

    const shut = await open('/jinling/report');
    await shut.page.getByTestId('sign-in').click();
    await fillIn(shut.page, clerk);
    await textOf(shut.page.getByTestId('sign-in-refused')).toContain('停用');
    expect(await shut.page.getByTestId('person').count()).toBe(0);
    await shut.close();
    await page.getByTestId('person').click();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('people-closed').waitFor();
    await expect.poll(() => focused(page), patience).toBe('sign-in');
    await close();
  });
});
