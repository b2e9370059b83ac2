import type { Side } from '../parcel/schema.ts';

export interface Interval {
  readonly fromMetres: number;
  readonly toMetres: number;
}

export interface SidedInterval extends Interval {
  readonly side: Side;
}

/** The union of intervals as disjoint intervals in order; touching ones are joined. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .filter((interval) => interval.toMetres > interval.fromMetres)
    .sort((a, b) => a.fromMetres - b.fromMetres);
  const joined: { fromMetres: number; toMetres: number }[] = [];
  for (const { fromMetres, toMetres } of sorted) {
    const last = joined.at(-1);
    if (last && fromMetres <= last.toMetres) last.toMetres = Math.max(last.toMetres, toMetres);
    else joined.push({ fromMetres, toMetres });
  }
  return joined;
}

/** What lies in both of two unions. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const one of a) {
    for (const other of b) {
      const fromMetres = Math.max(one.fromMetres, other.fromMetres);
      const toMetres = Math.min(one.toMetres, other.toMetres);
      if (toMetres > fromMetres) both.push({ fromMetres, toMetres });
    }
  }
  return union(both);
}

/** Where the full width is covered: by `full` stretches, or by a left and a right one together. */
export function fullWidth(intervals: readonly SidedInterval[]): Interval[] {
  return intersection(oneSide(intervals, 'left'), oneSide(intervals, 'right'));
}

/** Where one side is covered, by its own stretches or by full ones. */
export function oneSide(intervals: readonly SidedInterval[], side: 'left' | 'right'): Interval[] {
  return union(intervals.filter((interval) => interval.side === side || interval.side === 'full'));
}

/** Total length of disjoint intervals in metres, rounded to a millimetre. */
export function totalMetres(intervals: readonly Interval[]): number {
  const millimetres = intervals.reduce((sum, { fromMetres, toMetres }) => sum + (toMetres - fromMetres) * 1000, 0);
  return Math.round(millimetres) / 1000;
}

/** Whether one of the disjoint intervals holds all of `wanted`. */
export function covers(intervals: readonly Interval[], wanted: Interval): boolean {
  return intervals.some(({ fromMetres, toMetres }) => fromMetres <= wanted.fromMetres && toMetres >= wanted.toMetres);
}

/** The parts of `whole` that the disjoint, ordered intervals leave open. */
export function gaps(intervals: readonly Interval[], whole: Interval): Interval[] {
  const open: Interval[] = [];
  let at = whole.fromMetres;
  for (const { fromMetres, toMetres } of intervals) {
    if (fromMetres > at) open.push({ fromMetres: at, toMetres: Math.min(fromMetres, whole.toMetres) });
    at = Math.max(at, toMetres);
  }
  if (at < whole.toMetres) open.push({ fromMetres: at, toMetres: whole.toMetres });
  return open.filter((interval) => interval.toMetres > interval.fromMetres);
}
