import type { Map as MapLibre } from 'maplibre-gl';
import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { pixelsPerMetre } from '../layers/express.ts';
import type { ParkMapProps } from './map-props.ts';

export interface Frame {
  /** The middle of what the panels leave free, in pixels. */
  readonly middle: ComputedRef<readonly [x: number, y: number]>;
  readonly view: Ref<{ zoom: number; bearing: number; metresPerPixel: number }>;
  readonly width: Ref<number>;
  /** Whether the map has the keyboard. */
  readonly isFocused: Ref<boolean>;
}

/** What the controls around the map must know of it. */
export function useFrame(map: ShallowRef<MapLibre | null>, props: ParkMapProps): Frame {
  const view = ref({ zoom: 14, bearing: 0, metresPerPixel: 4 });
  const width = ref(0);
  const height = ref(0);
  const isFocused = ref(false);

  watch(map, (live, _, onCleanup) => {
    if (!live) return;
    const canvas = live.getCanvas();
    const look = (): void => {
      const zoom = live.getZoom();
      view.value = { zoom, bearing: live.getBearing(), metresPerPixel: 1 / pixelsPerMetre(zoom, live.getCenter().lat) };
    };
    const measure = (): void => {
      width.value = live.getContainer().clientWidth;
      height.value = live.getContainer().clientHeight;
    };
    const focus = (): void => {
      isFocused.value = canvas.matches(':focus-visible');
    };
    look();
    measure();
    live.on('move', look);
    live.on('resize', measure);
    canvas.addEventListener('focus', focus);
    canvas.addEventListener('blur', focus);
    onCleanup(() => {
      canvas.removeEventListener('focus', focus);
      canvas.removeEventListener('blur', focus);
    });
  });

  const middle = computed(() => {
    const { top, right, bottom, left } = props.padding;
    return [(left + width.value - right) / 2, (top + height.value - bottom) / 2] as const;
  });
  return { middle, view, width, isFocused };
}
