import { z } from '@hono/zod-openapi';
import { accountColumns } from '../../domain/account/account.ts';
import { daySchema } from '../../domain/day-schema.ts';
import { gateSchema, parcelStatuses } from '../../domain/parcel/schema.ts';
import { claimKindSchema, projectStageSchema } from '../../domain/project/schema.ts';
import { asOfAnswer } from '../http/as-of.ts';
import { seqField, squareMetresField } from '../http/describe.ts';

const phaseField = z.string().nullable().meta({ description: 'null: the whole park' });
const basisFields = { areaKind: z.literal('plane'), epsg: z.number().int() };
const forecastField = z.boolean().meta({ description: 'After the known day: plans count as done' });
const figureSchema = z.object({ squareMetres: squareMetresField, codes: z.array(z.string()).readonly() });

export const accountAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  planVersion: z.string(),
  ...basisFields,
  rows: z.array(
    z.object({
      phase: phaseField,
      outlineSquareMetres: squareMetresField,
      figures: z.record(z.enum(accountColumns), figureSchema),
      balanceSquareMetres: z.number().meta({ description: 'Outline minus everything in it: zero' }),
    }),
  ),
});

const amountSchema = z.object({
  squareMetres: squareMetresField,
  count: z.number().int().nonnegative().meta({ description: 'Parcels; in columns that are no parcels, zones' }),
});

const causeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('gate'), gate: gateSchema, on: daySchema, forecast: z.boolean() }),
    z.object({
      kind: z.literal('claim'),
      project: z.string(),
      claimKind: claimKindSchema,
      on: daySchema,
      isEnd: z.boolean(),
    }),
    z.object({ kind: z.literal('stage'), project: z.string(), stage: projectStageSchema.nullable(), on: daySchema }),
    z.object({ kind: z.literal('plan-version'), planVersion: z.string(), on: daySchema }),
    z.object({ kind: z.literal('boundary'), on: daySchema }),
    z.object({ kind: z.literal('knowledge'), on: daySchema }),
  ])
  .meta({ description: 'What moved it, and the day from which it counts' });

const movedSchema = z.array(
  z.object({
    kind: z.enum(['parcel', 'zone']),
    code: z.string(),
    squareMetres: squareMetresField,
    cause: causeSchema,
  }),
);

const sideSchema = z.object({ on: daySchema, forecast: forecastField, planVersion: z.string() });

export const comparisonAnswer = z.object({
  seq: seqField,
  known: daySchema,
  from: sideSchema,
  to: sideSchema,
  ...basisFields,
  rows: z.array(
    z.object({
      phase: phaseField,
      columns: z.record(
        z.enum(accountColumns),
        z.object({
          before: amountSchema,
          after: amountSchema,
          differenceSquareMetres: z.number().meta({ description: 'After minus before: what entered minus what left' }),
          entered: movedSchema,
          left: movedSchema,
        }),
      ),
    }),
  ),
});

export const curveAnswer = z.object({
  seq: seqField,
  known: daySchema,
  phase: phaseField,
  ...basisFields,
  points: z.array(
    z.object({
      on: daySchema,
      forecast: forecastField,
      planVersion: z.string(),
      columns: z.record(z.enum(accountColumns), amountSchema),
      statuses: z
        .record(z.enum(parcelStatuses), amountSchema)
        .meta({ description: 'Every planned parcel in one status: together they are the planned area' }),
    }),
  ),
});
