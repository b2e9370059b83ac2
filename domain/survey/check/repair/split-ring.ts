import { signedTwiceArea } from '../../../geometry/area.ts';
import { containsPoint } from '../../../geometry/contains-point.ts';
import type { Point, Polygon, Ring } from '../../../geometry/shapes.ts';
import { isSame, turn } from '../ring/ring-under-check.ts';

/**
 * Takes a ring apart where it touches itself, at the given places. Loops that run like the ring are land (or hole) like
 * it, loops that run the other way the opposite. Null when the ring comes to none of the places twice.
 */
export function splitRing(parts: readonly Polygon[], ring: Ring, points: readonly Point[]): Polygon[] | null {
  const loops = loopsOf(withPoints(ring, points), points).filter((loop) => signedTwiceArea(loop) !== 0);
  if (loops.length < 2 && loops[0]?.length === ring.length) return null;
  const isForward = signedTwiceArea(ring) > 0;
  const alike = loops.filter((loop) => signedTwiceArea(loop) > 0 === isForward);
  const opposite = loops.filter((loop) => signedTwiceArea(loop) > 0 !== isForward);
  const part = parts.findIndex((polygon) => polygon.includes(ring));
  const polygon = parts[part]!;
  const others = parts.filter((_, index) => index !== part);
  const holes = polygon.slice(1).filter((hole) => hole !== ring);
  if (polygon[0] === ring) return [...others, ...withHoles(alike, [...holes, ...opposite])];
  return [...others, ...withHoles([polygon[0]!], [...holes, ...alike]), ...opposite.map((loop) => [loop])];
}

/** The ring with a corner at every place that lies on one of its edges. */
function withPoints(ring: Ring, points: readonly Point[]): Point[] {
  return ring.flatMap((from, corner) => {
    const to = ring[(corner + 1) % ring.length]!;
    const length = (point: Point) => Math.hypot(point[0] - from[0], point[1] - from[1]);
    const on = points.filter(
      (point) =>
        turn(from, to, point) === 0 &&
        (point[0] - from[0]) * (point[0] - to[0]) + (point[1] - from[1]) * (point[1] - to[1]) < 0,
    );
    return [from, ...on.sort((a, b) => length(a) - length(b))];
  });
}

/** Walks along the ring; whenever a place comes again, what was walked since is a loop of its own. */
function loopsOf(ring: readonly Point[], points: readonly Point[]): Point[][] {
  const places = new Set(points.map(String));
  const loops: Point[][] = [];
  const path: Point[] = [];
  for (const point of ring) {
    const at = places.has(String(point)) ? path.findIndex((earlier) => isSame(earlier, point)) : -1;
    if (at >= 0) loops.push(path.splice(at));
    path.push(point);
  }
  return [...loops, path].filter((loop) => loop.length >= 3);
}

function withHoles(shells: readonly Ring[], holes: readonly Ring[]): Polygon[] {
  const parts = shells.map((shell): Ring[] => [shell]);
  for (const hole of holes) {
    const home = parts.find(([shell]) => hole.every((corner) => containsPoint([[shell!]], corner))) ?? parts[0];
    home?.push(hole);
  }
  return parts;
}
