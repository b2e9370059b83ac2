import { addDays, type Day } from '../../../domain/day.ts';

/** The day a key leads to from another; null when the key means nothing. */
export function stepDay(event: { key: string; shiftKey: boolean }, day: Day, from: Day, to: Day): Day | null {
  const near = event.shiftKey ? 7 : 1;
  const steps: Readonly<Record<string, () => Day>> = {
    ArrowLeft: () => addDays(day, -near),
    ArrowDown: () => addDays(day, -near),
    ArrowRight: () => addDays(day, near),
    ArrowUp: () => addDays(day, near),
    PageDown: () => nextMonth(day, -1),
    PageUp: () => nextMonth(day, 1),
    Home: () => from,
    End: () => to,
  };
  const next = steps[event.key]?.();
  if (next === undefined) return null;
  return next < from ? from : next > to ? to : next;
}

/** The same day of a neighbouring month, or its last. */
function nextMonth(day: Day, step: number): Day {
  const date = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + step + 1, 0);
  date.setUTCDate(Math.min(date.getUTCDate(), Number(day.slice(8))));
  return date.toISOString().slice(0, 10);
}
