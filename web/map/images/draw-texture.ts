import { ground } from '../palette.ts';

export const textureSize = 32;
export type Texture = 'farmland' | 'forest';

/** The classic plan signs: pairs of short strokes for dry fields, small rings for trees. */
export function drawTexture(context: CanvasRenderingContext2D, texture: Texture): void {
  context.lineWidth = 1;
  context.lineCap = 'round';
  context.strokeStyle = texture === 'farmland' ? ground.farmlandInk : ground.forestInk;
  const places = [
    [8, 8],
    [24, 24],
  ] as const;
  for (const [x, y] of places) {
    context.beginPath();
    if (texture === 'farmland') {
      context.moveTo(x - 1.7, y - 2.5);
      context.lineTo(x - 1.7, y + 2.5);
      context.moveTo(x + 1.7, y - 2.5);
      context.lineTo(x + 1.7, y + 2.5);
    } else {
      context.arc(x, y, 2.1, 0, Math.PI * 2);
      context.moveTo(x, y + 2.1);
      context.lineTo(x + 2.4, y + 2.1);
    }
    context.stroke();
  }
}
