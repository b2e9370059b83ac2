import type { Day } from '../../../domain/day.ts';

export interface DayMark {
  day: Day;
  label: string;
}
