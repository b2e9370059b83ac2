import { useUpdate } from '../state/update.ts';
import { isKept } from './kept-answers.ts';
import type { WorkerMessage } from './worker-message.ts';

/** Puts the service worker between the page and the network, and tells when a newer one waits. */
export async function registerWorker({ serviceWorker }: Navigator): Promise<void> {
  const update = useUpdate();
  let hasWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (hasWorker) update.tookOver();
    hasWorker = true;
  });
  const registration = await serviceWorker.register('/service-worker.js').catch(() => undefined);
  if (!registration) return;
  const offer = (): void => {
    update.waiting = hasWorker ? registration.waiting : null;
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
  if (!hasWorker) {
    const { active } = await serviceWorker.ready;
    const message: WorkerMessage = { kind: 'keep', addresses: askedSoFar() };
    active?.postMessage(message);
  }
}

/** What was asked before there was a worker, so that the first visit can be opened without a network already. */
function askedSoFar(): string[] {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...new Set(asked)].filter((address) => isKept(new URL(address).pathname));
}
