import type { Map } from 'maplibre-gl';
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { MapTrouble } from '../plan.ts';

/** Whether the map is still loading or drawing; false once everything it was given is on the screen, or it cannot draw. */
export function useBusy(
  map: Readonly<ShallowRef<Map | null>>,
  trouble: Readonly<ShallowRef<MapTrouble | null>>,
): ComputedRef<boolean> {
  const isBusy = shallowRef(true);
  watch(map, (live) => {
    live?.on('idle', () => (isBusy.value = false));
    live?.on('dataloading', () => (isBusy.value = true));
    live?.on('movestart', () => (isBusy.value = true));
  });
  return computed(() => isBusy.value && trouble.value === null);
}
