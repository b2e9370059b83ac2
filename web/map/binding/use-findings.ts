import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { toRaw, watch, type ShallowRef } from 'vue';
import { placeLabels } from '../geometry/place-labels.ts';
import { findingSources, nothing } from '../layers/build-sources.ts';
import type { ParkMapProps } from './map-props.ts';

/** Draws the findings of the ledger and marks the one that is looked at. */
export function useFindings(map: ShallowRef<MapLibre | null>, props: ParkMapProps): void {
  const draw = (live: MapLibre, id: string, data: FeatureCollection) =>
    void live.getSource<GeoJSONSource>(id)?.setData(data);
  watch(
    [map, () => props.findings],
    ([live, findings]) => {
      if (!live) return;
      const drawn = toRaw(findings) ?? nothing;
      draw(live, 'findings', drawn);
      draw(live, 'finding-pins', placeLabels(drawn));
    },
    { immediate: true },
  );
  watch(
    [map, () => props.finding],
    ([live, now], [, before]) => {
      if (!live) return;
      for (const source of findingSources) {
        if (before) live.setFeatureState({ source, id: before }, { selected: false });
        if (now) live.setFeatureState({ source, id: now }, { selected: true });
      }
    },
    { immediate: true },
  );
}
