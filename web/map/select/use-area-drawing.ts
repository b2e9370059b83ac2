import { shallowRef, watch, type ShallowRef } from 'vue';
import { boxLine } from '../geometry/box-line.ts';
import type { Corner } from '../geometry/pick-inside.ts';
import type { SelectableMap } from './selectable-map.ts';

export type AreaTool = 'box' | 'lasso';

export interface DrawnArea {
  readonly line: readonly Corner[];
  readonly at: Corner;
  readonly hasShift: boolean;
  readonly hasAlt: boolean;
}

const leastPixels = 6;
const stepPixels = 3;

/**
 * A box or lasso drawn on the map with mouse, pen or one finger; the map stands still meanwhile. A second finger, a
 * moving map or `cancel` gives the line up. What is shorter than a click may wander stays a click.
 */
export function useAreaDrawing(
  map: () => SelectableMap | null,
  tool: () => AreaTool,
  on: { readonly start: () => void; readonly done: (area: DrawnArea) => void; readonly cancel: () => void },
): { area: ShallowRef<DrawnArea | null>; cancel: () => boolean } {
  const area = shallowRef<DrawnArea | null>(null);
  let held: { pointer: number; from: Corner; trace: Corner[] } | null = null;
  let isClickToSwallow = false;

  function cancel(): boolean {
    const wasDrawn = area.value !== null;
    held = null;
    area.value = null;
    if (wasDrawn) on.cancel();
    return wasDrawn;
  }
  function down(live: SelectableMap, event: PointerEvent): void {
    isClickToSwallow = false;
    if (!event.isPrimary) return void cancel();
    if (event.button !== 0 || event.ctrlKey) return;
    const from = placeOf(live, event);
    held = { pointer: event.pointerId, from, trace: [from] };
    live.getCanvas().setPointerCapture(event.pointerId);
  }
  function move(live: SelectableMap, event: PointerEvent): void {
    if (held?.pointer !== event.pointerId) return;
    const at = placeOf(live, event);
    if (area.value === null && distance(held.from, at) < leastPixels) return;
    if (area.value === null) begin(live);
    if (distance(held.trace.at(-1)!, at) >= stepPixels) held.trace.push(at);
    const line = tool() === 'box' ? boxLine(held.from, at) : [...held.trace, at];
    area.value = { line, at, hasShift: event.shiftKey, hasAlt: event.altKey };
  }
  /** While a line is drawn the pointer points at nothing. */
  function begin(live: SelectableMap): void {
    live.getCanvasContainer().dispatchEvent(new MouseEvent('mouseout'));
    on.start();
  }
  function up(event: PointerEvent): void {
    if (held?.pointer !== event.pointerId) return;
    const drawn = area.value;
    held = null;
    area.value = null;
    if (drawn === null) return;
    isClickToSwallow = true;
    on.done({ ...drawn, hasShift: event.shiftKey, hasAlt: event.altKey });
  }
  /** A lasso that ends where it began would count as a click on what lies there. */
  function swallow(event: Event): void {
    const isOver = event.type === 'click' ? isClickToSwallow : area.value !== null;
    if (isOver) event.stopPropagation();
    if (event.type === 'click') isClickToSwallow = false;
  }

  watch(
    map,
    (live, _, onCleanup) => {
      if (!live) return;
      const ground = live.getCanvasContainer();
      const ear = new AbortController();
      const listen = { capture: true, signal: ear.signal };
      ground.addEventListener('pointerdown', (event) => down(live, event), listen);
      ground.addEventListener('pointermove', (event) => move(live, event), listen);
      ground.addEventListener('pointerup', up, listen);
      ground.addEventListener('pointercancel', cancel, listen);
      ground.addEventListener('mousemove', swallow, listen);
      ground.addEventListener('click', swallow, listen);
      live.on('movestart', cancel);
      const wake = stillMap(live);
      onCleanup(() => {
        ear.abort();
        live.off('movestart', cancel);
        cancel();
        wake();
      });
    },
    { immediate: true },
  );
  return { area, cancel };
}

/** Lets a drag draw: the map takes no drags, and the browser no swipes, until the returned function is called. */
function stillMap(live: SelectableMap): () => void {
  const ground = live.getCanvasContainer();
  const grounds = [ground, live.getCanvas()];
  live.dragPan.disable();
  live.boxZoom.disable();
  ground.classList.add('is-drawn-on');
  for (const element of grounds) element.style.touchAction = 'none';
  return () => {
    live.dragPan.enable();
    live.boxZoom.enable();
    ground.classList.remove('is-drawn-on');
    for (const element of grounds) element.style.touchAction = '';
  };
}

function placeOf(live: SelectableMap, { clientX, clientY }: PointerEvent): Corner {
  const { left, top } = live.getCanvasContainer().getBoundingClientRect();
  return [clientX - left, clientY - top];
}

function distance([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.hypot(bx - ax, by - ay);
}
