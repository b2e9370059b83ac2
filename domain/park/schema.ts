import { z } from 'zod';
import { daySchema } from '../day-schema.ts';
import { gateSchema } from '../parcel/schema.ts';
import { roadLayerSchema } from '../road/schema.ts';

export const parkSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  county: z.string(),
  countyEn: z.string(),
  epsg: z.number().int(),
  originEast: z.number().int(),
  originNorth: z.number().int(),
  schematic: z.boolean(),
  dataAsOf: daySchema,
  timelineFrom: daySchema,
  timelineTo: daySchema,
  gatesForSupply: z.array(gateSchema),
  gatesForService: z.array(gateSchema),
  roadGateLayer: roadLayerSchema,
});
/** A park: its legal grid (EPSG code and integer-metre origin) and the gates its land must pass. */
export type Park = z.infer<typeof parkSchema>;

export const planVersionSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  designer: z.string(),
  inForceFrom: daySchema,
  standard: z.string(),
});
export type PlanVersion = z.infer<typeof planVersionSchema> & { readonly twiceAreaSquareMillimetres: number };

export const surveyExtentSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  scale: z.number(),
  surveyedOn: daySchema,
});
export type SurveyExtent = z.infer<typeof surveyExtentSchema> & { readonly twiceAreaSquareMillimetres: number };

export const phaseSchema = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
export type Phase = z.infer<typeof phaseSchema> & { readonly twiceAreaSquareMillimetres: number };

/** Which column of the land account a land-use code belongs to. */
export const landAccountSchema = z.enum(['parcel', 'road', 'green', 'water', 'utility', 'rest']);
export type LandAccount = z.infer<typeof landAccountSchema>;

export const landUseSchema = z.object({
  standard: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  account: landAccountSchema,
  gb50137: z.string().nullable(),
  guide2023: z.string().nullable(),
  fill: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
});
export type LandUse = z.infer<typeof landUseSchema>;

export const zoneSchema = z.object({
  code: z.string(),
  planVersion: z.string(),
  standard: z.string(),
  landUse: z.string(),
  phase: z.string().nullable(),
  name: z.string().nullable().default(null),
});
export type Zone = z.infer<typeof zoneSchema> & {
  readonly account: LandAccount;
  readonly twiceAreaSquareMillimetres: number;
};

export const milestoneSchema = z.object({
  code: z.string(),
  on: daySchema,
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(['plan', 'survey', 'design', 'works', 'other']),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What a target is measured by. Increments count from the last day of the year before. */
export const targetMeasureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work'), work: z.string() }),
  z.object({ kind: z.literal('land'), column: z.enum(['developed', 'available']), isIncrement: z.boolean() }),
  z.object({
    kind: z.literal('roads-finished'),
    layers: z.array(roadLayerSchema).min(1),
    roads: z.array(z.string()).min(1),
  }),
  z.object({ kind: z.literal('surveyed') }),
]);
export type TargetMeasure = z.infer<typeof targetMeasureSchema>;

export const targetSchema = z.object({
  code: z.string(),
  year: z.number().int(),
  name: z.string(),
  nameEn: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  unitEn: z.string().nullable(),
  measure: targetMeasureSchema.nullable(),
});
/** An aim of a year and what its actual value follows from; `measure` null: nobody can compute it yet. */
export type Target = z.infer<typeof targetSchema>;

export const fundSchema = z.object({
  code: z.string(),
  year: z.number().int(),
  source: z.string(),
  sourceEn: z.string(),
  plannedYuan: z.number().int(),
  receipts: z.array(z.object({ on: daySchema, amountYuan: z.number().int() })),
});
export type Fund = z.infer<typeof fundSchema>;
