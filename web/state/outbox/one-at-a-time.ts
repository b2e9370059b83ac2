import { newId } from '../../new-id.ts';
import { dropLease, takeLease } from './storage.ts';

const name = 'yuantu-outbox';
const leaseMs = 100_000;
const lookAgainMs = 500;
const patienceMs = 30_000;
const holder = newId();

/**
 * Does the work while no other window does. Where the page is not a secure context there are no locks: then a lease in
 * the storage stands for one, taken again before every step (`keepOn`). Gives up after half a minute: false.
 */
export async function oneAtATime(work: (keepOn: () => Promise<void>) => Promise<void>): Promise<boolean> {
  return 'locks' in navigator ? withLock(() => work(async () => undefined)) : withLease(work);
}

async function withLock(work: () => Promise<void>): Promise<boolean> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    await navigator.locks.request(name, { signal: patience.signal }, async () => {
      clearTimeout(timer);
      await work();
    });
    return true;
  } catch (cause) {
    if (patience.signal.aborted) return false;
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

async function withLease(work: (keepOn: () => Promise<void>) => Promise<void>): Promise<boolean> {
  const take = () => takeLease(name, holder, Date.now(), Date.now() + leaseMs);
  const until = Date.now() + patienceMs;
  while (!(await take())) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  try {
    await work(async () => void (await take()));
  } finally {
    await dropLease(name);
  }
  return true;
}
