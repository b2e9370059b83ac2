import { computed, shallowRef } from 'vue';
import { copyHeader } from '../offline/kept-answers.ts';

const copied = shallowRef<ReadonlyMap<string, string>>(new Map());

/** When the oldest answer shown was given, if the service worker had to answer from what it keeps; else null. */
export const copyOf = computed(() => [...copied.value.values()].sort()[0] ?? null);

/** Notes whether the last answer of an address came from the server or is a copy; the day asked for does not matter. */
export function noteAnswer({ url, headers }: { url: string; headers: Pick<Headers, 'get'> }): void {
  const path = url.replace(/\?.*$/, '');
  const at = headers.get(copyHeader);
  if (at === null && !copied.value.has(path)) return;
  const next = new Map(copied.value);
  if (at === null) next.delete(path);
  else next.set(path, at);
  copied.value = next;
}

/** Everything on show is about to be asked for again. */
export function forgetCopies(): void {
  copied.value = new Map();
}
