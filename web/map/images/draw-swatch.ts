import type { FindingKind } from '../../../domain/ledger/finding.ts';
import type { ParcelStatus } from '../../../domain/parcel/schema.ts';
import type { ClaimKind } from '../../../domain/project/schema.ts';
import { claimColour, findingColour, line, statusColour } from '../palette.ts';
import type { ProgressState } from '../plan.ts';
import { drawFindingHatch, findingHatchSize } from './draw-finding.ts';
import { drawHatch, hatchSize } from './draw-hatch.ts';

type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

export function areaSwatch(fill: string): Draw {
  return (context, width, height) => {
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
    frame(context, width, height);
  };
}

export function statusSwatch(status: ParcelStatus): Draw {
  return (context, width, height) => {
    context.fillStyle = statusColour[status];
    context.fillRect(0, 0, width, height);
    tile(context, width, height, hatchSize, () => drawHatch(context, status));
    frame(context, width, height);
  };
}

export function findingSwatch(kind: FindingKind): Draw {
  return (context, width, height) => {
    context.fillStyle = line.halo;
    context.fillRect(0, 0, width, height);
    tile(context, width, height, findingHatchSize, () => drawFindingHatch(context, kind));
    context.strokeStyle = findingColour[kind];
    context.lineWidth = 2;
    context.strokeRect(1, 1, width - 2, height - 2);
  };
}

function tile(context: CanvasRenderingContext2D, width: number, height: number, size: number, draw: () => void): void {
  for (let x = 0; x < width; x += size) {
    for (let y = 0; y < height; y += size) {
      context.save();
      context.beginPath();
      context.rect(x, y, size, size);
      context.clip();
      context.translate(x, y);
      draw();
      context.restore();
    }
  }
}

const dashes: Readonly<Record<ClaimKind, number[]>> = { hold: [1.6, 2.4], reservation: [6, 2.8], contract: [] };

export function claimSwatch(kind: ClaimKind): Draw {
  return (context, width, height) => {
    frame(context, width, height);
    context.strokeStyle = claimColour[kind];
    context.lineWidth = 2;
    context.setLineDash(dashes[kind]);
    context.strokeRect(3.5, 3.5, width - 7, height - 7);
  };
}

/** A band as on the road: solid, blocks between dashes, or hollow. */
export function progressSwatch(state: ProgressState, colour: string): Draw {
  return (context, width, height) => {
    const [top, thickness] = [height / 2 - 4, 8];
    context.fillStyle = line.halo;
    context.fillRect(0, top, width, thickness);
    context.fillStyle = colour;
    if (state === 'done') context.fillRect(0, top, width, thickness);
    if (state === 'forecast') for (let x = 0; x < width; x += 8.4) context.fillRect(x, top, 4.4, thickness);
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([5, 3]);
    for (const y of [top + 0.5, top + thickness - 0.5]) stroke(context, [0, y], [width, y]);
  };
}

export function lineSwatch(colour: string, width: number, dash: readonly number[]): Draw {
  return (context, wide, height) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash.map((part) => part * width));
    stroke(context, [0, height / 2], [wide, height / 2]);
  };
}

function stroke(
  context: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function frame(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.strokeStyle = line.parcel;
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, width - 1, height - 1);
}
