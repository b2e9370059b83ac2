import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';

selectors.setTestIdAttribute('data-test');

const executablePath = '/usr/bin/chromium';

/** Whether this machine has the browser the journeys need. */
export const hasBrowser = existsSync(executablePath);

/** Chromium with software WebGL, and without its own errands on the network. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
}

/** Waits until the map has drawn everything it was given. */
export async function mapDrawn(page: Page): Promise<void> {
  await everyMapStill(page);
  await page.waitForTimeout(300);
  await everyMapStill(page);
}

/** One map, or two side by side. */
async function everyMapStill(page: Page): Promise<void> {
  await page.locator('.park-map[aria-busy="false"]').first().waitFor({ timeout: 90_000 });
  await page.locator('.park-map[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 90_000 });
}
