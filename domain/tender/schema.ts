import { z } from 'zod';
import { daySchema } from '../day-schema.ts';

export const sectionSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  road: z.string().nullable(),
  tender: z
    .object({
      on: daySchema,
      controlYuan: z.number().int().positive(),
      winningYuan: z.number().int().positive(),
      winner: z.string(),
      winnerEn: z.string(),
    })
    .nullable(),
  contract: z
    .object({
      on: daySchema,
      priceYuan: z.number().int().positive(),
      settledYuan: z.number().int().positive().nullable(),
    })
    .nullable()
    .default(null),
  earthwork: z
    .object({
      plannedCutCubicMetres: z.number().nonnegative(),
      plannedFillCubicMetres: z.number().nonnegative(),
      certificates: z.array(
        z.object({
          on: daySchema,
          cutCubicMetres: z.number().nonnegative(),
          fillCubicMetres: z.number().nonnegative(),
        }),
      ),
    })
    .nullable(),
});
/** A section (标段): a tender, an earthwork job, or both. Earth is measured cut and fill apart, in natural cubic metres. */
export type Section = z.infer<typeof sectionSchema>;

export const paymentSchema = z.object({
  id: z.string(),
  section: z.string().nullable(),
  on: daySchema,
  amountYuan: z.number().int(),
  note: z.string(),
  noteEn: z.string(),
});
export type Payment = z.infer<typeof paymentSchema>;
