import { z } from '@hono/zod-openapi';
import { commandNames } from '../../domain/access/roles.ts';
import { accountColumns } from '../../domain/account/account.ts';
import { daySchema } from '../../domain/day-schema.ts';
import { boundarySchema, gateRecordSchema, parcelSchema, parcelStatusSchema } from '../../domain/parcel/schema.ts';
import { claimSchema, projectSchema } from '../../domain/project/schema.ts';
import { refusalCodes } from '../../domain/refusals.ts';
import { roadLayerSchema, stretchSchema } from '../../domain/road/schema.ts';
import { workSchema } from '../../domain/work/schema.ts';
import { seqField } from '../http/describe.ts';

const changeOf = <Name extends string, Row extends z.ZodType>(table: Name, row: Row) =>
  z.object({ table: z.literal(table), before: row.nullable(), after: row.nullable() });

const changeSchema = z.discriminatedUnion('table', [
  changeOf('parcel', parcelSchema),
  changeOf('boundary', boundarySchema),
  changeOf('gate', gateRecordSchema),
  changeOf('stretch', stretchSchema),
  changeOf('work', workSchema),
  changeOf('project', projectSchema),
  changeOf('claim', claimSchema),
]);

const changes = z.array(changeSchema).readonly();

export const eventSchema = z
  .object({
    seq: seqField,
    id: z.uuid(),
    actor: z.string(),
    actorId: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    effectiveOn: daySchema,
    command: z.enum(commandNames),
    input: z.unknown(),
    subjects: z.array(z.string()).readonly(),
    changes,
    reason: z.string().nullable(),
    documents: z.array(z.uuid()).readonly(),
    undoes: z.number().int().nullable(),
    undoneBy: z.number().int().nullable(),
  })
  .meta({ id: 'Event' });

export const commandAnswer = z.object({
  seq: seqField,
  event: eventSchema.nullable().meta({ description: 'null in a preview' }),
  changes,
  moved: z.array(z.object({ parcel: z.string(), before: parcelStatusSchema, after: parcelStatusSchema })).readonly(),
  effect: z.object({
    on: daySchema,
    known: daySchema,
    rows: z
      .array(
        z.object({
          phase: z.string().nullable(),
          columns: z
            .array(
              z.object({
                column: z.enum(accountColumns),
                beforeSquareMetres: z.number(),
                afterSquareMetres: z.number(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
  refused: z
    .array(
      z.object({
        parcel: z.string(),
        code: z.enum(refusalCodes),
        field: z.string().nullable(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    )
    .readonly()
    .meta({ description: 'The parcels a partial preview left out, and why' }),
  roads: z
    .array(
      z.object({
        road: z.string(),
        layer: roadLayerSchema,
        beforeMetres: z.number(),
        afterMetres: z.number(),
        lengthMetres: z.number(),
      }),
    )
    .readonly(),
});
