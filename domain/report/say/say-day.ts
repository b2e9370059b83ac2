import type { Day } from '../../day.ts';

/** `2007-11-30` → `2007年11月30日`. */
export function sayDay(day: Day): string {
  return `${sayMonth(day)}${Number(day.slice(8))}日`;
}

/** `2007-11-30` → `2007年11月`. */
export function sayMonth(day: Day): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
}

/** `2007-11-30` → `11月30日`, for days of a year already named. */
export function sayDayOfYear(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function lastDayOf(year: number): Day {
  return `${year}-12-31`;
}
