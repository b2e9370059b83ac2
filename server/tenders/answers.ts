import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { fundSchema, targetSchema } from '../../domain/park/schema.ts';
import { sectionSchema } from '../../domain/tender/schema.ts';
import { asOfAnswer } from '../http/as-of.ts';
import { seqField, squareMetresField } from '../http/describe.ts';

const yuanField = z.number().int().meta({ description: 'Whole yuan' });

const volumes = {
  plannedCutCubicMetres: z.number(),
  plannedFillCubicMetres: z.number(),
  certifiedCutCubicMetres: z.number(),
  certifiedFillCubicMetres: z.number(),
};

export const sectionsAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  sections: z.array(
    sectionSchema.extend({
      isLet: z.boolean().meta({ description: 'Tendered or contracted by the day' }),
      volumes: z.object(volumes).nullable().meta({ description: 'Natural m³, certified up to the day' }),
      paidYuan: yuanField,
      dueYuan: yuanField
        .nullable()
        .meta({ description: 'Settled price, else contract price; null before the contract' }),
    }),
  ),
  tenders: z.object({
    sections: z.array(z.string()).readonly(),
    count: z.number().int(),
    controlYuan: yuanField,
    winningYuan: yuanField,
    savedYuan: yuanField,
    rate: z
      .object({ numerator: z.number().int(), denominator: z.number().int() })
      .meta({ description: 'Σ saved ÷ Σ control, exact' }),
  }),
  earthwork: z.object({ sections: z.array(z.string()).readonly(), ...volumes }),
  payments: z.object({ paidYuan: yuanField, outsideSectionsYuan: yuanField, dueYuan: yuanField }),
});

export const targetsAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  targets: z.array(
    targetSchema.extend({
      measuredOn: daySchema.meta({ description: 'The day asked for, but no later than the end of the year' }),
      forecast: z.boolean(),
      actual: z
        .object({
          quantity: z.number().nullable().meta({ description: 'In the unit of the target' }),
          codes: z.array(z.string()).readonly().meta({ description: 'Parcels, roads, works or surveys that count' }),
          left: z.array(z.string()).readonly().meta({ description: 'Parcels that count against an increment' }),
          squareMetres: squareMetresField.nullable(),
          metres: z.object({ done: z.number(), wanted: z.number() }).nullable(),
        })
        .nullable(),
    }),
  ),
});

export const fundsAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  funds: z.array(fundSchema.extend({ receivedYuan: yuanField })),
  years: z.array(z.object({ year: z.number().int(), plannedYuan: yuanField, receivedYuan: yuanField })),
});
