import { distanceToSegment, insideRing, thin, type Point } from '../shape/curve.ts';
import { creep, erode, type Relief } from './erosion.ts';
import { fractal } from './noise.ts';

export type Ground = Relief & { west: number; south: number };
export type GroundDesign = {
  west: number;
  south: number;
  widthMetres: number;
  heightMetres: number;
  cellMetres: number;
  /** Water courses with the height at their upper and lower end. */
  courses: readonly { line: readonly Point[]; from: number; to: number; halfWidthMetres: number }[];
  /** Where the valley floor is: levelled ground, no uplift. */
  floor: readonly Point[][];
  /** Hills set on top at the end: place, height, radius. */
  knolls: readonly { at: Point; heightMetres: number; radiusMetres: number }[];
  seed: number;
};

/** A valley with side valleys and spurs: noise, then erosion down to the given water courses. */
export function shapeGround(design: GroundDesign): Ground {
  const { cellMetres, seed } = design;
  const [west, south] = [design.west - rimCells * cellMetres, design.south - rimCells * cellMetres];
  const columns = Math.round(design.widthMetres / cellMetres) + 1 + 2 * rimCells;
  const rows = Math.round(design.heightMetres / cellMetres) + 1 + 2 * rimCells;
  const heights = new Float64Array(columns * rows);
  const ground: Ground = { west, south, columns, rows, cellMetres, heights };
  const { level, away } = nearestWater(ground, design);
  const floor = awayFromFloor(ground, design.floor);
  const fixed = new Uint8Array(heights.length);
  const uplift = new Float64Array(heights.length);
  for (let i = 0; i < heights.length; i++) {
    const [x, y] = place(ground, i);
    const rough = fractal(x / 1500, y / 1500, seed, 3);
    const fromFloor = floor[i]!;
    const near = Math.min(away[i]!, fromFloor);
    const rise = Math.min(1, Math.max(0, near - 40) / 700);
    heights[i] = level[i]! + away[i]! * (0.015 + 0.12 * rise) + 70 * rise * fractal(x / 420, y / 420, seed + 3, 4);
    uplift[i] = fromFloor === 0 ? 0.01 : 0.03 + 1.15 * rise * (0.25 + rough);
    const rim = i % columns === 0 || i % columns === columns - 1 || i < columns || i >= heights.length - columns;
    if (rim && away[i]! > 300) heights[i] = level[i]! + 40 + away[i]! * 0.06 + 60 * rough;
    if (rim || away[i]! < cellMetres * 0.75) fixed[i] = 1;
  }
  erode(ground, uplift, fixed, 130);
  for (let k = 0; k < 3; k++) creep(ground, fixed, 0.5);
  levelFloor(ground, floor, level, away);
  for (let i = 0; i < heights.length; i++) {
    const [x, y] = place(ground, i);
    for (const { at, heightMetres, radiusMetres } of design.knolls) {
      const wobble = 0.75 + 0.5 * fractal(x / 130, y / 130, seed + 7, 2);
      const r = Math.hypot(x - at[0], y - at[1]) / (radiusMetres * wobble);
      if (r < 2.6) heights[i]! += heightMetres * Math.exp(-r * r * 1.6);
    }
  }
  return cropped(ground);
}

/** The valley floor rises gently from the river; towards the hills it runs out into the eroded ground. */
function levelFloor(ground: Ground, floor: Float64Array, level: Float64Array, away: Float64Array): void {
  for (let i = 0; i < ground.heights.length; i++) {
    const fromFloor = floor[i]!;
    const share = Math.max(0, 1 - fromFloor / 130);
    const flat = level[i]! + 3.5 + 0.022 * away[i]!;
    ground.heights[i] = ground.heights[i]! * (1 - share) + Math.min(ground.heights[i]! + 8, flat) * share;
  }
}

/** Erosion is not to be trusted at the rim: it is cut off. */
const rimCells = 16;

function cropped(ground: Ground): Ground {
  const columns = ground.columns - 2 * rimCells;
  const rows = ground.rows - 2 * rimCells;
  const heights = new Float64Array(columns * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      heights[y * columns + x] = ground.heights[(y + rimCells) * ground.columns + x + rimCells]!;
  const shift = rimCells * ground.cellMetres;
  return {
    west: ground.west + shift,
    south: ground.south + shift,
    cellMetres: ground.cellMetres,
    columns,
    rows,
    heights,
  };
}

export const place = ({ west, south, columns, cellMetres }: Ground, i: number): Point => [
  west + (i % columns) * cellMetres,
  south + Math.floor(i / columns) * cellMetres,
];

export function heightAt({ west, south, columns, rows, cellMetres, heights }: Ground, [x, y]: Point): number {
  const [fx, fy] = [(x - west) / cellMetres, (y - south) / cellMetres];
  const i = Math.min(columns - 2, Math.max(0, Math.floor(fx)));
  const j = Math.min(rows - 2, Math.max(0, Math.floor(fy)));
  const [a, b] = [Math.min(1, Math.max(0, fx - i)), Math.min(1, Math.max(0, fy - j))];
  const at = (p: number, q: number): number => heights[(j + q) * columns + i + p]!;
  return (at(0, 0) * (1 - a) + at(1, 0) * a) * (1 - b) + (at(0, 1) * (1 - a) + at(1, 1) * a) * b;
}

/** For every cell the distance to the floor, 0 on it. */
function awayFromFloor(ground: Ground, floor: readonly Point[][]): Float64Array {
  const rings = floor.map((ring) => thin([...ring, ring[0]!], 4));
  return ground.heights.map((_, i) => {
    const p = place(ground, i);
    return rings.reduce(
      (nearest, ring) => (insideRing(p, ring) ? 0 : Math.min(nearest, distanceToLine(p, ring))),
      Infinity,
    );
  });
}

function distanceToLine(p: Point, line: readonly Point[]): number {
  let nearest = Infinity;
  for (let i = 1; i < line.length; i++) nearest = Math.min(nearest, distanceToSegment(p, line[i - 1]!, line[i]!));
  return nearest;
}

/** For every cell the distance to the nearest water course and the water level there. */
function nearestWater(ground: Ground, design: GroundDesign): { level: Float64Array; away: Float64Array } {
  const samples: { x: number; y: number; level: number; half: number }[] = [];
  for (const { line, from, to, halfWidthMetres } of design.courses) {
    const total = line.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - line[i]![0], p[1] - line[i]![1]), 0);
    let run = 0;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const steps = Math.max(1, Math.ceil(length / 25));
      for (let k = 0; k < steps; k++) {
        const t = k / steps;
        samples.push({
          x: a[0] + (b[0] - a[0]) * t,
          y: a[1] + (b[1] - a[1]) * t,
          level: from + ((to - from) * (run + length * t)) / total,
          half: halfWidthMetres,
        });
      }
      run += length;
    }
  }
  const level = new Float64Array(ground.heights.length);
  const away = new Float64Array(ground.heights.length);
  for (let i = 0; i < away.length; i++) {
    const [x, y] = place(ground, i);
    let best = Infinity;
    for (const s of samples) {
      const d = Math.max(0, Math.hypot(x - s.x, y - s.y) - s.half);
      if (d < best) [best, level[i]] = [d, s.level];
    }
    away[i] = best;
  }
  return { level, away };
}
