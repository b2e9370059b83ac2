import { z } from 'zod';

/** Metres on a plane to metres on another: N' = ΔN + k(N cosθ − E sinθ), E' = ΔE + k(N sinθ + E cosθ). */
export const fourParametersSchema = z.object({
  kind: z.literal('four'),
  /** EPSG number of the plane whose numbers go in, zone prefix as that number says; or coordinates of a place's own. */
  from: z.union([z.number().int().positive(), z.literal('local')]),
  /** EPSG number of the CGCS2000 plane whose numbers come out. */
  to: z.number().int().positive(),
  deltaNorthMetres: z.number(),
  deltaEastMetres: z.number(),
  rotationArcseconds: z.number(),
  scale: z.number().positive(),
});
export type FourParameters = z.infer<typeof fourParametersSchema>;

/** EPSG 1033 turns the position (position vector), EPSG 1032 the axes (coordinate frame): opposite signs of rotation. */
export const rotationConventionSchema = z.enum(['position-vector', 'coordinate-frame']);
export type RotationConvention = z.infer<typeof rotationConventionSchema>;

/** Geocentric metres on an old datum to geocentric metres on CGCS2000 (Bursa-Wolf, small angles). */
export const sevenParametersSchema = z.object({
  kind: z.literal('seven'),
  fromDatum: z.enum(['xian80', 'beijing54', 'new-beijing']),
  convention: rotationConventionSchema,
  deltaXMetres: z.number(),
  deltaYMetres: z.number(),
  deltaZMetres: z.number(),
  rotationXArcseconds: z.number(),
  rotationYArcseconds: z.number(),
  rotationZArcseconds: z.number(),
  scalePartsPerMillion: z.number(),
});
export type SevenParameters = z.infer<typeof sevenParametersSchema>;

export const transformationSchema = z.discriminatedUnion('kind', [fourParametersSchema, sevenParametersSchema]);
/** How places of an old or local system become CGCS2000: measured by somebody, never looked up. Stored as JSON. */
export type Transformation = z.infer<typeof transformationSchema>;

export const radiansPerArcsecond = Math.PI / 648_000;
