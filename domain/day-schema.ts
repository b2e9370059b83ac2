import { z } from 'zod';
import { isDay, type Dated } from './day.ts';

export const daySchema = z
  .string()
  .refine(isDay, { message: 'a day is written YYYY-MM-DD' })
  .meta({ description: 'Calendar day, YYYY-MM-DD', example: '2007-11-30' });

/** Whether a thing is recorded as done or planned, and not both: for `refine`, with `oneDayError`. */
export function givesOneDay({ doneOn, plannedOn }: Dated): boolean {
  return (doneOn === null) !== (plannedOn === null);
}

export const oneDayError = { message: 'give either doneOn or plannedOn', path: ['doneOn'] };
