import { addDays, daysBetween, type Day } from '../../domain/day.ts';

/** A park whose last known day is older than this is not kept from day to day. */
const currentWithinDays = 92;

export interface DaysAtHand {
  /** The day the reader asked to look at; null when none was asked for. */
  readonly lookedOn: Day | null;
  readonly today: Day;
  readonly knownUntil: Day;
}

/** Whether the park's facts are kept up to about now, so that what is done is done about today. */
export function isKeptCurrent({ today, knownUntil }: Pick<DaysAtHand, 'today' | 'knownUntil'>): boolean {
  return daysBetween(knownUntil, today) <= currentWithinDays;
}

/** The day a form starts with: today in a park kept current, unless a past day is looked at; else the day looked at. */
export function defaultDay({ lookedOn, today, knownUntil }: DaysAtHand): Day {
  if (lookedOn !== null && lookedOn < today) return lookedOn;
  if (isKeptCurrent({ today, knownUntil })) return today;
  return lookedOn ?? knownUntil;
}

export const dayMeanings = ['done', 'plan', 'either'] as const;
export type DayMeaning = (typeof dayMeanings)[number];

/**
 * What a day says of itself: after today it can only be planned, up to the last known day it can only be done. Between
 * the two lies nothing but a day or so, except in a park that is not kept current: there it may be either.
 */
export function meaningOf(day: Day, days: Pick<DaysAtHand, 'today' | 'knownUntil'>): DayMeaning {
  if (day > days.today) return 'plan';
  return day > days.knownUntil && !isKeptCurrent(days) ? 'either' : 'done';
}

/** The first day that can be planned. */
export function firstPlannable({ knownUntil }: Pick<DaysAtHand, 'knownUntil'>): Day {
  return addDays(knownUntil, 1);
}
