import type { Map as MapLibre } from 'maplibre-gl';
import { onBeforeUnmount, watch, type ShallowRef } from 'vue';
import type { ParkMapProps } from './map-props.ts';

/** Keeps the map together with the others of its twin, if it has one. */
export function useTwin(map: ShallowRef<MapLibre | null>, props: ParkMapProps): void {
  let leave: (() => void) | undefined;
  watch(
    [map, () => props.twin],
    ([live, twin]) => {
      leave?.();
      leave = live && twin ? twin.join(live) : undefined;
    },
    { immediate: true },
  );
  onBeforeUnmount(() => leave?.());
}
