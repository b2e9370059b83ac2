import { watch } from 'vue';
import type { FeatureCollection, Position } from 'geojson';
import type { LngLat } from '../plan.ts';
import type { SelectableMap } from './selectable-map.ts';

const snapPixels = 12;

/** While it is wanted, the next click on the map is a place: the corner of a parcel where one is near. */
export function usePointing(
  map: () => SelectableMap | null,
  isWanted: () => boolean,
  parcels: () => FeatureCollection | null,
  take: (place: LngLat) => void,
): void {
  watch(
    [map, isWanted] as const,
    ([live, wanted], _, onCleanup) => {
      if (!live || !wanted) return;
      const ground = live.getCanvasContainer();
      const click = (event: MouseEvent): void => {
        event.stopPropagation();
        const { left, top } = ground.getBoundingClientRect();
        take(placeAt(live, [event.clientX - left, event.clientY - top], parcels()));
      };
      ground.addEventListener('click', click, { capture: true });
      ground.classList.add('is-drawn-on');
      onCleanup(() => {
        ground.removeEventListener('click', click, { capture: true });
        ground.classList.remove('is-drawn-on');
      });
    },
    { immediate: true },
  );
}

function placeAt(live: SelectableMap, [x, y]: readonly [number, number], parcels: FeatureCollection | null): LngLat {
  let nearest: LngLat | null = null;
  let least = snapPixels;
  for (const [longitude = 0, latitude = 0] of cornersOf(parcels)) {
    const at = live.project([longitude, latitude]);
    const away = Math.hypot(at.x - x, at.y - y);
    if (away > least) continue;
    least = away;
    nearest = [longitude, latitude];
  }
  if (nearest) return nearest;
  const { lng, lat } = live.unproject([x, y]);
  return [lng, lat];
}

function cornersOf(parcels: FeatureCollection | null): Position[] {
  return (parcels?.features ?? []).flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates.flat();
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
  });
}
