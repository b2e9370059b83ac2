import { contours } from 'd3-contour';
import { thin, type Point } from '../shape/curve.ts';
import type { Feature } from '../geojson.ts';
import { toMillimetres } from '../cover/plane.ts';
import type { Ground } from './terrain.ts';

/** Height bands (each covers everything above its lower height, so they are painted from low to high). */
export function bands(ground: Ground, heights: readonly number[]): Feature[] {
  return heights
    .map((from, i): Feature => {
      const polygons = areas(ground, ground.heights, from, 7, 12_000);
      return {
        shape: { type: 'MultiPolygon', polygons: polygons.map((p) => p.map((ring) => ring.map(toMillimetres))) },
        properties: { kind: 'terrain', elevationFrom: from, elevationTo: heights[i + 1] ?? from + 100 },
      };
    })
    .filter(notEmpty);
}

/** Every ten metres in the valley, every twenty on the mountains; each hundred and each fifty below is an index line. */
export function contourLines(ground: Ground, hidden: (p: Point) => boolean): Feature[] {
  const out: Feature[] = [];
  for (let elevation = 190; elevation <= 700; elevation += elevation < 280 ? 10 : 20) {
    for (const ring of areas(ground, ground.heights, elevation, 5, 9_000).flat()) {
      for (const line of visibleParts([...ring, ring[0]!], (p) => hidden(p) || onRim(ground, p))) {
        if (line.length < 3) continue;
        out.push({
          shape: { type: 'LineString', line: line.map(toMillimetres) },
          properties: { kind: 'contour', elevation, index: elevation % (elevation < 280 ? 50 : 100) === 0 },
        });
      }
    }
  }
  return out;
}

/** Hill shading lit from the north-west: nested bands, level 1 lightest shadow … n deepest, and one band of sunlit slope (level 0). */
export function shades(ground: Ground, limits: readonly number[], sunlit: number): Feature[] {
  const light = illumination(ground);
  const dark = light.map((v) => -v);
  const level = (values: ArrayLike<number>, limit: number, n: number): Feature => ({
    shape: {
      type: 'MultiPolygon',
      polygons: areas(ground, values, limit, 6, 9_000).map((p) => p.map((ring) => ring.map(toMillimetres))),
    },
    properties: { kind: 'shade', level: n },
  });
  return [level(light, sunlit, 0), ...limits.map((limit, i) => level(dark, limit, i + 1))].filter(notEmpty);
}

function notEmpty({ shape }: Feature): boolean {
  return shape.type !== 'MultiPolygon' || shape.polygons.length > 0;
}

/** Slope towards the light minus flat ground: positive in the sun, negative in the shade. */
export function illumination({ columns, rows, cellMetres, heights }: Ground): Float64Array {
  const out = new Float64Array(heights.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = (dx: number, dy: number): number =>
        heights[Math.min(rows - 1, Math.max(0, y + dy)) * columns + Math.min(columns - 1, Math.max(0, x + dx))]!;
      const gx = (at(1, 0) - at(-1, 0)) / (2 * cellMetres);
      const gy = (at(0, 1) - at(0, -1)) / (2 * cellMetres);
      const flat = Math.SQRT1_2;
      out[y * columns + x] = (gx * 0.5 - gy * 0.5 + flat) / Math.sqrt(gx * gx + gy * gy + 1) - flat;
    }
  }
  return blurred(out, columns, rows);
}

function blurred(values: Float64Array, columns: number, rows: number): Float64Array {
  const out = values.slice();
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      const i = y * columns + x;
      out[i] = (values[i]! * 4 + values[i - 1]! + values[i + 1]! + values[i - columns]! + values[i + columns]!) / 8;
    }
  }
  return out;
}

/** Polygons where the value is at least the limit, thinned, the small ones left out. */
function areas(
  { west, south, columns, rows, cellMetres }: Ground,
  values: ArrayLike<number>,
  limit: number,
  tolerance: number,
  smallest: number,
): Point[][][] {
  const shape = contours().size([columns, rows]).smooth(true).contour(Array.from(values), limit);
  const ground = ([x, y]: readonly number[]): Point => {
    const clamp = (v: number, max: number): number => Math.min(max, Math.max(0, v - 0.5));
    return [west + clamp(x!, columns - 1) * cellMetres, south + clamp(y!, rows - 1) * cellMetres];
  };
  const keep = (ring: Point[]): boolean => ring.length > 3 && Math.abs(ringArea(ring)) >= smallest;
  return shape.coordinates
    .map((polygon) => polygon.map((ring) => thin(ring.map(ground), tolerance).slice(0, -1)).filter(keep))
    .filter((polygon) => polygon.length > 0)
    .map((polygon) => polygon.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse())));
}

function ringArea(ring: readonly Point[]): number {
  return ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    return sum + (p[0] * q[1] - q[0] * p[1]) / 2;
  }, 0);
}

function onRim({ west, south, columns, rows, cellMetres }: Ground, [x, y]: Point): boolean {
  const margin = cellMetres * 0.2;
  return (
    x < west + margin ||
    y < south + margin ||
    x > west + (columns - 1) * cellMetres - margin ||
    y > south + (rows - 1) * cellMetres - margin
  );
}

function visibleParts(line: readonly Point[], hidden: (p: Point) => boolean): Point[][] {
  const parts: Point[][] = [[]];
  for (const p of line) {
    if (hidden(p)) parts.push([]);
    else parts[parts.length - 1]!.push(p);
  }
  return parts;
}

/** Woodland: where a rough field of numbers is high. */
export function forests(ground: Ground, field: (p: Point) => number): Feature[] {
  const values = Float64Array.from(ground.heights, (_, i) =>
    field([
      ground.west + (i % ground.columns) * ground.cellMetres,
      ground.south + Math.floor(i / ground.columns) * ground.cellMetres,
    ]),
  );
  const polygons = areas(ground, values, 0.6, 9, 20_000);
  return [
    {
      shape: {
        type: 'MultiPolygon',
        polygons: polygons.map((p) => p.map((ring) => withoutTouches(ring).map(toMillimetres))),
      },
      properties: { kind: 'forest', name: null, nameEn: null },
    },
  ];
}

/** A contour through a saddle visits one place twice; the corner of the second visit is cut. */
function withoutTouches(ring: readonly Point[]): Point[] {
  const seen = new Set<string>();
  return ring.filter((p) => {
    const place = p.map((metres) => metres.toFixed(1)).join();
    return !seen.has(place) && seen.add(place);
  });
}
