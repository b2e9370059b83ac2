import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, mapDrawn } from './browser.ts';
import { startServer, temporaryFolder, type ServerProcess } from './server-process.ts';

export interface Site {
  readonly server: ServerProcess;
  /** Opens a path in a new window of its own and waits until the map is drawn. */
  open(path: string, options?: { width?: number; height?: number; staff?: string }): Promise<Window>;
  /** The JSON of a GET. */
  read<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

export interface Window {
  readonly page: Page;
  /** Errors of the console and the page, and requests to other machines. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A server of its own with fresh data, and a browser. */
export async function openSite(): Promise<Site> {
  const folder = temporaryFolder();
  const server = await startServer({ DATA_DIR: join(folder.path, 'store') });
  const browser = await launchBrowser();
  return {
    server,
    open: (path, options) => openWindow(browser, server.url, path, options),
    read: async <T>(path: string) => (await (await fetch(`${server.url}${path}`)).json()) as T,
    close: async () => {
      await browser.close();
      await server.stop();
      folder.remove();
    },
  };
}

async function openWindow(
  browser: Browser,
  url: string,
  path: string,
  { width = 1440, height = 900, staff }: { width?: number; height?: number; staff?: string } = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', hasTouch: width < 600 });
  const page = await context.newPage();
  const complaints = listen(context, page, url);
  page.setDefaultTimeout(30_000);
  await page.goto(url + path);
  await mapDrawn(page);
  if (staff) await enterAsStaff(page, staff);
  return { page, complaints, close: () => context.close() };
}

function listen(context: BrowserContext, page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  context.on('request', (request) => {
    const isLocal = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!isLocal) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

async function enterAsStaff(page: Page, name: string): Promise<void> {
  await page.getByTestId('staff').click();
  await page.getByLabel('姓名').fill(name);
  await page.getByRole('button', { name: '开始登记' }).click();
  await page.getByTestId('staff').waitFor({ state: 'detached' });
}
