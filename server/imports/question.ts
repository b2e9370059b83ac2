import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { importScopes } from '../../domain/survey/proposal/proposal.ts';
import { transformationSchema } from '../../domain/survey/system/shift/transformation.ts';

/** How the bytes of a file are to be understood; null: as they seem to be. */
export const readingSchema = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable().default(null),
  member: z.string().max(500).nullable().default(null).meta({ description: 'Which shapefile of a zip with several' }),
  as: z.enum(['area', 'line', 'points']).nullable().default(null).meta({ description: 'What the rows of a table are' }),
  layers: z.array(z.string().max(500)).max(1000).nullable().default(null).meta({ description: 'Null: all of them' }),
});
export type Reading = z.infer<typeof readingSchema>;

/** How the numbers of a file become places, as a person has confirmed it. */
export const placingSchema = z.object({
  system: z.union([z.number().int().positive(), z.literal('local')]),
  isSwapped: z.boolean().default(false),
  droppedPrefix: z.number().int().nullable().default(null),
  transformation: transformationSchema.nullable().default(null),
});

/** What is to be made of a file. */
export const importQuestionSchema = z.object({
  reading: readingSchema.default({ encoding: null, member: null, as: null, layers: null }),
  placing: placingSchema.nullable().default(null).meta({ description: 'Null: no system is confirmed yet' }),
  repairs: z
    .union([z.boolean(), z.array(z.string().max(120)).max(20_000)])
    .default(false)
    .meta({ description: 'Safe repairs that are taken before anything else: all, none, or those of these keys' }),
  scope: z.enum(importScopes).default('held'),
  codes: z
    .record(z.string().regex(/^\d{1,7}$/), z.string().trim().min(1).max(40))
    .default({})
    .meta({ description: 'Codes a person gives to features, by their number in the file' }),
  on: daySchema.meta({ description: 'The day from which the boundaries hold' }),
});
export type ImportQuestion = z.infer<typeof importQuestionSchema>;

export const importLandSchema = importQuestionSchema.extend({
  import: z.uuid(),
  placing: placingSchema,
  chosen: z
    .union([z.literal('all'), z.array(z.string().max(60)).min(1).max(200_000)])
    .meta({ description: 'The entries of the proposal that are accepted; all: those nothing speaks against' }),
  reason: z.string().trim().max(500).nullable().default(null),
});
export type ImportLand = z.infer<typeof importLandSchema>;
