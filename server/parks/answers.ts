import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import {
  landUseSchema,
  parkSchema,
  phaseSchema,
  planVersionSchema,
  surveyExtentSchema,
} from '../../domain/park/schema.ts';
import { gateSchema, parcelStatusSchema } from '../../domain/parcel/schema.ts';
import { claimSchema } from '../../domain/project/schema.ts';
import { asOfAnswer } from '../http/as-of.ts';
import { seqField, squareMetresField } from '../http/describe.ts';
import { layerProgressSchema } from '../roads/answers.ts';

const boundsSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: 'west, south, east, north in degrees' });

export const parksAnswer = z.object({
  parks: z.array(
    parkSchema
      .pick({ code: true, name: true, nameEn: true, county: true, countyEn: true, schematic: true })
      .extend({ outlineSquareMetres: squareMetresField, bounds: boundsSchema }),
  ),
});

export const parkAnswer = z.object({
  park: parkSchema,
  seq: seqField,
  knownUntil: daySchema,
  today: daySchema,
  planVersions: z.array(planVersionSchema.extend({ squareMetres: squareMetresField })),
  inForce: z.string(),
  phases: z.array(phaseSchema.extend({ squareMetres: squareMetresField })),
  surveys: z.array(
    surveyExtentSchema.extend({ squareMetres: squareMetresField, containsPlanVersions: z.array(z.string()) }),
  ),
  landUses: z.array(landUseSchema),
  bounds: boundsSchema,
});

export const parcelStateFields = {
  status: parcelStatusSchema,
  claim: claimSchema.pick({ id: true, kind: true, project: true }).nullable(),
  missing: z.array(gateSchema).readonly().meta({ description: 'Gates for supply that are not reached' }),
};

export const stateAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  landVersion: seqField.meta({ description: 'The last event that changed the boundaries of parcels; 0: none did' }),
  parcels: z.array(z.object({ code: z.string(), ...parcelStateFields })),
  works: z.array(z.object({ code: z.string(), reachedOn: daySchema.nullable(), forecast: z.boolean() })),
  roads: z.array(z.object({ code: z.string(), layers: z.array(layerProgressSchema) })),
});
