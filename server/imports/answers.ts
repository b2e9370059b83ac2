import { z } from '@hono/zod-openapi';

export const importFileSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    addedBy: z.string(),
    addedAt: z.string(),
  })
  .meta({ id: 'ImportFile' });

const both = z.object({ zh: z.string(), en: z.string() });
const place = z.tuple([z.number(), z.number()]).nullable().meta({ description: 'Longitude, latitude' });

export const examinationAnswer = z.object({
  import: importFileSchema,
  format: z.string(),
  encoding: z.string().nullable(),
  layers: z
    .array(
      z.object({
        name: z.string(),
        features: z.number().int(),
        areas: z.number().int(),
        lines: z.number().int(),
        points: z.number().int(),
        isChosen: z.boolean(),
      }),
    )
    .meta({ description: 'Every layer of the file; areas: records that are land' }),
  notes: z.array(z.object({ code: z.string(), severity: z.string(), line: z.number().nullable(), words: both })),
  candidates: z.array(
    z.object({
      system: z.union([z.number(), z.literal('local')]),
      isSwapped: z.boolean(),
      droppedPrefix: z.number().nullable(),
      needsShift: z.boolean(),
      isCertain: z.boolean(),
      isBlocked: z.boolean().meta({ description: 'A warning says that the file may hardly be placed so' }),
      distanceMetres: z.number().nullable(),
      outlineDegrees: z.array(z.array(z.number())).nullable(),
      reasons: z.array(both),
      warnings: z.array(both),
    }),
  ),
  placed: z
    .object({
      features: z.number().int(),
      otherRecords: z.number().int(),
      faults: z.array(z.object({ code: z.string(), line: z.number().nullable(), corner: z.number() })),
      findings: z
        .array(
          z.object({
            code: z.string(),
            severity: z.enum(['error', 'warning', 'hint']),
            feature: z.number().int(),
            featureCode: z.string().nullable(),
            line: z.number().nullable(),
            place,
            repair: z
              .object({
                key: z.string(),
                kind: z.string(),
                changeSquareMetres: z.number(),
                from: place,
                to: place,
                words: both,
              })
              .nullable(),
            words: both,
          }),
        )
        .meta({ description: 'At most 1000, of every code its first ones; counts has them all' }),
      counts: z.record(z.string(), z.number()),
      repaired: z.array(
        z.object({ feature: z.number().int(), beforeSquareMetres: z.number(), afterSquareMetres: z.number() }),
      ),
      taken: z
        .array(
          z.object({
            key: z.string(),
            kind: z.string(),
            feature: z.number().int(),
            featureCode: z.string().nullable(),
            words: both,
          }),
        )
        .meta({ description: 'The repairs that were done, in their order' }),
      same: z
        .object({ parcels: z.number().int(), squareMetres: z.number() })
        .meta({ description: 'Parcels the file has as the park has them; they are no entries' }),
      entries: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['reshaped', 'added', 'removed']),
          code: z.string().nullable(),
          fileCode: z.string().nullable(),
          feature: z.number().int().nullable(),
          beforeSquareMetres: z.number().nullable(),
          afterSquareMetres: z.number().nullable(),
          movedMillimetres: z.number().nullable(),
          isRoundingOnly: z.boolean(),
          from: z.array(z.string()),
          needs: z.array(z.string()),
          joins: z.array(z.string()).meta({ description: 'Parcels that stay and get a corner of its boundary' }),
          ownCorners: z.number().int().meta({ description: 'Corners of such parcels that its boundary is given' }),
          project: z.string().nullable().meta({ description: 'Who holds the parcel on that day' }),
          gates: z
            .number()
            .int()
            .meta({ description: 'Recorded gates that the parcel keeps or is given by those it is made of' }),
          lacks: z.string().nullable().meta({ description: 'What the plan lacks for a new parcel' }),
          faults: z.array(z.object({ code: z.string(), bars: z.string(), others: z.array(z.string()), words: both })),
        }),
      ),
    })
    .nullable(),
});
export type ExaminationAnswer = z.infer<typeof examinationAnswer>;
