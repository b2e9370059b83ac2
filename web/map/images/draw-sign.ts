import type { Work } from '../../../domain/work/schema.ts';
import { line, workColour } from '../palette.ts';
import type { ProgressState } from '../plan.ts';

export const signSize = 22;

type Draw = (context: CanvasRenderingContext2D) => void;

const bolt: Draw = (context) =>
  trace(
    context,
    [
      [12, 5],
      [8, 11.5],
      [10.8, 11.5],
      [9.6, 17],
      [14, 9.8],
      [11.2, 9.8],
    ],
    true,
  );
const drop: Draw = (context) => {
  context.beginPath();
  context.moveTo(11, 5);
  context.bezierCurveTo(13.5, 8.6, 14.8, 10.4, 14.8, 12.6);
  context.arc(11, 12.6, 3.8, 0, Math.PI);
  context.bezierCurveTo(7.2, 10.4, 8.5, 8.6, 11, 5);
  context.fill();
};
const waves: Draw = (context) => {
  for (const y of [8, 11.5, 15]) {
    context.beginPath();
    context.moveTo(6.5, y);
    context.bezierCurveTo(8, y - 2.2, 9.5, y - 2.2, 11, y);
    context.bezierCurveTo(12.5, y + 2.2, 14, y + 2.2, 15.5, y);
    context.stroke();
  }
};
const house: Draw = (context) =>
  trace(
    context,
    [
      [6.5, 16],
      [6.5, 9.5],
      [9.5, 7.5],
      [9.5, 9.5],
      [12.5, 7.5],
      [12.5, 9.5],
      [15.5, 7.5],
      [15.5, 16],
    ],
    true,
  );
const star: Draw = (context) =>
  trace(
    context,
    Array.from({ length: 10 }, (_, i) => {
      const radius = i % 2 === 0 ? 5.2 : 2.2;
      const angle = (i * Math.PI) / 5 - Math.PI / 2;
      return [11 + radius * Math.cos(angle), 11.3 + radius * Math.sin(angle)] as const;
    }),
    true,
  );

const glyphs: Readonly<Record<Work['kind'], Draw>> = {
  'power-line': bolt,
  substation: bolt,
  'water-pipe': drop,
  waterworks: drop,
  'sewage-works': waves,
  sewer: waves,
  building: house,
  plaza: star,
};

/** A round sign: filled when done, ringed and pale when expected, dashed and hollow while planned. */
export function drawSign(context: CanvasRenderingContext2D, kind: Work['kind'], state: ProgressState): void {
  const colour = workColour[kind];
  context.beginPath();
  context.arc(11, 11, 9.3, 0, Math.PI * 2);
  context.fillStyle = state === 'done' ? colour : line.halo;
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = state === 'done' ? line.halo : colour;
  context.setLineDash(state === 'planned' ? [2.6, 2.1] : []);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.fillStyle = state === 'done' ? line.halo : colour;
  context.strokeStyle = context.fillStyle;
  glyphs[kind](context);
}

/** A pylon seen on a plan: a square with its crossarm lines. */
export function drawPylon(context: CanvasRenderingContext2D, state: ProgressState): void {
  const colour = workColour['power-line'];
  context.strokeStyle = colour;
  context.fillStyle = state === 'done' ? colour : line.halo;
  context.lineWidth = 1.4;
  context.beginPath();
  context.rect(8.2, 8.2, 5.6, 5.6);
  context.fill();
  context.stroke();
  trace(
    context,
    [
      [11, 3.5],
      [11, 8.2],
    ],
    false,
  );
  trace(
    context,
    [
      [11, 13.8],
      [11, 18.5],
    ],
    false,
  );
}

function trace(
  context: CanvasRenderingContext2D,
  points: readonly (readonly [number, number])[],
  filled: boolean,
): void {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  if (filled) {
    context.closePath();
    context.fill();
  } else context.stroke();
}
