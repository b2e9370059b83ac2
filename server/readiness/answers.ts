import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { batchSteps } from '../../domain/parcel/approval-batches.ts';
import { readinessStates } from '../../domain/parcel/readiness.ts';
import { gateSchema } from '../../domain/parcel/schema.ts';
import { utilities, utilityLists, type UtilityListName } from '../../domain/parcel/utility-lists.ts';
import { roadLayerSchema } from '../../domain/road/schema.ts';
import { asOfAnswer } from '../http/as-of.ts';
import { seqField, squareMetresField } from '../http/describe.ts';
import { gateSourceSchema } from '../parcels/answers.ts';

const head = { seq: seqField, ...asOfAnswer };
const codesField = z.array(z.string()).readonly();
const figureFields = { codes: codesField, squareMetres: squareMetresField };

const roadPlace = {
  layer: roadLayerSchema,
  fromMetres: z.number().meta({ description: 'Centreline measure' }),
  toMetres: z.number(),
};

const latePlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work'), code: z.string() }),
  z.object({ kind: z.literal('road'), code: z.string(), ...roadPlace }),
  z.object({ kind: z.literal('gate'), code: z.string(), gate: gateSchema, document: z.string().nullable() }),
]);

const standFields = {
  state: z.enum(readinessStates),
  on: daySchema.nullable().meta({ description: 'Ready since, ready by, or given since; null when blocked' }),
  plannedOn: daySchema.nullable().meta({ description: 'The same by plans alone, nothing slipping' }),
  isLate: z.boolean(),
};

const listNames = utilityLists.map(({ name }) => name) as [UtilityListName, ...UtilityListName[]];
const utilitiesSchema = z.object({
  count: z.number().int(),
  utilities: z.array(z.enum(utilities)).readonly(),
  isLevelled: z.boolean(),
  list: z.enum(listNames).nullable(),
  next: z.object({ list: z.enum(listNames), lacks: z.array(z.enum(utilities)).readonly() }).nullable(),
});

export const readinessAnswer = z.object({
  ...head,
  groups: z.array(
    z.object({
      state: z.enum(readinessStates),
      month: z.string().nullable().meta({ description: 'YYYY-MM of the expected day', example: '2007-12' }),
      ...figureFields,
      lateCount: z.number().int(),
    }),
  ),
  phases: z.array(
    z.object({
      phase: z.string(),
      utilities: utilitiesSchema.nullable().meta({ description: 'What all its developed parcels have' }),
    }),
  ),
  parcels: z.array(
    z.object({
      code: z.string(),
      ...standFields,
      waitsFor: z.array(gateSchema).meta({ description: 'Gates for supply that are missing' }),
      lacksPlan: z.array(gateSchema).meta({ description: 'Those of them that no plan leads to' }),
    }),
  ),
});

export const parcelReadinessAnswer = z.object({
  ...head,
  readiness: z.object({
    ...standFields,
    blockers: z.array(
      z.object({
        gate: gateSchema,
        source: gateSourceSchema,
        sections: codesField.meta({ description: 'Sections that build the road in front of the parcel' }),
        plannedOn: daySchema.nullable(),
        slippedOn: daySchema.nullable().meta({ description: 'null: no plan leads there' }),
        isLate: z.boolean(),
        because: z.array(latePlanSchema),
      }),
    ),
  }),
  utilities: utilitiesSchema,
  batch: z
    .object({ document: z.string(), plannedOn: daySchema.nullable(), doneOn: daySchema.nullable(), ...figureFields })
    .nullable(),
});

export const batchesAnswer = z.object({
  ...head,
  batches: z.array(
    z.object({
      document: z.string().nullable(),
      plannedOn: daySchema.nullable(),
      slippedOn: daySchema.nullable(),
      doneOn: daySchema.nullable(),
      ...figureFields,
      reached: z.record(z.enum(batchSteps), z.object(figureFields)),
    }),
  ),
  total: z.record(z.enum(batchSteps), z.object(figureFields)),
});

const stakeFields = {
  parcels: codesField,
  projects: codesField.meta({ description: 'Projects with a live claim on those parcels, each once' }),
  investmentYuan: z.number().int(),
  squareMetres: squareMetresField,
};

export const risksAnswer = z.object({
  ...head,
  risks: z.array(
    z.object({
      late: z.intersection(
        latePlanSchema,
        z.object({ plannedOn: daySchema, slippedOn: daySchema, lateDays: z.number().int(), isAssumed: z.boolean() }),
      ),
      holdsSupply: z.boolean().meta({ description: 'false: it only keeps land from being serviced' }),
      ...stakeFields,
    }),
  ),
  total: z.object(stakeFields).meta({ description: 'All together, each parcel and project once' }),
});
