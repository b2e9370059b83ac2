import type { FindingKind } from '../../../domain/ledger/finding.ts';
import { findingColour } from '../palette.ts';

export const findingHatchSize = 16;

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

const rising: readonly Stroke[] = [
  [-2, 10, 10, -2],
  [6, 18, 18, 6],
  [-2, 18, 18, -2],
];
const falling: readonly Stroke[] = [
  [-2, 6, 10, 18],
  [6, -2, 18, 10],
  [-2, -2, 18, 18],
];
const strokes: Readonly<Record<FindingKind, readonly Stroke[]>> = {
  overlap: [...rising, ...falling],
  residual: [],
  outside: rising,
  astray: falling,
};

/** One tile of a finding's hatch: crossed where land is counted twice, dots where there is none, strokes where it lies elsewhere. */
export function drawFindingHatch(context: CanvasRenderingContext2D, kind: FindingKind): void {
  context.strokeStyle = findingColour[kind];
  context.fillStyle = findingColour[kind];
  context.lineWidth = 1.3;
  for (const [x1, y1, x2, y2] of strokes[kind]) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  if (kind !== 'residual') return;
  for (const [x, y] of [
    [4, 4],
    [12, 12],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 2, 0, Math.PI * 2);
    context.fill();
  }
}
