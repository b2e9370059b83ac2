import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { placeLabels } from '../geometry/place-labels.ts';
import { toRaw, watch, type ShallowRef } from 'vue';
import { nothing } from '../layers/build-sources.ts';
import type { ParkMapProps } from './map-props.ts';

/** Beyond this many pieces labels would be specks that take seconds to place. */
const mostLabels = 3000;

/** Draws the land of a survey file over the plan and frames the piece that is looked at. */
export function useIncoming(map: ShallowRef<MapLibre | null>, props: ParkMapProps): void {
  const draw = (live: MapLibre | null, source: string, data: FeatureCollection | undefined) =>
    void live?.getSource<GeoJSONSource>(source)?.setData(data ?? nothing);
  watch(
    [map, () => props.incoming],
    ([live, given]) => {
      const land = toRaw(given);
      draw(live, 'incoming', land);
      draw(live, 'incoming-labels', land && land.features.length <= mostLabels ? placeLabels(land) : undefined);
    },
    { immediate: true },
  );
  watch([map, () => props.incomingMarks], ([live, marks]) => draw(live, 'incoming-marks', toRaw(marks)), {
    immediate: true,
  });
  watch(
    [map, () => props.incomingChosen],
    ([live, now], [, before]) => {
      if (before) live?.setFeatureState({ source: 'incoming', id: before }, { selected: false });
      if (now) live?.setFeatureState({ source: 'incoming', id: now }, { selected: true });
    },
    { immediate: true },
  );
}
