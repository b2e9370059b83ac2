import type { Map as MapLibre } from 'maplibre-gl';
import { watch, type ShallowRef } from 'vue';
import type { Thing } from '../plan.ts';
import { applyHighlight, applyMark, applyParcelStates } from './apply-states.ts';
import type { ParkMapProps } from './map-props.ts';

/** Keeps the states of parcels, the highlight, the selection and the hover mark on the map. */
export function useStates(
  map: ShallowRef<MapLibre | null>,
  props: ParkMapProps,
  hovered: ShallowRef<Thing | null>,
): void {
  let states: ReadonlyMap<string, string> = new Map();
  let hot: ReadonlySet<string> = new Set();
  const marked: Record<'hover' | 'selected', Thing | null> = { hover: null, selected: null };

  watch(
    map,
    () => {
      states = new Map();
      hot = new Set();
      marked.hover = marked.selected = null;
    },
    { immediate: true },
  );
  watch(
    [map, () => props.parcelStates],
    ([live, next]) => {
      if (live) states = applyParcelStates(live, states, next);
    },
    { immediate: true },
  );
  watch(
    [map, () => props.highlight],
    ([live, codes]) => {
      if (live) hot = applyHighlight(live, hot, codes);
    },
    { immediate: true },
  );
  const keep = (mark: 'hover' | 'selected', thing: () => Thing | null): void => {
    watch(
      [map, thing],
      ([live, next]) => {
        if (!live) return;
        applyMark(live, mark, marked[mark], next);
        marked[mark] = next;
      },
      { immediate: true },
    );
  };
  keep('selected', () => props.selection);
  keep('hover', () => hovered.value);
}
