import { findingKinds, statuses, workKinds } from '../palette.ts';
import type { ProgressState } from '../plan.ts';
import { createSurface, readPixels } from './canvas.ts';
import { drawFindingHatch, findingHatchSize } from './draw-finding.ts';
import { drawHatch, hatchSize } from './draw-hatch.ts';
import { drawPill } from './draw-pill.ts';
import { drawPylon, drawSign, signSize } from './draw-sign.ts';
import { drawTexture, textureSize } from './draw-texture.ts';

const states: readonly ProgressState[] = ['done', 'forecast', 'planned'];

/** Draws the image a layer asks for by id: `hatch|status`, `pill|status|word`, `sign|kind|state`, `pylon|state`, `texture|name`, `finding|kind`. */
export function drawImage(id: string, pixelRatio: number): ImageData | null {
  const [family, first = '', second = ''] = id.split('|');
  switch (family) {
    case 'hatch': {
      const status = statuses.find((one) => one === first);
      return status ? paint(hatchSize, pixelRatio, (context) => drawHatch(context, status)) : null;
    }
    case 'pill': {
      const status = statuses.find((one) => one === first);
      return status ? drawPill(status, second, pixelRatio) : null;
    }
    case 'sign': {
      const kind = workKinds.find((one) => one === first);
      const state = states.find((one) => one === second);
      return kind && state ? paint(signSize, pixelRatio, (context) => drawSign(context, kind, state)) : null;
    }
    case 'pylon': {
      const state = states.find((one) => one === first);
      return state ? paint(signSize, pixelRatio, (context) => drawPylon(context, state)) : null;
    }
    case 'texture':
      return first === 'farmland' || first === 'forest'
        ? paint(textureSize, pixelRatio, (context) => drawTexture(context, first))
        : null;
    case 'finding': {
      const kind = findingKinds.find((one) => one === first);
      return kind ? paint(findingHatchSize, pixelRatio, (context) => drawFindingHatch(context, kind)) : null;
    }
    default:
      return null;
  }
}

function paint(size: number, pixelRatio: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const context = createSurface(size, size, pixelRatio);
  if (!context) return null;
  draw(context);
  return readPixels(context);
}
