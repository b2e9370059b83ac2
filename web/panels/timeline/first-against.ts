import type { Day } from '../../../domain/day.ts';

interface Days {
  readonly knownUntil: Day;
  readonly from: Day;
  readonly to: Day;
}

/**
 * The day a comparison begins with: what is known against any other day; the known day itself against the end of its
 * year, or, when that is the day known, against the beginning of the time line.
 */
export function firstAgainst(on: Day, { knownUntil, from, to }: Days): Day {
  if (on !== knownUntil) return knownUntil;
  const yearEnd = `${knownUntil.slice(0, 4)}-12-31`;
  if (yearEnd === knownUntil) return from;
  return yearEnd < to ? yearEnd : to;
}
