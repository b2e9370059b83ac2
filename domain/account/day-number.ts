import type { Day } from '../day.ts';

/** A day as the integer YYYYMMDD, which compares as the day does; 0 for '', which is before every day. */
export function dayNumber(day: Day): number {
  return Number(day.replaceAll('-', ''));
}
