import { insideRing, type Point } from '../shape/curve.ts';
import type { Feature } from '../geojson.ts';
import { hash, noise } from './noise.ts';
import { middles, partition, piecesOf, toMillimetres } from '../cover/plane.ts';
import { type Path } from '../shape/path.ts';

/**
 * Fields on the valley floor beside a river: strips between two offsets of its line, cut across at uneven distances.
 * Fields that touch taken land are left out.
 */
export function fields(
  course: Path,
  side: 'left' | 'right',
  from: number,
  to: number,
  nearMetres: (s: number) => number,
  farMetres: (s: number) => number,
  isFree: (p: Point) => boolean,
  seed: number,
): Feature[] {
  const sign = side === 'left' ? 1 : -1;
  const at = (s: number, share: number): Point =>
    course.at(s, sign * (nearMetres(s) + (farMetres(s) - nearMetres(s)) * share));
  const along = (share: (s: number) => number): Point[] =>
    Array.from({ length: Math.ceil((to - from) / 25) + 1 }, (_, i) =>
      at(Math.min(to, from + i * 25), share(Math.min(to, from + i * 25))),
    );
  const edge = [...along(() => 0), ...along(() => 1).reverse()];
  const rows = [0.27, 0.52, 0.76].map((base, k) => along((s) => base + 0.16 * (noise(s / 180, k, seed) - 0.5)));
  const cuts: Point[][] = [];
  for (let s = from + 40, i = 0; s < to - 40; i++) {
    const lean = (hash(i, 1, seed) - 0.5) * 40;
    const [low, high] = hash(i, 3, seed) < 0.4 ? [0, 1] : hash(i, 4, seed) < 0.5 ? [0, 0.55] : [0.45, 1];
    cuts.push([at(s, low), at(Math.min(to, Math.max(from, s + lean)), high)]);
    s += 35 + 55 * hash(i, 2, seed);
  }
  const plane = partition(edge, [], [...rows, ...cuts]);
  const inside = middles(plane).map((p) => insideRing(p, edge));
  const labels = plane.faces.map((face, i) =>
    inside[i] && face.area > 250e6 ? { tone: Math.floor(hash(i, 9, seed) * 3), i } : null,
  );
  return piecesOf(plane, labels, (l) => String(l.i), new Set()).flatMap(({ label, polygons }): Feature[] => {
    const rings = polygons.map((polygon) => polygon.map((ring) => ring.map((id) => plane.vertices[id]!)));
    const corners = rings.flat(2).map((v): Point => [v.x / 1000, v.y / 1000]);
    if (!corners.every(isFree)) return [];
    return [{ shape: { type: 'Polygon', rings: rings[0]! }, properties: { kind: 'farmland', tone: label.tone } }];
  });
}

export const pointLabel = (
  labelKind: string,
  name: string,
  nameEn: string,
  at: Point,
  rotation: number | null = null,
): Feature => ({
  shape: { type: 'Point', at: toMillimetres(at) },
  properties: { kind: 'label', labelKind, name, nameEn, ...(rotation === null ? {} : { rotation }) },
});
