import { z } from 'zod';
import { isDay } from './day.ts';

export const daySchema = z
  .string()
  .refine(isDay, { message: 'a day is written YYYY-MM-DD' })
  .meta({ description: 'Calendar day, YYYY-MM-DD', example: '2007-11-30' });
