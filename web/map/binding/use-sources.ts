import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { toRaw, watch, type ShallowRef } from 'vue';
import { drawBands } from '../geometry/draw-bands.ts';
import { readRoads } from '../geometry/read-roads.ts';
import { drawnSources } from '../layers/build-sources.ts';
import type { MapSources } from '../plan.ts';
import type { ParkMapProps } from './map-props.ts';

/** Hands geometry to the map when its layer of the park changes; road bands also when the progress does. */
export function useSources(map: ShallowRef<MapLibre | null>, props: ParkMapProps): void {
  for (const source of drawnSources) {
    watch(
      [map, ...source.from.map((layer) => () => props.sources[layer])],
      () => {
        if (map.value) setData(map.value, source.id, source.make(rawSources(props.sources)));
      },
      { immediate: true },
    );
  }
  watch(
    [map, () => props.sources.roads, () => props.roadStates, () => props.roadLayer],
    ([live, roads, states, layer]) => {
      if (live) setData(live, 'road-progress', drawBands(readRoads(toRaw(roads)), states, layer));
    },
    { immediate: true },
  );
}

/** A proxy cannot be sent to the worker. */
function rawSources(sources: MapSources): MapSources {
  return Object.fromEntries(
    Object.entries(toRaw(sources)).map(([name, layer]) => [name, toRaw(layer)]),
  ) as unknown as MapSources;
}

function setData(map: MapLibre, id: string, data: FeatureCollection): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (source) void source.setData(data);
}
