import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';

selectors.setTestIdAttribute('data-test');

/** The same engine without the browser's own windows and menus, which cost a third of a page's time; else the whole. */
const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/**
 * Chromium without its own errands on the network. WebGL is drawn by Mesa's llvmpipe, which needs half the time of the
 * browser's own SwiftShader and keeps compiled shaders; the page around the map is put together without it. No page of
 * a test lives long enough for what the slowest compiler makes better.
 */
export function launchBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no Chromium in /usr/bin');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--js-flags=--no-turbofan',
      '--use-gl=angle',
      '--use-angle=gles-egl',
      '--disable-gpu-compositing',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
}

/** Windows of one's own in a browser; `close` closes them. */
export type OwnWindows = Pick<Browser, 'newContext' | 'close'>;

let running: Promise<Browser> | null = null;

/**
 * Windows in the one browser of this worker, which ends with it: the first map a browser draws costs five seconds more
 * than the next, for which shaders and scripts are compiled. A browser that broke is launched anew.
 */
export async function openBrowser(): Promise<OwnWindows> {
  const known = await running?.catch(() => null);
  if (!known?.isConnected()) running = launchBrowser();
  const browser = await running!;
  const contexts: BrowserContext[] = [];
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}

/**
 * The pages of a context find no WebGL, as over some remote desktops: the page says so and everything beside the map
 * works. Journeys that are not about the map take it: drawing in software is most of what a journey costs.
 */
export async function takeWebGlAway(context: BrowserContext): Promise<void> {
  await context.addInitScript(`{
    const raw = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : raw.call(this, kind, ...rest);
    };
  }`);
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
