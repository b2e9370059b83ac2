import type { Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';
import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue';
import type { ThingAt } from '../plan.ts';
import { pickThing } from './pick-thing.ts';

export interface Pointed extends ThingAt {
  readonly x: number;
  readonly y: number;
}

const tolerancePixels = { fine: 4, coarse: 14 } as const;

/** What the pointer is on, and what is clicked, tapped, or chosen with Enter at the middle of the map. */
export function usePointer(
  map: ShallowRef<MapLibre | null>,
  centre: () => readonly [x: number, y: number],
  choose: (thing: ThingAt | null) => void,
): { pointed: ShallowRef<Pointed | null> } {
  const pointed = shallowRef<Pointed | null>(null);
  let frame = 0;

  const at = (live: MapLibre, point: Point, isTouch: boolean): Pointed | null => {
    const thing = pickThing(live, point, isTouch ? tolerancePixels.coarse : tolerancePixels.fine);
    const { lng, lat } = live.unproject(point);
    return thing && { ...thing, lngLat: [lng, lat], x: point.x, y: point.y };
  };
  const look = (event: MapMouseEvent): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const live = map.value;
      if (!live || isTouch(event.originalEvent)) return;
      pointed.value = live.isMoving() ? null : at(live, event.point, false);
      live.getCanvas().style.cursor = pointed.value ? 'pointer' : '';
    });
  };
  const leave = (): void => {
    cancelAnimationFrame(frame);
    pointed.value = null;
  };
  const click = (event: MapMouseEvent): void => {
    if (map.value) choose(thingOnly(at(map.value, event.point, isTouch(event.originalEvent))));
  };
  const press = (event: KeyboardEvent): void => {
    const live = map.value;
    if (!live || event.key !== 'Enter' || event.target !== live.getCanvas()) return;
    event.preventDefault();
    choose(thingOnly(at(live, live.project(live.unproject([...centre()])), true)));
  };

  watch(
    map,
    (live, _, onCleanup) => {
      if (!live) return;
      live.on('mousemove', look);
      live.on('mouseout', leave);
      live.on('movestart', leave);
      live.on('click', click);
      live.getCanvas().addEventListener('keydown', press);
      onCleanup(() => live.getCanvas().removeEventListener('keydown', press));
    },
    { immediate: true },
  );
  onBeforeUnmount(leave);
  return { pointed };
}

export function thingOnly(pointed: Pointed | null): ThingAt | null {
  return pointed && { kind: pointed.kind, code: pointed.code, lngLat: pointed.lngLat };
}

function isTouch(event: MouseEvent): boolean {
  return 'pointerType' in event ? event.pointerType === 'touch' : matchMedia('(pointer: coarse)').matches;
}
