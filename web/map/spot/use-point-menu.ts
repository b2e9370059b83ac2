import type { MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { watch } from 'vue';
import type { LngLat, MapPadding } from '../plan.ts';
import type { SelectableMap } from '../select/selectable-map.ts';

/** A place of the map, and where it is in pixels of the map. */
export interface PointAt {
  readonly lngLat: LngLat;
  readonly x: number;
  readonly y: number;
}

const longPressMs = 550;
const wanderPixels = 8;
const keys: ReadonlySet<string> = new Set(['h', 'contextmenu']);

/** Hears the right button, a long press of one finger, and H, Shift+F10 or the menu key for the middle of the map. */
export function usePointMenu(
  map: () => SelectableMap | null,
  padding: () => MapPadding,
  open: (point: PointAt) => void,
): void {
  let pressing: ReturnType<typeof setTimeout> | undefined;
  let pressedAt: { x: number; y: number } | null = null;
  let isOpened = false;

  const show = (live: SelectableMap, x: number, y: number): void => {
    const { lng, lat } = live.unproject([x, y]);
    // Takes away the tip of what lies under the pointer.
    live.getCanvasContainer().dispatchEvent(new MouseEvent('mouseout'));
    open({ lngLat: [lng, lat], x, y });
  };
  const rest = (): void => {
    clearTimeout(pressing);
    pressedAt = null;
  };
  const listen = (live: SelectableMap): (() => void) => {
    const canvas = live.getCanvas();
    const context = ({ originalEvent, point }: MapMouseEvent): void => {
      originalEvent.preventDefault();
      rest();
      show(live, point.x, point.y);
    };
    const press = ({ points, originalEvent }: MapTouchEvent): void => {
      rest();
      isOpened = false;
      const [at] = points;
      if (!at || originalEvent.touches.length !== 1) return;
      pressedAt = { x: at.x, y: at.y };
      pressing = setTimeout(() => {
        isOpened = true;
        show(live, at.x, at.y);
      }, longPressMs);
    };
    const wander = ({ point }: MapTouchEvent): void => {
      if (pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) > wanderPixels) rest();
    };
    /** The tap that follows a long press is none. */
    const lift = ({ originalEvent }: MapTouchEvent): void => {
      rest();
      if (isOpened) originalEvent.preventDefault();
    };
    const type = (event: KeyboardEvent): void => {
      const isMenuKey = keys.has(event.key.toLowerCase()) || (event.shiftKey && event.key === 'F10');
      if (!isMenuKey || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const { top, right, bottom, left } = padding();
      const { clientWidth, clientHeight } = live.getContainer();
      show(live, (left + clientWidth - right) / 2, (top + clientHeight - bottom) / 2);
    };
    live.on('contextmenu', context);
    live.on('touchstart', press);
    live.on('touchmove', wander);
    live.on('touchend', lift);
    live.on('touchcancel', rest);
    live.on('dragstart', rest);
    canvas.addEventListener('keydown', type);
    return () => {
      rest();
      live.off('contextmenu', context);
      live.off('touchstart', press);
      live.off('touchmove', wander);
      live.off('touchend', lift);
      live.off('touchcancel', rest);
      live.off('dragstart', rest);
      canvas.removeEventListener('keydown', type);
    };
  };
  watch(
    map,
    (live, _, onCleanup) => {
      if (live) onCleanup(listen(live));
    },
    { immediate: true },
  );
}
