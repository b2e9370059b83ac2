import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { computed, watch, type ComputedRef, type ShallowRef } from 'vue';
import { visibleFor, type Drawing } from '../drawing.ts';
import { composeLayers } from '../layers/compose-layers.ts';
import type { ProgressState, WorkStateSeen } from '../plan.ts';
import type { ParkMapProps } from './map-props.ts';
import { updateLayers } from './update-layers.ts';

/** The drawing that follows from the props. */
export function useDrawing(props: ParkMapProps, words: () => Drawing['words']): ComputedRef<Drawing> {
  return computed(() => ({
    landUses: props.landUses,
    theme: props.theme,
    planVersion: props.planVersion,
    visible: visibleFor(props.planVersion, props.sources.parcels, props.visible),
    roadLayer: props.roadLayer,
    works: new Map(props.workStates.map((state) => [state.code, progressOf(state)])),
    areaUnit: props.areaUnit,
    locale: props.locale,
    latitude: (props.bounds[1] + props.bounds[3]) / 2,
    dimmed: props.highlight.length > 0 || (props.incoming?.features.length ?? 0) > 0,
    words: words(),
  }));
}

export function progressOf({ reachedOn, forecast }: WorkStateSeen): ProgressState {
  return reachedOn === null ? 'planned' : forecast ? 'forecast' : 'done';
}

/** Redraws what changed; `drawn` are the layers the map was made with. */
export function useLayers(map: ShallowRef<MapLibre | null>, drawing: ComputedRef<Drawing>): void {
  let owner: MapLibre | null = null;
  let drawn: LayerSpecification[] = [];
  watch(
    [map, drawing],
    ([live, next]) => {
      if (!live) return;
      const layers = composeLayers(next);
      updateLayers(live, owner === live ? drawn : live.getStyle().layers, layers);
      [owner, drawn] = [live, layers];
    },
    { immediate: true, flush: 'post' },
  );
}
