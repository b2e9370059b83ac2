import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Fills in the open sign-in dialog and sends it. */
export async function fillIn(page: Page, { username, password }: Credentials): Promise<void> {
  await page.locator('#sign-in-username').fill(username);
  await page.locator('#sign-in-password').fill(password);
  await page.getByTestId('enter').click();
}

/** Signs in by the header of a wide page. */
export async function enter(page: Page, credentials: Credentials): Promise<void> {
  await page.getByTestId('sign-in').click();
  await fillIn(page, credentials);
  await page.getByTestId('person').waitFor();
}

/** Replaces a one-time password in the dialog that asks for it. */
export async function replacePassword(page: Page, current: string, next: string): Promise<void> {
  await page.locator('#password-current').fill(current);
  await page.locator('#password-next').fill(next);
  await page.locator('#password-again').fill(next);
  await page.getByTestId('save-password').click();
  await page.getByTestId('first-password').waitFor({ state: 'detached' });
}

/** Adds a person on the people page; the dialog stays open. Returns the one-time password shown. */
export async function addPerson(page: Page, name: string, username: string, role: string): Promise<string> {
  await page.getByTestId('add-person').click();
  await page.locator('#person-name').fill(name);
  await page.locator('#person-username').fill(username);
  await page.getByTestId(`role-${role}`).check();
  await page.getByTestId('save-person').click();
  return shownPassword(page);
}

export async function shownPassword(page: Page): Promise<string> {
  return (await page.locator('[data-test="one-time-password"] output').textContent()) ?? '';
}

/** The id of what has the focus, or its name in tests. */
export function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.id || document.activeElement?.dataset.test');
}

/** What axe finds serious on the page around the map. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.park-map').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
