import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../domain/access/roles.ts';
import { mapDrawn, openBrowser, takeWebGlAway, type OwnWindows } from './browser.ts';
import { preparedFolder } from './database.ts';
import { addAndSignIn, preparedAdmin, signIn, usernameOf, whoOf, type Ask, type Who } from './people.ts';
import { startServer, type ServerProcess } from './server-process.ts';

export interface Site {
  readonly server: ServerProcess;
  /** Opens a path in a new window of its own and waits until the map is drawn. */
  open(path: string, options?: WindowOptions): Promise<Window>;
  /** The JSON of a GET, as the prepared admin sees it. */
  read<T>(path: string): Promise<T>;
  /** How to ask as somebody (a name alone is a leader), with the cookie of the session. */
  as(who: string | Who): Promise<Ask & { cookie: string }>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** Who is signed in; nobody when left out. */
  readonly staff?: string;
  readonly roles?: readonly Role[];
  /** Whether the page may install its service worker; what it answers is not seen by `page.route`. */
  readonly serviceWorker?: boolean;
  /** False: the browser cannot draw the map, see `takeWebGlAway`; for pages of a park that follow its feed. */
  readonly map?: boolean;
  /** Runs in every page of the window before anything of its own. */
  readonly script?: string;
}

export interface Window {
  readonly page: Page;
  /** Errors of the console and the page, and requests to other machines. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A server of its own with fresh data, and windows of its own. */
export async function openSite(): Promise<Site> {
  const folder = await preparedFolder();
  const server = await startServer({ DATA_DIR: folder });
  const browser = await openBrowser();
  const ask: Ask = (path, init) => fetch(`${server.url}${path}`, init);
  const admin = await signIn(ask, preparedAdmin.username, preparedAdmin.password);
  const people = new Map<string, Promise<Ask & { cookie: string }>>();
  const as = (given: string | Who) => {
    const who = whoOf(given);
    const key = usernameOf(who.name, who.roles);
    const signing = people.get(key) ?? addAndSignIn(ask, admin, who);
    people.set(key, signing);
    return signing;
  };
  return {
    server,
    as,
    open: async (path, { staff, roles, ...window } = {}) => {
      const cookie = staff === undefined ? null : (await as(roles ? { name: staff, roles } : staff)).cookie;
      return openWindow(browser, server.url, path, { ...window, cookie });
    },
    read: async <T>(path: string) => (await (await admin(path)).json()) as T,
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openWindow(
  browser: OwnWindows,
  url: string,
  path: string,
  {
    width = 1440,
    height = 900,
    serviceWorker = false,
    map = true,
    script = '',
    cookie,
  }: WindowOptions & { cookie: string | null },
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    hasTouch: width < 600,
    // Drawing is in software here: a flight to a parcel is a hundred pictures.
    reducedMotion: 'reduce',
    serviceWorkers: serviceWorker ? 'allow' : 'block',
  });
  if (!map) await takeWebGlAway(context);
  await context.addInitScript(script);
  if (cookie !== null) await context.addCookies(cookiesOf(cookie, url));
  const page = await context.newPage();
  const complaints = listen(context, page, url);
  page.setDefaultTimeout(60_000);
  // Without a map there is nothing to see that says a park is loaded; the feed is opened last.
  const followed = map ? null : page.waitForResponse(/\/events(\?|$)/, { timeout: 90_000 });
  await page.goto(url + path);
  await mapDrawn(page);
  await followed;
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

/** Cookies of a session as a browser takes them. */
export function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const cut = pair.indexOf('=');
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url, httpOnly: true, sameSite: 'Strict' as const };
  });
}
