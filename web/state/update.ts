import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { WorkerMessage } from '../offline/worker-message.ts';
import { useTask } from './task.ts';

/** A new version of the page that waits. It takes over at the next start, or when the reader says so; never under an open form. */
export const useUpdate = defineStore('update', () => {
  const task = useTask();
  const waiting = shallowRef<ServiceWorker | null>(null);
  /** Another window has let the new version in: this page is of the old one. */
  const isBehind = ref(false);
  const isFree = computed(() => task.current === null);

  function takeOver(): void {
    const message: WorkerMessage = { kind: 'take-over' };
    if (isBehind.value) location.reload();
    else waiting.value?.postMessage(message);
  }
  /** The new version has taken over, here or from another window. */
  function tookOver(): void {
    isBehind.value = true;
    if (isFree.value) location.reload();
  }
  return {
    waiting,
    isOffered: computed(() => isFree.value && (waiting.value !== null || isBehind.value)),
    takeOver,
    tookOver,
  };
});
