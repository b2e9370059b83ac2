import type { Map as MapLibre } from 'maplibre-gl';
import type { MapBounds, MapPadding } from '../plan.ts';

const marginPixels = 24;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far the map must move, in pixels, so that a box is not under a panel; null when the box is larger than what is free. */
export function revealShift(box: Box, free: Box): readonly [x: number, y: number] | null {
  const x = shift(box.left, box.right, free.left, free.right);
  const y = shift(box.top, box.bottom, free.top, free.bottom);
  return x === null || y === null ? null : [x, y];
}

function shift(low: number, high: number, freeLow: number, freeHigh: number): number | null {
  if (high - low > freeHigh - freeLow) return null;
  if (low < freeLow) return low - freeLow;
  return high > freeHigh ? high - freeHigh : 0;
}

/** Moves the map no more than needed; what is too large for the free part is handed to `fit`. */
export function reveal(
  map: MapLibre,
  bounds: MapBounds,
  padding: MapPadding,
  fit: ((bounds: MapBounds) => void) | null,
): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const by = revealShift(boxOf(map, bounds), {
    left: padding.left + marginPixels,
    right: clientWidth - padding.right - marginPixels,
    top: padding.top + marginPixels,
    bottom: clientHeight - padding.bottom - marginPixels,
  });
  if (by === null) fit?.(bounds);
  else if (by[0] !== 0 || by[1] !== 0) map.panBy([...by], { duration: 350 });
}

function boxOf(map: MapLibre, [west, south, east, north]: MapBounds): Box {
  const corners = [
    map.project([west, south]),
    map.project([east, south]),
    map.project([east, north]),
    map.project([west, north]),
  ];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
