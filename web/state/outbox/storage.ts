import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptPhoto, OutboxEntry } from './entry.ts';

interface Shelves extends DBSchema {
  entry: { key: string; value: OutboxEntry };
  photo: { key: string; value: KeptPhoto };
  lease: { key: string; value: { name: string; holder: string; until: number } };
}
export type Shelf = IDBPDatabase<Shelves>;

let opening: Promise<Shelf> | null = null;

/** The outbox of this browser. Rejects where nothing can be stored; tried anew the next time. */
function open(): Promise<Shelf> {
  opening ??= openDB<Shelves>('yuantu-outbox', 1, {
    upgrade: (database) => {
      database.createObjectStore('entry', { keyPath: 'id' });
      database.createObjectStore('photo', { keyPath: 'id' });
      database.createObjectStore('lease', { keyPath: 'name' });
    },
    terminated: () => (opening = null),
  }).catch((cause: unknown) => {
    opening = null;
    throw cause;
  });
  return opening;
}

export async function allEntries(): Promise<OutboxEntry[]> {
  const entries = await (await open()).getAll('entry');
  return entries.sort((a, b) => a.position - b.position);
}

/** Puts an order at the end of the row; one that is there already keeps its place. */
export async function addEntry(entry: Omit<OutboxEntry, 'position'>): Promise<void> {
  const { store, done } = (await open()).transaction('entry', 'readwrite', { durability: 'strict' });
  const all = await store.getAll();
  const before = all.find(({ id }) => id === entry.id);
  const last = Math.max(0, ...all.map(({ position }) => position));
  await store.put({ ...entry, position: before?.position ?? last + 1 });
  await done;
}

/** Changes an order that is still there. */
export async function changeEntry(id: string, change: (entry: OutboxEntry) => OutboxEntry): Promise<void> {
  const { store, done } = (await open()).transaction('entry', 'readwrite');
  const entry = await store.get(id);
  if (entry) await store.put(change(entry));
  await done;
}

export async function removeEntries(ids: readonly string[]): Promise<void> {
  const { store, done } = (await open()).transaction('entry', 'readwrite');
  await Promise.all(ids.map((id) => store.delete(id)));
  await done;
}

export const putPhoto = async (photo: KeptPhoto): Promise<unknown> => (await open()).put('photo', photo);
export const getPhoto = async (id: string): Promise<KeptPhoto | undefined> => (await open()).get('photo', id);
export const removePhoto = async (id: string): Promise<void> => (await open()).delete('photo', id);

/** Takes the lease for so long, if nobody else holds it. */
export async function takeLease(name: string, holder: string, now: number, until: number): Promise<boolean> {
  const { store, done } = (await open()).transaction('lease', 'readwrite');
  const lease = await store.get(name);
  const isFree = !lease || lease.holder === holder || lease.until <= now;
  if (isFree) await store.put({ name, holder, until });
  await done;
  return isFree;
}

export const dropLease = async (name: string): Promise<void> => (await open()).delete('lease', name);
