import type { ErrorEvent, Map as MapLibre } from 'maplibre-gl';
import { onBeforeUnmount, onMounted, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { MapTrouble, MapView } from '../plan.ts';
import { canDraw, createMap, type MapStart } from './create-map.ts';

interface Hooks {
  readonly ready: () => void;
  readonly moved: (view: MapView) => void;
  readonly trouble: (trouble: MapTrouble) => void;
}

export interface LiveMap {
  /** The map once its style stands, else null. */
  readonly map: ShallowRef<MapLibre | null>;
  readonly trouble: ShallowRef<MapTrouble | null>;
}

/** Makes the map when the page is there and takes it away with it. */
export function useMap(
  container: Readonly<Ref<HTMLElement | null>>,
  start: () => Omit<MapStart, 'container'>,
  hooks: Hooks,
): LiveMap {
  const map = shallowRef<MapLibre | null>(null);
  const trouble = shallowRef<MapTrouble | null>(null);
  let made: MapLibre | null = null;

  const fail = (code: MapTrouble['code'], message: string): void => {
    const found = { code, message };
    if (code !== 'map.failed') trouble.value = found;
    hooks.trouble(found);
  };

  onMounted(() => {
    if (!container.value) return;
    if (!canDraw()) return fail('map.no-webgl', 'WebGL 2 is not available');
    try {
      made = createMap({ ...start(), container: container.value });
    } catch (error) {
      return fail('map.no-webgl', error instanceof Error ? error.message : String(error));
    }
    const live = made;
    live.on('error', ({ error }: ErrorEvent) => fail('map.failed', error.message));
    live.on('webglcontextlost', () => {
      map.value = null;
      fail('map.context-lost', 'the graphics context was lost');
    });
    live.on('webglcontextrestored', () => (trouble.value = null));
    live.on('moveend', () => hooks.moved(viewOf(live)));
    live.on('style.load', () => (map.value = live));
    live.once('idle', hooks.ready);
  });
  onBeforeUnmount(() => {
    map.value = null;
    made?.remove();
    made = null;
  });
  return { map, trouble };
}

function viewOf(map: MapLibre): MapView {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing() };
}
