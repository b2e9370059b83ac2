import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Figure } from './address.ts';
import { useView } from './view.ts';

/** Land that is taken away as a file: the whole park, a phase, or parcels that were chosen or make up a figure. */
export type ExportedLand =
  { kind: 'park' } | { kind: 'phase'; phase: string } | { kind: 'parcels'; codes: readonly string[]; figure?: Figure };

/** Which land the dialog for taking it away was opened with. It outlives the panel it was opened from. */
export const useExport = defineStore('export', () => {
  const view = useView();
  const asked = shallowRef<ExportedLand | null>(null);
  function close(): void {
    asked.value = null;
  }
  watch(() => view.park, close);
  return {
    asked,
    open: (land: ExportedLand) => {
      asked.value = land;
    },
    close,
  };
});
