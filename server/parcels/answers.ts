import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { boundarySchema, gateSchema, parcelSchema } from '../../domain/parcel/schema.ts';
import { claimSchema } from '../../domain/project/schema.ts';
import { roadLayerSchema } from '../../domain/road/schema.ts';
import { seqField, squareMetresField } from '../http/describe.ts';
import { parcelStateFields } from '../parks/answers.ts';

const parcelAnswerSchema = parcelSchema.extend({ squareMetres: squareMetresField, ...parcelStateFields });

export const parcelsAnswer = z.object({ seq: seqField, parcels: z.array(parcelAnswerSchema) });

export const gateSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record') }),
  z.object({
    kind: z.literal('road'),
    road: z.string(),
    fromMetres: z.number(),
    toMetres: z.number(),
    layer: roadLayerSchema,
  }),
  z.object({ kind: z.literal('work'), works: z.array(z.string()).readonly() }),
]);

export const parcelAnswer = z.object({
  seq: seqField,
  parcel: parcelAnswerSchema,
  gates: z.array(
    z.object({
      gate: gateSchema,
      required: z.boolean(),
      reachedOn: daySchema.nullable(),
      plannedOn: daySchema.nullable(),
      doneOn: daySchema.nullable(),
      forecast: z.boolean(),
      document: z.string().nullable(),
      source: gateSourceSchema,
    }),
  ),
  boundaries: z.array(
    boundarySchema
      .pick({ fromOn: true, untilOn: true })
      .extend({ squareMetres: squareMetresField })
      .meta({ description: 'Every boundary it has or had, the oldest first; null: since ever, until further notice' }),
  ),
  claims: z.array(claimSchema),
});
