import type { Step } from '../park/step.ts';
import { firstGap } from './first-gap.ts';
import type { LayerProgress } from './progress.ts';
import type { Road } from './schema.ts';

type Recorded = Pick<LayerProgress, 'layer' | 'intervals'>;

/**
 * What is likely to be recorded next on a road: layer by layer in building order, each from its first gap. Layers
 * nobody has ever recorded or planned on this road come last.
 */
export function roadSteps(road: Pick<Road, 'code' | 'lengthMetres'>, layers: readonly Recorded[]): Step[] {
  const whole = { fromMetres: 0, toMetres: road.lengthMetres };
  const isFollowed = ({ intervals }: Recorded) => intervals.length > 0;
  return [...layers.filter(isFollowed), ...layers.filter((layer) => !isFollowed(layer))].flatMap((one): Step[] => {
    const gap = firstGap(one.intervals, whole);
    return gap ? [{ act: 'record-stretch', road: road.code, layer: one.layer, ...gap, opens: null }] : [];
  });
}
