import type { Day } from '../../../domain/day.ts';

export interface Month {
  day: Day;
  year: number;
  month: number;
  isFirst: boolean;
}

/** The first days of the months that begin between two days. */
export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return months;
    if (day >= from) months.push({ day, year, month, isFirst: months.length === 0 });
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}
