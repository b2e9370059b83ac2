import type { Point } from '../shapes.ts';
import type { DirectedEdge } from './trace-faces.ts';

/** Where an edge of land crosses the level. */
export interface Crossing {
  readonly edge: DirectedEdge;
  /** Share of the edge before the level. */
  readonly share: number;
}

export interface Level {
  /** In order along the direction: the level lies in the land from the first to the second, third to fourth … */
  readonly crossings: readonly Crossing[];
  /** Edges wholly on the left of the level. */
  readonly taken: readonly DirectedEdge[];
  isTaken(corner: Point): boolean;
}

interface Placed {
  readonly edge: DirectedEdge;
  readonly fromOffset: number;
  readonly toOffset: number;
  readonly fromAlong: number;
  readonly toAlong: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The straight line of a direction that has a wanted area (twice, in square millimetres) of the land on its left. Between
 * two corners, sorted by their offset to the right, the width of the land is linear in the offset and the area quadratic:
 * the strips are added up and the root of the last one taken. Edges have the land on their left.
 */
export function levelOfArea(
  edges: readonly DirectedEdge[],
  [directionEast, directionNorth]: readonly [number, number],
  wantedTwice: number,
): Level {
  const length = Math.hypot(directionEast, directionNorth);
  const [ux, uy] = [directionEast / length, directionNorth / length];
  const [originEast, originNorth] = edges[0]!.from;
  const offsetOf = ([x, y]: Point) => (x - originEast) * uy - (y - originNorth) * ux;
  const alongOf = ([x, y]: Point) => (x - originEast) * ux + (y - originNorth) * uy;
  const placed = edges.map((edge): Placed => {
    const [fromOffset, toOffset] = [offsetOf(edge.from), offsetOf(edge.to)];
    const [low, high] = fromOffset < toOffset ? [fromOffset, toOffset] : [toOffset, fromOffset];
    return { edge, fromOffset, toOffset, fromAlong: alongOf(edge.from), toAlong: alongOf(edge.to), low, high };
  });
  const offsets = [...new Set(placed.map(({ fromOffset }) => fromOffset))].sort((a, b) => a - b);
  const rising = placed.filter(({ low, high }) => low < high).sort((a, b) => a.low - b.low);
  let [sum, next] = [0, 0];
  let active: Placed[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 1) {
    const [low, high] = [offsets[index]!, offsets[index + 1]!];
    active = active.filter((edge) => edge.high > low);
    while (next < rising.length && rising[next]!.low <= low) active.push(rising[next++]!);
    const [start, end] = [widthAt(active, low), widthAt(active, high)];
    const strip = (start + end) * (high - low);
    if (sum + strip < wantedTwice && index + 2 < offsets.length) {
      sum += strip;
      continue;
    }
    const offset = low + depthOf(wantedTwice - sum, start, end, high - low);
    const middle = (low + high) / 2;
    const crossings = active.map((edge) => ({
      edge: edge.edge,
      share: (offset - edge.fromOffset) / (edge.toOffset - edge.fromOffset),
      along: alongAt(edge, middle),
    }));
    crossings.sort((a, b) => a.along - b.along);
    return {
      crossings,
      taken: placed.filter((edge) => edge.high <= low).map(({ edge }) => edge),
      isTaken: (corner) => offsetOf(corner) <= low,
    };
  }
  throw new Error('the land has no width');
}

/** h of 2·start·h + (end − start)/height·h² = twice, in the form that loses no digits. */
function depthOf(twice: number, start: number, end: number, height: number): number {
  const slope = (end - start) / height;
  const depth = twice / (start + Math.sqrt(Math.max(0, start * start + slope * twice)));
  return Math.min(height, Math.max(0, Number.isFinite(depth) ? depth : 0));
}

function widthAt(active: readonly Placed[], offset: number): number {
  let width = 0;
  for (const edge of active) width += edge.toOffset < edge.fromOffset ? alongAt(edge, offset) : -alongAt(edge, offset);
  return Math.max(0, width);
}

function alongAt({ fromOffset, toOffset, fromAlong, toAlong }: Placed, offset: number): number {
  return fromAlong + ((toAlong - fromAlong) * (offset - fromOffset)) / (toOffset - fromOffset);
}
