import type { Position } from '../survey-file.ts';
import { signedRingArea } from './signed-ring-area.ts';

export interface NamedRing {
  readonly positions: readonly Position[];
  readonly names: readonly string[] | null;
}

export interface Arrangement {
  readonly start: 'north-west' | 'kept';
  readonly winding: 'clockwise' | 'counter-clockwise' | 'kept';
}

/** A ring turned the asked way round on the map and begun at its north-west corner; names go with their corners. */
export function arrangeRing(ring: NamedRing, { start, winding }: Arrangement): NamedRing {
  const area = signedRingArea(ring.positions);
  const isTurned = area !== 0 && winding !== 'kept' && area > 0 === (winding === 'clockwise');
  const turned = isTurned ? mapped(ring, (list) => [list[0]!, ...list.slice(1).reverse()]) : ring;
  if (start === 'kept') return turned;
  const first = northWest(turned.positions);
  return mapped(turned, (list) => [...list.slice(first), ...list.slice(0, first)]);
}

/** The corner furthest to the north-west: the largest north minus east; of several the northernmost. */
function northWest(positions: readonly Position[]): number {
  let best = 0;
  const reach = ([east, north]: Position) => Math.round((north - east) * 1e6);
  positions.forEach((position, index) => {
    const difference = reach(position) - reach(positions[best]!);
    if (difference > 0 || (difference === 0 && position[1] > positions[best]![1])) best = index;
  });
  return best;
}

function mapped(ring: NamedRing, map: <T>(list: readonly T[]) => T[]): NamedRing {
  if (ring.positions.length === 0) return ring;
  return { positions: map(ring.positions), names: ring.names && map(ring.names) };
}
