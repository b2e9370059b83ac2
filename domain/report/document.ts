import { z } from 'zod';
import { accountColumns } from '../account/columns.ts';
import { daySchema } from '../day-schema.ts';

export const sourceKinds = [
  'parcel',
  'zone',
  'plan-version',
  'survey',
  'road',
  'work',
  'section',
  'payment',
  'project',
  'milestone',
  'target',
  'fund',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Things of one kind in one park that a figure was computed from. */
export const sourceSchema = z.object({
  park: z.string(),
  kind: z.enum(sourceKinds),
  codes: z.array(z.string()).readonly(),
});
export type Source = z.infer<typeof sourceSchema>;

export const quantitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('area'), squareMetres: z.number(), unit: z.enum(['亩', '平方公里']) }),
  z.object({ kind: z.literal('money'), yuan: z.number().int() }),
  z.object({ kind: z.literal('yuan-per-area'), yuan: z.number().int(), squareMetres: z.number().positive() }),
  z.object({ kind: z.literal('length'), metres: z.number() }),
  z.object({ kind: z.literal('volume'), cubicMetres: z.number() }),
  z.object({ kind: z.literal('share'), numerator: z.number().int(), denominator: z.number().int().positive() }),
  z.object({ kind: z.literal('ratio'), numerator: z.number().int(), denominator: z.number().int().positive() }),
  z.object({ kind: z.literal('amount'), quantity: z.number(), unit: z.string() }),
  z.object({ kind: z.literal('day'), day: daySchema, style: z.enum(['day', 'month']) }),
]);
/** An exact value: square metres, whole yuan, metres, cubic metres, a fraction, a counted amount, or a day. */
export type Quantity = z.infer<typeof quantitySchema>;

export const figureSchema = z.object({
  id: z.string().meta({ description: 'F1 … F19: its place in the yearly report; others are named by what they are' }),
  name: z.string(),
  quantity: quantitySchema,
  wording: z.string().meta({ description: 'As written in the text' }),
  exact: z.string().meta({ description: 'The value with its unit, rounded half up only in the last place shown' }),
  on: daySchema,
  isForecast: z.boolean(),
  areaKind: z.literal('plane').nullable(),
  column: z.enum(accountColumns).nullable().meta({ description: 'The column of the land account that this is' }),
  sources: z.array(sourceSchema).readonly(),
});
export type ReportFigure = z.infer<typeof figureSchema>;

export const pieceSchema = z.union([z.object({ text: z.string() }), z.object({ figure: z.string() })]);
export type Piece = z.infer<typeof pieceSchema>;

export const sentenceSchema = z.object({ id: z.string(), pieces: z.array(pieceSchema).readonly() });
export type Sentence = z.infer<typeof sentenceSchema>;

export const reportSchema = z.object({
  kind: z.enum(['yearly', 'weekly']),
  park: z.string(),
  parkName: z.string(),
  title: z.string(),
  on: daySchema,
  knownOn: daySchema,
  isForecast: z.boolean(),
  sections: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        paragraphs: z
          .array(z.object({ style: z.enum(['text', 'item']), sentences: z.array(sentenceSchema).readonly() }))
          .readonly(),
      }),
    )
    .readonly(),
  notes: z.array(z.string()).readonly(),
  figures: z.array(figureSchema).readonly(),
});
/** A report as data: sections of sentences whose figures are named in the text and told in full in `figures`. */
export type ReportDocument = z.infer<typeof reportSchema>;
export type Section = ReportDocument['sections'][number];
export type Paragraph = Section['paragraphs'][number];
