import type { Map } from 'maplibre-gl';
import { shallowRef, watch, type ShallowRef } from 'vue';

/** Whether the map is still loading or drawing; false once everything it was given is on the screen. */
export function useBusy(map: Readonly<ShallowRef<Map | null>>): Readonly<ShallowRef<boolean>> {
  const isBusy = shallowRef(true);
  watch(map, (live) => {
    live?.on('idle', () => (isBusy.value = false));
    live?.on('dataloading', () => (isBusy.value = true));
    live?.on('movestart', () => (isBusy.value = true));
  });
  return isBusy;
}
