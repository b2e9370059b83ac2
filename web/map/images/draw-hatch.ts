import type { ParcelStatus } from '../../../domain/parcel/schema.ts';
import { statusInk } from '../palette.ts';

export const hatchSize = 16;

type Strokes = readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];

interface Hatch {
  readonly strokes?: Strokes;
  readonly dots?: readonly (readonly [x: number, y: number, radius: number])[];
  readonly width: number;
}

const rising: Strokes = [
  [-2, 18, 18, -2],
  [-2, 2, 2, -2],
  [14, 18, 18, 14],
];
const risingDense: Strokes = [
  [-2, 10, 10, -2],
  [6, 18, 18, 6],
  [-2, 18, 18, -2],
  [-2, 2, 2, -2],
  [14, 18, 18, 14],
];
const falling: Strokes = [
  [-2, 6, 10, 18],
  [6, -2, 18, 10],
];
const level: Strokes = [
  [0, 4, 16, 4],
  [0, 12, 16, 12],
];

/** Land for supply is the one status without a hatch: clean land reads as clean. */
const hatches: Readonly<Record<ParcelStatus, Hatch | null>> = {
  planned: {
    dots: [
      [4, 4, 0.9],
      [12, 12, 0.9],
    ],
    width: 0,
  },
  approved: { strokes: rising, width: 0.9 },
  acquired: { strokes: risingDense, width: 0.9 },
  levelled: { strokes: level, width: 1.1 },
  available: null,
  reserved: { strokes: falling, width: 1.5 },
  contracted: { strokes: [...rising, [-2, -2, 18, 18], [-2, 14, 2, 18], [14, -2, 18, 2]], width: 1.1 },
  construction: {
    strokes: [
      [0, 4, 16, 4],
      [0, 12, 16, 12],
      [4, 4, 4, 12],
      [12, 12, 12, 16],
      [12, 0, 12, 4],
    ],
    width: 1.1,
  },
  production: {
    dots: [
      [4, 4, 1.2],
      [12, 12, 1.2],
      [12, 4, 1.2],
      [4, 12, 1.2],
    ],
    width: 0,
  },
};

export const hatchedStatuses = (Object.keys(hatches) as ParcelStatus[]).filter((status) => hatches[status] !== null);

/** Draws one tile of a status hatch at the origin; tiles join without a seam. */
export function drawHatch(context: CanvasRenderingContext2D, status: ParcelStatus): void {
  const hatch = hatches[status];
  if (!hatch) return;
  context.strokeStyle = statusInk[status];
  context.fillStyle = statusInk[status];
  context.lineWidth = hatch.width;
  context.globalAlpha = 0.7;
  for (const [x1, y1, x2, y2] of hatch.strokes ?? []) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const [x, y, radius] of hatch.dots ?? []) {
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
}
