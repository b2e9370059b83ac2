import { z } from 'zod';
import { daySchema, givesOneDay, oneDayError } from '../day-schema.ts';
import { sideSchema } from '../parcel/schema.ts';
import { roadClasses, roadLayers } from './layers.ts';

export * from './layers.ts';

export const roadLayerSchema = z.enum(roadLayers);

export const roadSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  class: z.enum(roadClasses),
  designWidthMetres: z.number().positive(),
  /** Chainage equations (断链): at `atMetres` of the centreline the marks go on with `aheadMetres`. */
  equations: z.array(z.object({ atMetres: z.number().positive(), aheadMetres: z.number().nonnegative() })).default([]),
});
/** A road; `lengthMetres` is the plane length of its centreline. */
export type Road = z.infer<typeof roadSchema> & { readonly lengthMetres: number };

export const stretchSchema = z.object({
  id: z.string(),
  road: z.string(),
  layer: roadLayerSchema,
  side: sideSchema,
  fromMetres: z.number(),
  toMetres: z.number(),
  plannedOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  section: z.string().nullable(),
  quantity: z.number().nullable(),
  unit: z.enum(['m', 'm3']).nullable(),
});
export type Stretch = z.infer<typeof stretchSchema>;

/** Record that a layer is done, or planned, between two chainages. Exactly one of the days is given. */
export const recordStretchSchema = z
  .object({
    road: z.string().min(1).max(40),
    layer: roadLayerSchema,
    side: sideSchema,
    fromMetres: z.number().min(0).max(1_000_000),
    toMetres: z.number().min(0).max(1_000_000),
    doneOn: daySchema.nullable().default(null),
    plannedOn: daySchema.nullable().default(null),
  })
  .refine(givesOneDay, oneDayError);
export type RecordStretch = z.infer<typeof recordStretchSchema>;
