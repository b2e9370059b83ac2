import { gaps, fullWidth, type Interval } from '../../../domain/road/intervals.ts';
import type { LayerState } from '../../answers.ts';

/** The first part of a road where a layer is not yet done on its full width; the whole road when all is done. */
export function firstGap(intervals: LayerState['intervals'], lengthMetres: number): Interval {
  const whole = { fromMetres: 0, toMetres: lengthMetres };
  const done = fullWidth(intervals.filter(({ state }) => state === 'done'));
  return gaps(done, whole)[0] ?? whole;
}
