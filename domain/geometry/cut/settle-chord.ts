import type { Line, Point } from '../shapes.ts';
import { cross, isSamePoint, type Edge } from './edges-meet.ts';

/** A crossing that may be settled on any grid point of its edge nearby. */
export interface Ending {
  readonly edge: Edge;
  /** The edge as neighbours know it: a settled corner lies within 0.71 mm of it. */
  readonly known: Edge;
  readonly at: readonly [east: number, north: number];
}

export interface SettledChord {
  readonly line: Line;
  /** Twice the area in square millimetres that is left over the wanted one. */
  readonly excessTwice: number;
}

/** How far the ends may slide along their edges to meet an area, in millimetres: less first. */
const slidesMillimetres = [1, 3, 8, 20];
/** Half the diagonal of the grid: where a rounded corner lies at most. */
const squareOfRounding = 0.5 + 1e-6;
const mostBends = 40;
const mostSteps = 2000;

/**
 * A cut from one edge to another, near two crossings, whose area differs from the wanted one by no more than `within`, or
 * twice that: its ends are grid points on the edges; where no two of them do, a third corner beside the cut (a millimetre
 * at most) bends it. `excessTwice` tells the area too much for given ends. The nearest found when there is none.
 */
export function settleChord(
  start: Ending,
  end: Ending,
  excessTwice: (from: Point, to: Point) => number,
  within: number,
): SettledChord | null {
  let best: SettledChord | null = null;
  for (const slide of slidesMillimetres) {
    best = bestChord(start, end, slide, excessTwice);
    if (best && Math.abs(best.excessTwice) <= within) return best;
  }
  if (best && Math.abs(best.excessTwice) <= within * 2) return best;
  const straight = chordsOf(start, end, 2, excessTwice);
  straight.sort((a, b) => Math.abs(a.excessTwice) - Math.abs(b.excessTwice));
  for (const chord of straight.slice(0, mostBends)) {
    const bent = bend(chord, within);
    if (bent && Math.abs(bent.excessTwice) < Math.abs(best!.excessTwice)) best = bent;
    if (best && Math.abs(best.excessTwice) <= within) return best;
  }
  return best;
}

function bestChord(
  start: Ending,
  end: Ending,
  slide: number,
  excessTwice: (from: Point, to: Point) => number,
): SettledChord | null {
  const tos = gridPoints(end, slide);
  let [least, line] = [Infinity, null as Line | null];
  let excess = 0;
  for (const from of gridPoints(start, slide)) {
    for (const to of tos) {
      const twice = excessTwice(from, to);
      if (Math.abs(twice) >= least || isSamePoint(from, to)) continue;
      [least, line, excess] = [Math.abs(twice), [from, to], twice];
    }
  }
  return line && { line, excessTwice: excess };
}

function chordsOf(
  start: Ending,
  end: Ending,
  slide: number,
  excessTwice: (from: Point, to: Point) => number,
): SettledChord[] {
  const tos = gridPoints(end, slide);
  return gridPoints(start, slide).flatMap((from) =>
    tos.filter((to) => !isSamePoint(from, to)).map((to) => ({ line: [from, to], excessTwice: excessTwice(from, to) })),
  );
}

/** Grid points of an edge within a slide of the crossing, the nearest first; its own ends may be among them. */
export function gridPoints({ edge: [a, b], known, at: [east, north] }: Ending, slide: number): Point[] {
  const points: Point[] = [];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const reach = slide + 1;
  for (let x = Math.floor(east - reach); x <= Math.ceil(east + reach); x += 1) {
    for (let y = Math.floor(north - reach); y <= Math.ceil(north + reach); y += 1) {
      if (Math.hypot(x - east, y - north) > slide + 0.5) continue;
      const point: Point = [x + 0, y + 0];
      const isEnd = isSamePoint(point, a) || isSamePoint(point, b);
      const dot = (x - a[0]) * dx + (y - a[1]) * dy;
      if (!isEnd && (dot <= 0 || dot >= square)) continue;
      if (!isEnd && (squareAway(known, point) > squareOfRounding || squareAway([a, b], point) > 1)) continue;
      points.push(point);
    }
  }
  const away = (point: Point) => (point[0] - east) ** 2 + (point[1] - north) ** 2;
  return points.sort((a, b) => away(a) - away(b));
}

function squareAway([a, b]: Edge, point: Point): number {
  const turn = cross(a, b, point);
  return (turn * turn) / ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);
}

/** The chord with a third corner that takes the excess off it, searched from its middle outwards. */
function bend({ line, excessTwice }: SettledChord, within: number): SettledChord | null {
  const [from, to] = [line[0]!, line.at(-1)!];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const isSteep = Math.abs(dy) >= Math.abs(dx);
  const [major, minor] = isSteep ? [dy, dx] : [dx, dy];
  if (minor === 0 || Math.abs(excessTwice) > Math.hypot(dx, dy)) return null;
  const stride = Math.max(1, Math.floor(within / Math.abs(minor)));
  const middle = Math.round(major / 2);
  let best: SettledChord | null = null;
  for (let step = 0; step * stride < Math.abs(major) * 0.4 && step < mostSteps; step += 1) {
    for (const along of [middle - step * stride, middle + step * stride]) {
      // A corner (x, y) from the start changes twice the area by x·dy − y·dx.
      const aside = Math.round((along * minor - (isSteep ? excessTwice : -excessTwice)) / major);
      const [x, y] = isSteep ? [aside, along] : [along, aside];
      const excess = excessTwice + x * dy - y * dx;
      if (best && Math.abs(excess) >= Math.abs(best.excessTwice)) continue;
      best = { line: [from, [from[0] + x, from[1] + y], to], excessTwice: excess };
    }
    if (best && Math.abs(best.excessTwice) <= within) return best;
  }
  return best;
}
