import type { ParcelStatus } from '../../../domain/parcel/schema.ts';
import { line, statusColour, statusInk } from '../palette.ts';
import { createSurface, readPixels } from './canvas.ts';

const heightPixels = 15;
const font = "600 10px 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** A small tag with the word of a status, in the colours of that status. */
export function drawPill(status: ParcelStatus, word: string, pixelRatio: number): ImageData | null {
  const measure = createSurface(1, 1, 1);
  if (!measure) return null;
  measure.font = font;
  const width = Math.ceil(measure.measureText(word).width) + 10;
  const context = createSurface(width, heightPixels, pixelRatio);
  if (!context) return null;
  const isDark = status === 'production';
  context.beginPath();
  context.roundRect(0.75, 0.75, width - 1.5, heightPixels - 1.5, 3.5);
  context.fillStyle = isDark ? statusColour[status] : line.halo;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = statusInk[status];
  context.stroke();
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = isDark ? statusInk[status] : status === 'planned' ? '#6B6455' : statusInk[status];
  context.fillText(word, width / 2, heightPixels / 2 + 0.5);
  return readPixels(context);
}
