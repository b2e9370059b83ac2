import type { Point } from '../shape/curve.ts';
import type { Feature } from '../geojson.ts';
import { hash } from './noise.ts';
import { toMillimetres } from '../cover/plane.ts';

export type VillageDesign = {
  name: string;
  nameEn: string;
  at: Point;
  radiusMetres: number;
  houses: number;
  headingDegrees: number;
  seed: number;
};

/** An irregular cluster: houses of different size roughly along one direction, denser in the middle, none overlapping. */
export function village(design: VillageDesign, isFree: (p: Point) => boolean): Feature[] {
  const { at, radiusMetres, houses, headingDegrees, seed } = design;
  const placed: { p: Point; size: number; ring: Point[] }[] = [];
  for (let i = 0; placed.length < houses && i < houses * 30; i++) {
    const r = radiusMetres * Math.sqrt(hash(i, 1, seed)) * (0.55 + 0.45 * hash(i, 5, seed));
    const angle = 2 * Math.PI * hash(i, 2, seed);
    const turn = (headingDegrees * Math.PI) / 180;
    const [dx, dy] = [r * 1.5 * Math.cos(angle), r * 0.75 * Math.sin(angle)];
    const p: Point = [
      at[0] + dx * Math.cos(turn) - dy * Math.sin(turn),
      at[1] + dx * Math.sin(turn) + dy * Math.cos(turn),
    ];
    const length = 9 + 9 * hash(i, 3, seed);
    const depth = 7 + 4 * hash(i, 4, seed);
    const size = Math.hypot(length, depth) / 2;
    if (!isFree(p) || placed.some((o) => Math.hypot(o.p[0] - p[0], o.p[1] - p[1]) < (o.size + size) * 0.92)) continue;
    const own = turn + (hash(i, 6, seed) - 0.5) * 0.5 + (hash(i, 7, seed) > 0.75 ? Math.PI / 2 : 0);
    placed.push({ p, size, ring: rectangle(p, length, depth, own) });
  }
  const properties = { kind: 'village', name: design.name, nameEn: design.nameEn };
  const blob = outlineAround(
    placed.map(({ p }) => p),
    at,
    20,
  );
  return [
    { shape: { type: 'Polygon', rings: [blob.map(toMillimetres)] }, properties: { ...properties, part: 'area' } },
    {
      shape: { type: 'MultiPolygon', polygons: placed.map(({ ring }) => [ring.map(toMillimetres)]) },
      properties: { ...properties, part: 'houses' },
    },
  ];
}

function rectangle(at: Point, length: number, depth: number, turn: number): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([i, j]): Point => {
    const [x, y] = [(i! * length) / 2, (j! * depth) / 2];
    return [at[0] + x * c - y * s, at[1] + x * s + y * c];
  });
}

/** A soft outline: the farthest house in each of twenty directions, evened out. */
function outlineAround(points: readonly Point[], at: Point, margin: number): Point[] {
  const count = 20;
  const reach = Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count;
    return points.reduce((far, p) => {
      const [dx, dy] = [p[0] - at[0], p[1] - at[1]];
      const off = Math.abs(Math.atan2(Math.sin(Math.atan2(dy, dx) - angle), Math.cos(Math.atan2(dy, dx) - angle)));
      return off < 0.35 ? Math.max(far, Math.hypot(dx, dy)) : far;
    }, 15);
  });
  return reach.map((r, k): Point => {
    const even = (r * 2 + reach[(k + 1) % count]! + reach[(k + count - 1) % count]!) / 4 + margin;
    const angle = (2 * Math.PI * k) / count;
    return [at[0] + even * Math.cos(angle), at[1] + even * Math.sin(angle)];
  });
}
