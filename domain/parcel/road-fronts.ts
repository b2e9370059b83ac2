import type { Line, MultiPolygon, Ring } from '../geometry/shapes.ts';
import type { Access } from './schema.ts';

export interface PlannedRoad {
  readonly code: string;
  readonly designWidthMetres: number;
  readonly centreline: Line;
}

/** The roads of a plan, prepared once for all land that may open to them. */
export interface RoadFronts {
  /**
   * How land opens to the road asked for, if the plan has it, else to the one whose edge is nearest, of equally near ones
   * the first: along the stretch its boundary runs beside. Null when no road is anywhere.
   */
  access(polygons: MultiPolygon, road?: string): Access | null;
}

/** Along the frontage nothing lies farther from the road than the nearest corner by more than this. */
export const frontageMillimetres = 10_000;

/** Boxes are told from one another with this to spare, so that no rounding leaves out what is nearest. */
const spareMillimetres = 1;

interface Front {
  readonly code: string;
  readonly halfWidthMillimetres: number;
  /** x0, y0, x1, y1 of every segment. */
  readonly segments: Float64Array;
  /** Metres of the line before every segment, in millimetres. */
  readonly before: Float64Array;
  readonly box: Float64Array;
}

export function roadFronts(roads: readonly PlannedRoad[]): RoadFronts {
  const fronts = roads.map(frontOf).filter(({ segments }) => segments.length > 0);
  return {
    access: (polygons, road) => {
      const asked = road === undefined ? [] : fronts.filter(({ code }) => code === road);
      return accessOf(polygons, asked.length > 0 ? asked : fronts);
    },
  };
}

function accessOf(polygons: MultiPolygon, fronts: readonly Front[]): Access | null {
  const places = placesAlong(polygons);
  const box = boxAround(places);
  const found = nearestFront(places, box, fronts);
  if (!found) return null;
  const { front, nearest } = found;
  const farthest = nearest + frontageMillimetres;
  const near = segmentsWithin(front, box, farthest + spareMillimetres);
  let [from, to, closest, turn] = [Infinity, -Infinity, Infinity, 0];
  for (let at = 0; at < places.length; at += 2) {
    const foot = footOn(front, near, places[at]!, places[at + 1]!);
    if (foot.distanceMillimetres > farthest) continue;
    const metres = Math.round(foot.alongMillimetres) / 1000;
    from = Math.min(from, metres);
    to = Math.max(to, metres);
    if (foot.distanceMillimetres < closest) [closest, turn] = [foot.distanceMillimetres, foot.turn];
  }
  return { road: front.code, fromMetres: from, toMetres: to, side: turn < 0 ? 'right' : 'left' };
}

/** Begins with the road whose box is nearest; of most others the box is too far for them to be measured. */
function nearestFront(places: Float64Array, box: Float64Array, fronts: readonly Front[]) {
  const atLeast = fronts.map((front) => apart(box, front.box, 0) - front.halfWidthMillimetres);
  const first = atLeast.indexOf(Math.min(...atLeast));
  let best: { front: Front; order: number; nearest: number; fromEdge: number } | null = null;
  for (let step = -1; step < fronts.length; step += 1) {
    const order = step === -1 ? first : step;
    const front = fronts[order];
    if (!front || (step === first && best)) continue;
    if (best && atLeast[order]! > best.fromEdge + spareMillimetres) continue;
    const limit = best ? best.fromEdge + front.halfWidthMillimetres : Infinity;
    const nearest = nearestWithin(front, places, box, limit);
    const fromEdge = nearest - front.halfWidthMillimetres;
    const isNearer = !best || fromEdge < best.fromEdge || (fromEdge === best.fromEdge && order < best.order);
    if (nearest < Infinity && isNearer) best = { front, order, nearest, fromEdge };
  }
  return best;
}

/** The distance of a line from the nearest of the places; any number above the limit where it is more than that. */
function nearestWithin({ segments }: Front, places: Float64Array, box: Float64Array, limit: number): number {
  let least = Infinity;
  let reach = limit + spareMillimetres;
  for (let segment = 0; segment < segments.length; segment += 4) {
    if (apart(box, segments, segment) > reach) continue;
    for (let at = 0; at < places.length; at += 2) {
      const away = squareFrom(segments, segment, places[at]!, places[at + 1]!);
      if (away < least) least = away;
    }
    reach = Math.min(reach, Math.sqrt(least) + spareMillimetres);
  }
  return Math.sqrt(least);
}

function segmentsWithin({ segments }: Front, box: Float64Array, reach: number): number[] {
  const near: number[] = [];
  for (let segment = 0; segment < segments.length; segment += 4) {
    if (apart(box, segments, segment) <= reach) near.push(segment);
  }
  return near;
}

/** As `nearestOnLine` has it, of these segments only. */
function footOn({ segments, before }: Front, near: readonly number[], x: number, y: number) {
  let [best, nearest] = [-1, Infinity];
  for (const segment of near) {
    const away = squareFrom(segments, segment, x, y);
    if (away < nearest) [best, nearest] = [segment, away];
  }
  if (best === -1) return { alongMillimetres: 0, distanceMillimetres: Infinity, turn: 0 };
  const [x0, y0] = [segments[best]!, segments[best + 1]!];
  const [dx, dy] = [segments[best + 2]! - x0, segments[best + 3]! - y0];
  const [px, py] = [x - x0, y - y0];
  const square = dx * dx + dy * dy;
  return {
    alongMillimetres: before[best / 4]! + Math.sqrt(square) * shareOf(square, px * dx + py * dy),
    distanceMillimetres: Math.sqrt(nearest),
    turn: dx * py - dy * px,
  };
}

function squareFrom(segments: Float64Array, at: number, x: number, y: number): number {
  const [x0, y0] = [segments[at]!, segments[at + 1]!];
  const [dx, dy] = [segments[at + 2]! - x0, segments[at + 3]! - y0];
  const [px, py] = [x - x0, y - y0];
  const share = shareOf(dx * dx + dy * dy, px * dx + py * dy);
  const [offX, offY] = [px - dx * share, py - dy * share];
  return offX * offX + offY * offY;
}

function shareOf(square: number, along: number): number {
  return square === 0 ? 0 : Math.min(1, Math.max(0, along / square));
}

/** The distance of two boxes, each given by two opposite corners. */
function apart(a: Float64Array, b: Float64Array, at: number): number {
  const [x0, y0, x1, y1] = [b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!];
  const east = Math.max(0, a[0]! - Math.max(x0, x1), Math.min(x0, x1) - a[2]!);
  const north = Math.max(0, a[1]! - Math.max(y0, y1), Math.min(y0, y1) - a[3]!);
  return Math.sqrt(east * east + north * north);
}

function frontOf({ code, designWidthMetres, centreline }: PlannedRoad): Front {
  const [first] = centreline;
  const ends = centreline.length === 1 ? [first!, first!] : centreline;
  const segments = new Float64Array(Math.max(0, ends.length - 1) * 4);
  const before = new Float64Array(segments.length / 4);
  let length = 0;
  for (let index = 1; index < ends.length; index += 1) {
    const [[x0, y0], [x1, y1]] = [ends[index - 1]!, ends[index]!];
    segments.set([x0, y0, x1, y1], (index - 1) * 4);
    before[index - 1] = length;
    length += Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  }
  const box = boxAround(Float64Array.from(centreline.flat()));
  return { code, halfWidthMillimetres: designWidthMetres * 500, segments, before, box };
}

/** x and y of the corners of the outer rings and of the middles of their edges. */
function placesAlong(polygons: MultiPolygon): Float64Array {
  const outer = polygons.flatMap(([ring]): Ring[] => (ring ? [ring] : []));
  const places = new Float64Array(outer.reduce((sum, ring) => sum + ring.length * 4, 0));
  let at = 0;
  for (const ring of outer) {
    for (let corner = 0; corner < ring.length; corner += 1) {
      const [x, y] = ring[corner]!;
      const next = ring[corner + 1 === ring.length ? 0 : corner + 1]!;
      places[at] = x;
      places[at + 1] = y;
      places[at + 2] = (x + next[0]) / 2;
      places[at + 3] = (y + next[1]) / 2;
      at += 4;
    }
  }
  return places;
}

/** West, south, east, north of places given by x and y. */
function boxAround(places: Float64Array): Float64Array {
  const box = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at]!, places[at + 1]!];
    if (x < box[0]!) box[0] = x;
    if (y < box[1]!) box[1] = y;
    if (x > box[2]!) box[2] = x;
    if (y > box[3]!) box[3] = y;
  }
  return box;
}
