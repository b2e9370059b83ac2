import type { Day } from '../../domain/day.ts';

/** The day a form starts with: the one looked at, but no later than today. */
export function defaultDay(lookedAt: Day | null, today: Day): Day {
  return lookedAt !== null && lookedAt <= today ? lookedAt : today;
}
