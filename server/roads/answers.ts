import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { accessSchema, sideSchema } from '../../domain/parcel/schema.ts';
import { roadLayerSchema, roadSchema, stretchSchema } from '../../domain/road/schema.ts';
import { seqField } from '../http/describe.ts';

export const layerProgressSchema = z.object({
  layer: roadLayerSchema,
  doneMetres: z.number().meta({ description: 'Union length done on the full width' }),
  expectedMetres: z.number().meta({ description: 'The same with what is planned by the day counted as done' }),
  intervals: z
    .array(
      z.object({
        fromMetres: z.number(),
        toMetres: z.number(),
        side: sideSchema,
        state: z.enum(['done', 'forecast', 'planned']),
      }),
    )
    .readonly(),
});

const measuredRoadSchema = roadSchema.extend({ lengthMetres: z.number() });

export const roadsAnswer = z.object({
  seq: seqField,
  roads: z.array(measuredRoadSchema.extend({ layers: z.array(layerProgressSchema) })),
});

export const roadAnswer = z.object({
  seq: seqField,
  road: measuredRoadSchema,
  layers: z.array(layerProgressSchema),
  stretches: z.array(stretchSchema),
  serves: z.array(accessSchema.omit({ road: true }).extend({ parcel: z.string(), reachedOn: daySchema.nullable() })),
});
