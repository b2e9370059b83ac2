import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { copyHeader, isKept, keptAnswersCache } from './offline/kept-answers.ts';
import type { WorkerMessage } from './offline/worker-message.ts';

/** What this file uses of a service worker; the page's own library of types knows only windows. */
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'message', hear: (event: Lasting & { readonly data: WorkerMessage }) => void): void;
}
const worker = globalThis as unknown as Worker;

/** The files of the page: put in by the build. */
declare const __PAGE_FILES__: { url: string; revision: string | null }[];

const patienceSeconds = 4;
const mostAnswers = 900;
const freshMs = 3_600_000;

const freshOrKept = new NetworkFirst({
  cacheName: keptAnswersCache,
  networkTimeoutSeconds: patienceSeconds,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheWillUpdate: async ({ response }) => (response.status === 200 ? stamped(response) : null),
      cacheDidUpdate: async ({ cacheName }) => dropOldest(await caches.open(cacheName)),
    },
  ],
});

precacheAndRoute(__PAGE_FILES__);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }));
registerRoute(({ url, sameOrigin }) => sameOrigin && isKept(url.pathname), freshOrKept);

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data.kind === 'take-over') event.waitUntil(worker.skipWaiting());
  else event.waitUntil(keep(event.data.addresses));
});

/** Keeps answers that the page will need, one after another; what was kept within the hour stays as it is. */
async function keep(addresses: readonly string[]): Promise<void> {
  const kept = await caches.open(keptAnswersCache);
  for (const address of addresses) {
    const copy = isKept(new URL(address).pathname) ? await kept.match(address, { ignoreVary: true }) : null;
    const age = Date.now() - Date.parse(copy?.headers.get(copyHeader) ?? '1970-01-01');
    if (copy === null || age < freshMs) continue;
    const response = await fetch(address).catch(() => null);
    if (response === null || response.status === 429) break;
    if (response.status === 200) await kept.put(address, await stamped(response)).catch(() => undefined);
  }
  await dropOldest(kept);
}

async function stamped(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(copyHeader, new Date().toISOString());
  headers.delete('content-encoding');
  return new Response(await response.blob(), { status: response.status, headers });
}

/** A cache lists what was put last at its end. */
async function dropOldest(kept: Cache): Promise<void> {
  const requests = await kept.keys();
  await Promise.all(
    requests.slice(0, Math.max(0, requests.length - mostAnswers)).map((request) => kept.delete(request)),
  );
}
