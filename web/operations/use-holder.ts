import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { EventAnswer } from '../answers.ts';
import { readHistory } from '../api/history.ts';
import { Problem } from '../problem.ts';
import { useView } from '../state/view.ts';
import { findHolder, heldSubject } from './find-holder.ts';
import type { Objection } from './use-command.ts';

/** Who recorded what stands in the way of a refused command; null while unknown, or when it came with the first data. */
export function useHolder(objection: () => Objection): ShallowRef<EventAnswer | null> {
  const view = useView();
  const holder = shallowRef<EventAnswer | null>(null);
  let asking: AbortController | null = null;

  async function find(refused: Objection): Promise<void> {
    asking?.abort();
    holder.value = null;
    const subject = heldSubject(refused);
    if (subject === null) return;
    const mine = new AbortController();
    asking = mine;
    try {
      const { events } = await readHistory({ park: view.park, signal: mine.signal }, { subject });
      if (!mine.signal.aborted) holder.value = findHolder(refused, events);
    } catch (cause) {
      if (!mine.signal.aborted && !(cause instanceof Problem)) throw cause;
    }
  }
  watch(objection, (refused) => void find(refused), { immediate: true });
  onScopeDispose(() => asking?.abort());
  return holder;
}
