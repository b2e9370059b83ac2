import { z } from 'zod';
import { daySchema, givesOneDay, oneDayError } from '../day-schema.ts';

export const workKinds = [
  'power-line',
  'substation',
  'water-pipe',
  'waterworks',
  'sewage-works',
  'sewer',
  'building',
  'plaza',
] as const;

export const workSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(workKinds),
  gate: z.enum(['power', 'water', 'sewage']).nullable(),
  servesPhases: z.array(z.string()),
  plannedOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
});
/** A utility or building; once done, the parcels of the phases it serves pass its gate. */
export type Work = z.infer<typeof workSchema>;

export const recordWorkSchema = z
  .object({
    work: z.string().min(1).max(40),
    doneOn: daySchema.nullable().default(null),
    plannedOn: daySchema.nullable().default(null),
  })
  .refine(givesOneDay, oneDayError);
export type RecordWork = z.infer<typeof recordWorkSchema>;
