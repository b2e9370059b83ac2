import { addDays, type Day } from '../day.ts';
import { sayDayOfYear } from './say/say-day.ts';

/** The days `from` (Monday) to `to` (Sunday). */
export interface Week {
  readonly from: Day;
  readonly to: Day;
}

/** The week a day lies in, or the one so many weeks later. */
export function weekOf(day: Day, later = 0): Week {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = addDays(day, 7 * later - sinceMonday);
  return { from, to: addDays(from, 6) };
}

/** The week that begins with the first Monday on or after a day. */
export function weekOfMeeting(day: Day): Week {
  const here = weekOf(day);
  return here.from === day ? here : weekOf(day, 1);
}

export function isIn({ from, to }: Week, day: Day | null): boolean {
  return day !== null && day >= from && day <= to;
}

export function sayWeek({ from, to }: Week): string {
  return `${sayDayOfYear(from)}—${sayDayOfYear(to)}`;
}

const chinaAheadMilliseconds = 8 * 3_600_000;

/** The day of an ISO instant in China, which has one time zone and no summer time. */
export function dayOfInstant(instant: string): Day {
  return new Date(Date.parse(instant) + chinaAheadMilliseconds).toISOString().slice(0, 10);
}
