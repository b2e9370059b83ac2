import { addDays, type Day } from '../day.ts';

/** The days of a curve in order: the first and the last, every month end between them, and the known day if between. */
export function curveDays(from: Day, to: Day, knownOn: Day): Day[] {
  const days = new Set<Day>([from, to]);
  if (from < knownOn && knownOn < to) days.add(knownOn);
  for (let end = monthEnd(from); end < to; end = monthEnd(addDays(end, 1))) days.add(end);
  return [...days].sort();
}

/** The last day of the month a day lies in. */
function monthEnd(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}
