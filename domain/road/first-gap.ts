import { covers, fullWidth, gaps, oneSide, type Interval, type SidedInterval } from './intervals.ts';
import type { ProgressInterval } from './progress.ts';

/**
 * The first part of `whole` (metres) where a layer is not done on its full width; null when all is done. It is one
 * half when the other half is done along all of it.
 */
export function firstGap(
  intervals: readonly Pick<ProgressInterval, 'fromMetres' | 'toMetres' | 'side' | 'state'>[],
  whole: Interval,
): SidedInterval | null {
  const done = intervals.filter(({ state }) => state === 'done');
  const [gap] = gaps(fullWidth(done), whole);
  if (!gap) return null;
  if (covers(oneSide(done, 'left'), gap)) return { ...gap, side: 'right' };
  if (covers(oneSide(done, 'right'), gap)) return { ...gap, side: 'left' };
  return { ...gap, side: 'full' };
}
