import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsBothWays, goTo, loaded } from '../support/accessible-page.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { openSite, type Site, type Window } from '../support/open-page.ts';
import { jsonPost, testPassword, usernameOf, withCookie } from '../support/people.ts';
import { focused, shownPassword } from '../support/person-page.ts';

const patience = { timeout: 60_000 };
const leader = { name: '李主任', roles: ['leader', 'admin'] } as const;
const username = usernameOf(leader.name, leader.roles);

/** Each is opened, used and closed without a mouse; it takes the focus and gives it back. */
describe('dialogs and notices', () => {
  let site: Site;
  let window: Window;
  let page: Page;
  let oneTime = '';
  beforeAll(async () => {
    site = await openSite();
    await site.as(leader);
    window = await site.open('/jinling?theme=status&lang=zh-CN', { map: false });
    page = window.page;
  });
  afterAll(() => site.close());

  const hasFocus = (name: string) => expect.poll(() => focused(page), patience).toBe(name);
  const focusIsIn = (selector: string) =>
    expect.poll(() => page.evaluate(`document.activeElement.closest('${selector}') !== null`), patience).toBe(true);
  const faultless = async (part?: string) => {
    await loaded(page);
    expect(await faultsBothWays(page, part)).toEqual([]);
  };
  const type = (text: string) => page.keyboard.type(text);
  const enter = async (who: string, password: string) => {
    await hasFocus('sign-in-username');
    await page.keyboard.press('Control+A');
    await type(who);
    await typeInto(page, '#sign-in-password', password);
    await page.keyboard.press('Enter');
  };
  /** Answers a question that was asked first: the focus is on no, yes stands before it. */
  const agree = async () => {
    await page.getByTestId('yes').waitFor();
    await enterOn(page, '[data-test="yes"]', 'Shift+Tab');
  };
  const give = async (command: string, input: object) => {
    const { seq } = await site.read<{ seq: number }>('/api/parks/jinling');
    const order = { id: crypto.randomUUID(), basedOn: seq, input };
    const answer = await (await site.as('赵领'))(`/api/parks/jinling/commands/${command}`, jsonPost(order));
    expect(answer.status).toBe(200);
  };

  test('signing in', async () => {
    await enterOn(page, '[data-test="sign-in"]');
    await enter(username, 'wrong');
    await page.getByTestId('sign-in-refused').waitFor();
    await hasFocus('sign-in-password');
    await faultless('[data-test="sign-in-dialog"]');
    await page.keyboard.press('Control+A');
    await type(testPassword);
    await page.keyboard.press('Enter');
    await page.getByTestId('person').waitFor();
    await hasFocus('person');
  });

  test('the account: another password, the devices', async () => {
    await enterOn(page, '[data-test="person"]');
    await focusIsIn('[data-test="person-menu"]');
    await enterOn(page, '[data-test="account"]');
    await page.getByTestId('devices').waitFor();
    await focusIsIn('[data-test="account-dialog"]');
    await typeInto(page, '#password-current', testPassword);
    await typeInto(page, '#password-next', '主任的新密码一二三四');
    await typeInto(page, '#password-again', '主任的新密码一二三四');
    await page.keyboard.press('Enter');
    await page.locator('[data-test="account-dialog"] .done').waitFor();
    await faultless('[data-test="account-dialog"]');
    await page.keyboard.press('Escape');
    await hasFocus('person');
  });

  test('the outbox: an order that waits is discarded, one that came back is looked at and sent', async () => {
    const record = async () => {
      await goTo(page, '/jinling?theme=status&lang=zh-CN&sel=road:R1');
      await page.getByTestId('record-stretch').waitFor();
      await page.keyboard.press('s');
      await page.locator('[data-test="confirm"]:enabled').waitFor();
      await page.route('**/commands/record-stretch', (route) => route.abort());
      await enterOn(page, '[data-test="confirm"]');
      await page.getByTestId('confirm').waitFor({ state: 'detached' });
      await enterOn(page, '[data-test="outbox-button"]');
      await page.getByTestId('outbox-waiting').waitFor();
      await focusIsIn('dialog');
    };
    await record();
    await faultless('dialog');
    await enterOn(page, '[data-test="outbox-waiting"] .acts > div > button');
    await agree();
    await page.getByTestId('outbox-waiting').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByTestId('outbox').waitFor({ state: 'detached' });

    await page.unroute('**/commands/record-stretch');
    await record();
    const stretch = { road: 'R1', layer: 'planting', side: 'full', fromMetres: 0, toMetres: 20, doneOn: '2007-11-30' };
    await give('record-stretch', stretch);
    await page.unroute('**/commands/record-stretch');
    await enterOn(page, '[data-test="send-now"]');
    await page.getByTestId('outbox-refused').waitFor();
    await faultless('dialog');
    await enterOn(page, '[data-test="look-again"]');
    await page.locator('[data-test="outbox-refused"] .effect').waitFor();
    await hasFocus('send-again');
    await faultless('dialog');
    await enterOn(page, '[data-test="send-again"]');
    await page.getByTestId('outbox-sent').waitFor();
    await focusIsIn('dialog');
    await page.keyboard.press('Escape');
    await hasFocus('outbox-button');
  });

  test('where I am', async () => {
    const drawn = await site.open('/jinling?theme=status&lang=zh-CN');
    const { page } = drawn;
    const faultless = async () => {
      await loaded(page);
      expect(await faultsBothWays(page, '.park-map')).toEqual([]);
    };
    await enterOn(page, '[data-test="locate"]');
    await page.getByTestId('position-note').waitFor();
    await faultless();
    await enterOn(page, '[data-test="position-note"] button');
    await page.getByTestId('position-note').waitFor({ state: 'detached' });
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ longitude: 117, latitude: 27, accuracy: 12 });
    await enterOn(page, '[data-test="locate"]', 'Shift+Tab');
    await page.getByTestId('position-note').waitFor();
    await faultless();
    await drawn.close();
  });

  test('a server that is gone', async () => {
    await goTo(page, '/jinling?theme=status&lang=zh-CN');
    await page.route('**/api/**', (route) => route.abort());
    await typeInto(page, '.timeline .typed', '2007-08-01');
    await page.keyboard.press('Enter');
    await page.getByTestId('trouble').waitFor();
    await faultless();
    await page.unroute('**/api/**');
    await enterOn(page, '[data-test="trouble"] button', 'Shift+Tab');
    await page.getByTestId('trouble').waitFor({ state: 'detached' });
  });

  test('people: somebody is added, gets another role and is disabled', async () => {
    await enterOn(page, '[data-test="person"]', 'Shift+Tab');
    await enterOn(page, '[data-test="people-link"]');
    await page.getByTestId('person-admin').waitFor();
    await faultless();
    await enterOn(page, '[data-test="add-person"]');
    await hasFocus('person-name');
    await type('王路');
    await typeInto(page, '#person-username', 'wang.lu');
    await faultless('[data-test="add-dialog"]');
    await tabTo(page, '[data-test="role-road-clerk"]');
    await page.keyboard.press('Space');
    await enterOn(page, '[data-test="save-person"]');
    await page.getByTestId('one-time-password').waitFor();
    oneTime = await shownPassword(page);
    await hasFocus('copy-password');
    await faultless('[data-test="add-dialog"]');
    await enterOn(page, '[data-test="password-done"]');
    await hasFocus('add-person');

    const manage = '[data-test="person-wang.lu"] .act button';
    await enterOn(page, manage);
    await hasFocus('person-name');
    await faultless('[data-test="edit-dialog"]');
    await tabTo(page, '[data-test="role-land-clerk"]');
    await page.keyboard.press('Space');
    await enterOn(page, '[data-test="save-person"]');
    await page.locator('[data-test="edit-dialog"] .told').waitFor();
    for (const act of ['disable', 'enable']) {
      await enterOn(page, `[data-test="${act}"] button`);
      await agree();
      await page.getByTestId(act).waitFor({ state: 'detached' });
      await focusIsIn('[data-test="edit-dialog"]');
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('edit-dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(`document.activeElement.matches('${manage}')`)).toBe(true);
  });

  test('a session that has ended, a first password, and signing out', async () => {
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const ended = await withCookie((path, init) => fetch(site.server.url + path, init), cookies)('/api/session', {
      method: 'DELETE',
    });
    expect(ended.status).toBe(200);
    await goTo(page, '/jinling?theme=status&lang=zh-CN&sel=parcel:A-01');
    await page.getByTestId('session-ended').waitFor();
    await faultless();
    await enterOn(page, '[data-test="sign-in-again"]');
    await hasFocus('sign-in-password');
    await tabTo(page, '#sign-in-username', 'Shift+Tab');
    await enter('wang.lu', oneTime);
    await page.getByTestId('first-password').waitFor();
    await hasFocus('password-current');
    await faultless('[data-test="first-password"]');
    await enterOn(page, '[data-test="sign-out"]');
    await page.getByTestId('first-password').waitFor({ state: 'detached' });
    await hasFocus('sign-in');
  });
});
