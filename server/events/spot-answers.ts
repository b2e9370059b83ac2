import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { documentSchema } from '../../domain/document/schema.ts';
import { gateSchema, sideSchema } from '../../domain/parcel/schema.ts';
import { claimKindSchema } from '../../domain/project/schema.ts';
import { roadLayerSchema } from '../../domain/road/schema.ts';
import { seqField } from '../http/describe.ts';
import { eventSchema } from './answers.ts';

const codes = z.array(z.string()).readonly();
const planHere = { planVersion: z.string(), zones: codes, parcels: codes };
const entry = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
  z.object({ kind: z.literal(kind), on: daySchema, ...fields });

const courseEntry = z.discriminatedUnion('kind', [
  entry('plan', planHere),
  entry('survey', { survey: z.string() }),
  entry('gate', { isPlan: z.boolean(), parcel: z.string(), gate: gateSchema }),
  entry('claim', { parcel: z.string(), project: z.string(), claim: claimKindSchema, untilOn: daySchema.nullable() }),
  entry('stretch', { isPlan: z.boolean(), road: z.string(), layer: roadLayerSchema, side: sideSchema }),
  entry('work', { isPlan: z.boolean(), work: z.string(), distanceMetres: z.number() }),
]);

const zoneHere = z.object({
  code: z.string(),
  standard: z.string(),
  landUse: z.string(),
  name: z.string().nullable(),
  phase: z.string().nullable(),
});

export const spotAnswer = z.object({
  seq: seqField,
  isInPark: z.boolean().meta({ description: 'Whether any plan version ever held the point' }),
  eastMetres: z.number().nullable().meta({ description: 'On the legal grid of the park; null far away from it' }),
  northMetres: z.number().nullable(),
  plans: z.array(z.object(planHere)).readonly(),
  zones: z.array(zoneHere).meta({ description: 'The zones of all plan versions here' }),
  surveys: codes,
  phases: codes,
  parcels: codes,
  roads: z
    .array(
      z.object({
        road: z.string(),
        chainageMetres: z.number(),
        offsetMetres: z.number(),
        side: z.enum(['left', 'right']).nullable(),
      }),
    )
    .readonly(),
  works: z.array(z.object({ work: z.string(), distanceMetres: z.number() })).readonly(),
  course: z.array(courseEntry).meta({ description: 'What has a day here, in order' }),
  photos: z.array(z.object({ document: documentSchema, distanceMetres: z.number() })),
  events: z.array(eventSchema).meta({ description: 'What was recorded about all this, newest first' }),
  documents: z.array(documentSchema).meta({ description: 'The photos and papers of these events' }),
  hasEarlier: z.boolean(),
});
