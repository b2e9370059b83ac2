import type { Map as MapLibre } from 'maplibre-gl';
import { watch, type ShallowRef } from 'vue';
import { findBounds } from '../geometry/find-bounds.ts';
import type { LngLat, MapBounds, MapPadding, ThingAt } from '../plan.ts';
import { exportImage } from './export-image.ts';
import type { ParkMapExposed, ParkMapProps } from './map-props.ts';
import { reveal } from './reveal.ts';

const closestZoom = 17.5;
const roomPixels = 24;

/** Moves the map so that what matters lies beside the panels. */
export function useCamera(
  map: ShallowRef<MapLibre | null>,
  props: ParkMapProps,
  lastClicked: () => ThingAt | null,
): ParkMapExposed {
  const boundsOf = (codes: readonly string[]): MapBounds | null => {
    const { parcels, roads, works, zones, phases, planVersions } = props.sources;
    const drawn = [parcels, roads, works, zones, phases, planVersions, ...(props.findings ? [props.findings] : [])];
    return findBounds(drawn, new Set(codes));
  };
  const fitBounds = (bounds: MapBounds): void => {
    map.value?.fitBounds([...bounds], { padding: roomy(props.padding), maxZoom: closestZoom, duration: 500 });
  };

  watch([map, () => props.bounds], ([live, bounds], [before, old]) => {
    if (live && before === live && String(bounds) !== String(old))
      live.fitBounds([...bounds], { padding: roomy(props.padding), animate: false });
  });
  watch(
    [map, () => props.selection, () => props.padding],
    ([live, selection]) => {
      if (!live || !selection) return;
      const clicked = lastClicked();
      const wasClicked = clicked?.kind === selection.kind && clicked.code === selection.code;
      const bounds = wasClicked ? around(clicked.lngLat) : boundsOf([selection.code]);
      if (bounds) reveal(live, bounds, props.padding, wasClicked ? null : fitBounds);
    },
    { flush: 'post' },
  );

  return {
    fitBounds,
    fitTo: (codes) => {
      const bounds = boundsOf(codes);
      if (bounds) fitBounds(bounds);
    },
    flyTo: (center: LngLat, zoom?: number) => {
      map.value?.flyTo({
        center: [...center],
        ...(zoom === undefined ? {} : { zoom }),
        offset: centreOffset(props.padding),
        duration: 700,
      });
    },
    exportImage: () => (map.value ? exportImage(map.value) : Promise.resolve(null)),
  };
}

export function roomy({ top, right, bottom, left }: MapPadding): {
  top: number;
  right: number;
  bottom: number;
  left: number;
} {
  return { top: top + roomPixels, right: right + roomPixels, bottom: bottom + roomPixels, left: left + roomPixels };
}

/** Where the middle of the free part lies from the middle of the map. */
function centreOffset({ top, right, bottom, left }: MapPadding): [x: number, y: number] {
  return [(left - right) / 2, (top - bottom) / 2];
}

function around([x, y]: LngLat): MapBounds {
  const degrees = 0.0004;
  return [x - degrees, y - degrees, x + degrees, y + degrees];
}
