import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the whole page, or in a part of it; faults of any weight. */
export async function faultsOf(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, impact, nodes }) => {
    const seen = nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 160)}`);
    return `${impact} ${id}: ${seen.join('\n')}`;
  });
}

/** Goes to another address of the page without loading it anew, as the way back does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

/** Waits until nothing on the page is on its way. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** Whether nothing is wider than the window. */
export function isWithin(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

/** What axe finds on a wide window in Chinese, and on the same page as wide as a phone in English. */
export async function faultsBothWays(page: Page, part?: string): Promise<string[]> {
  const speak = async (locale: string) => {
    const { pathname, searchParams } = new URL(page.url());
    searchParams.set('lang', locale);
    await goTo(page, `${pathname}?${searchParams}`);
    await page.locator(`html[lang="${locale}"]`).waitFor();
    await loaded(page);
  };
  const wide = await faultsOf(page, part);
  await page.setViewportSize({ width: 390, height: 844 });
  await speak('en');
  const narrow = await faultsOf(page, part);
  const over = (await isWithin(page)) ? [] : ['wider than the window'];
  await page.setViewportSize({ width: 1440, height: 900 });
  await speak('zh-CN');
  return [...wide, ...narrow, ...over];
}
