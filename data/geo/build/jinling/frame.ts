import type { Point } from '../shape/curve.ts';

/** Grid of the park: EPSG:4548, metres, counted from this origin so that all numbers are small and positive. */
export const origin = { east: 526_000, north: 3_041_000 };

/** The middle of the valley frame: 117.33 E, 27.53 N. */
const middle: Point = [532_600 - origin.east, 3_046_450 - origin.north];
const middleU = 1700;

/**
 * The valley frame: u runs down the valley, v to its left bank. The axis bends, so that straight things in the frame
 * follow the valley on the ground.
 */
const step = 10;
const firstU = -9000;
const lastU = 12000;
const axis = buildAxis();

export function valley(u: number, v: number): Point {
  const at = Math.min(lastU - step, Math.max(firstU, u));
  const i = Math.floor((at - firstU) / step);
  const h = heading(at);
  const along = u - (firstU + i * step);
  const [x, y] = axis[i]!;
  return [x + Math.cos(h) * along - Math.sin(h) * v, y + Math.sin(h) * along + Math.cos(h) * v];
}

/** Points given as [u, v]. */
export const valleyLine = (points: readonly Point[]): Point[] => points.map(([u, v]) => valley(u, v));

/** The frame coordinates of a point near the park, by a few rounds of correction. */
export function toValley(p: Point): Point {
  let [u, v] = [middleU + (p[0] - middle[0]), p[1] - middle[1]];
  for (let i = 0; i < 30; i++) {
    const at = valley(u, v);
    const h = heading(u);
    const [dx, dy] = [p[0] - at[0], p[1] - at[1]];
    u += (dx * Math.cos(h) + dy * Math.sin(h)) * 0.9;
    v += (-dx * Math.sin(h) + dy * Math.cos(h)) * 0.9;
  }
  return [u, v];
}

export function heading(u: number): number {
  const t = Math.min(1, Math.max(0, (u - 100) / 3200));
  const smooth = t * t * (3 - 2 * t);
  return ((26 - 27 * smooth) * Math.PI) / 180;
}

function buildAxis(): Point[] {
  const points: Point[] = [[0, 0]];
  for (let u = firstU; u < lastU; u += step) {
    const [x, y] = points[points.length - 1]!;
    const h = heading(u + step / 2);
    points.push([x + Math.cos(h) * step, y + Math.sin(h) * step]);
  }
  const [cx, cy] = points[(middleU - firstU) / step]!;
  return points.map(([x, y]) => [x - cx + middle[0], y - cy + middle[1]] as Point);
}
