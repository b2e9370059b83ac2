import { computed, onBeforeUnmount, shallowRef } from 'vue';
import { readExport, type ExportedFile, type ExportOrder } from '../../api/export.ts';
import { Problem } from '../../problem.ts';
import { saveFile } from '../../ui/save-file.ts';

export type Outcome =
  { kind: 'taken'; file: ExportedFile } | { kind: 'refused'; problem: Problem } | { kind: 'cancelled' };

/** Takes a file from the server to the reader's disk; whoever leaves or cancels gives it up. */
export function useTaking() {
  const making = shallowRef<AbortController | null>(null);
  const outcome = shallowRef<Outcome | null>(null);

  async function take(order: Omit<ExportOrder, 'signal'>): Promise<void> {
    if (making.value) return;
    const controller = new AbortController();
    const { signal } = controller;
    making.value = controller;
    outcome.value = null;
    try {
      const file = await readExport({ ...order, signal });
      saveFile(file.bytes, file.name);
      outcome.value = { kind: 'taken', file };
    } catch (cause) {
      if (signal.aborted) outcome.value = { kind: 'cancelled' };
      else if (cause instanceof Problem) outcome.value = { kind: 'refused', problem: cause };
      else throw cause;
    } finally {
      making.value = null;
    }
  }
  function cancel(): void {
    making.value?.abort();
  }
  onBeforeUnmount(cancel);
  return {
    isMaking: computed(() => making.value !== null),
    outcome,
    take,
    cancel,
    forget: () => {
      outcome.value = null;
    },
  };
}
