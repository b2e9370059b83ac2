import { z } from 'zod';
import { daySchema } from '../day-schema.ts';
import { parcelCodesSchema } from '../parcel/schema.ts';
import { claimKinds, projectStages } from './stages.ts';

export * from './stages.ts';

export const projectStageSchema = z.enum(projectStages);

export const projectSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  company: z.string(),
  companyEn: z.string(),
  product: z.string(),
  productEn: z.string(),
  cluster: z.string(),
  clusterEn: z.string(),
  kind: z.enum(['industrial', 'public']),
  totalInvestmentYuan: z.number().int().nonnegative(),
  fixedInvestmentYuan: z.number().int().nonnegative().nullable(),
  landWantedSquareMetres: z.number().nonnegative().nullable(),
  outputPerYear: z.object({ quantity: z.number(), unit: z.string(), unitEn: z.string() }).nullable(),
  officer: z.string(),
  stages: z.array(z.object({ stage: projectStageSchema, on: daySchema })),
  /** What was put into the land as reported on a day: idle land is told from it. */
  progress: z
    .array(
      z.object({
        on: daySchema,
        investedYuan: z.number().int().nonnegative(),
        developedSquareMetres: z.number().nonnegative(),
        isStopped: z.boolean(),
      }),
    )
    .default([]),
  /** Whose fault a late start is; land the government delays is not taken back. */
  idleCause: z.enum(['enterprise', 'government']).nullable().default(null),
});
export type Project = z.infer<typeof projectSchema>;

export const claimKindSchema = z.enum(claimKinds);

export const claimSchema = z.object({
  id: z.string(),
  project: z.string(),
  parcel: z.string(),
  kind: claimKindSchema,
  fromOn: daySchema,
  untilOn: daySchema.nullable(),
  /** The days a contract agrees for the start and the end of building. */
  startBy: daySchema.nullable().default(null),
  finishBy: daySchema.nullable().default(null),
});
/** A project's claim on a parcel, live on the days `fromOn <= day < untilOn`. */
export type Claim = z.infer<typeof claimSchema>;

export const assignParcelsSchema = z.object({
  project: z.string().min(1).max(40),
  parcels: parcelCodesSchema,
  kind: claimKindSchema,
  fromOn: daySchema,
  untilOn: daySchema.nullable().default(null),
  startBy: daySchema.nullable().default(null),
  finishBy: daySchema.nullable().default(null),
});
export type AssignParcels = z.infer<typeof assignParcelsSchema>;

export const releaseParcelsSchema = z.object({
  parcels: parcelCodesSchema,
  on: daySchema,
  reason: z.string().trim().min(1).max(500),
});
export type ReleaseParcels = z.infer<typeof releaseParcelsSchema>;

export const recordStageSchema = z.object({
  project: z.string().min(1).max(40),
  stage: projectStageSchema,
  on: daySchema,
  /** Why a project goes back in the pipeline. */
  reason: z.string().trim().min(1).max(500).nullable().default(null),
});
export type RecordStage = z.infer<typeof recordStageSchema>;
