import { z } from '@hono/zod-openapi';
import { findingKinds } from '../../domain/ledger/finding.ts';
import { ledgerColumns } from '../../domain/ledger/land-parts.ts';
import { squareMetresField } from '../http/describe.ts';

const signed = z.number();
const count = z.number().int().nonnegative();
const ellipsoidField = z.number().meta({ description: 'Area on the CGCS2000 ellipsoid, m²' });
const registeredField = z.number().meta({ description: 'Area in the land register, m²' });

const partSchema = z.object({ kind: z.enum(['parcel', 'zone']), code: z.string(), phase: z.string().nullable() });

const findingSchema = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
  properties: z.object({
    code: z.string().meta({ description: 'The id again: what it is called' }),
    kind: z.enum(findingKinds),
    planVersion: z.string(),
    phases: z.array(z.string()).readonly(),
    parts: z.array(partSchema).readonly(),
    neighbours: z.array(partSchema).readonly(),
    squareMetres: squareMetresField,
    widthMillimetres: z.number().meta({ description: 'Mean width: twice the area over the length of the outline' }),
    isSliver: z.boolean(),
  }),
});

const rowSchema = z.object({
  phase: z.string().nullable().meta({ description: 'null: the whole plan version' }),
  outlineSquareMetres: squareMetresField,
  columns: z.record(z.enum(ledgerColumns), z.object({ squareMetres: squareMetresField, count })),
  outsideSquareMetres: squareMetresField.meta({ description: 'Booked here, lies beyond the outline' }),
  enteredSquareMetres: squareMetresField.meta({ description: 'Booked in another phase, lies here' }),
  overlapsSquareMetres: squareMetresField.meta({ description: 'Counted more than once' }),
  residualSquareMetres: squareMetresField.meta({ description: 'Explained by no part' }),
  roundingSquareMetres: signed.meta({
    description: 'outline - (columns - outside + entered - overlaps + residual): what rounded corners moved',
  }),
});

const shareSchema = z.object({ code: z.string(), squareMetres: squareMetresField });

const parcelSchema = z.object({
  code: z.string(),
  phase: z.string(),
  planeSquareMetres: squareMetresField,
  ellipsoidSquareMetres: ellipsoidField,
  registeredSquareMetres: registeredField.nullable(),
  difference: z
    .object({
      squareMetres: signed.meta({ description: 'Registered minus plane' }),
      perMille: signed,
      allowedSquareMetres: z.number(),
      isWithin: z.boolean(),
    })
    .nullable(),
  inPhases: z.array(shareSchema),
  inZones: z.array(shareSchema),
});

export const ledgerAnswer = z.object({
  planVersion: z.string(),
  epsg: z.number().int(),
  rows: z.array(rowSchema),
  checked: z.object({ parts: count, corners: count }),
  sliverMillimetres: z.number(),
  findings: z.object({ type: z.literal('FeatureCollection'), features: z.array(findingSchema) }),
  tolerance: z.object({ squareMetres: z.number(), perMille: z.number() }),
  parcels: z.array(parcelSchema),
  totals: z.object({
    count,
    planeSquareMetres: squareMetresField,
    ellipsoidSquareMetres: ellipsoidField,
    registered: z.object({ count, registeredSquareMetres: registeredField, planeSquareMetres: squareMetresField }),
  }),
});
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;
