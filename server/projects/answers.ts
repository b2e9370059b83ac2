import { z } from '@hono/zod-openapi';
import { daySchema } from '../../domain/day-schema.ts';
import { idleLevels } from '../../domain/project/idle-rules.ts';
import { claimSchema, projectSchema, projectStages, projectStageSchema } from '../../domain/project/schema.ts';
import { asOfAnswer } from '../http/as-of.ts';
import { seqField, squareMetresField } from '../http/describe.ts';

const perMu = z.number().nullable().meta({ description: 'Yuan per 亩 of the land held; null without land' });
const days = z.number().int().nonnegative();
const share = z.object({ numerator: z.number(), denominator: z.number() });

export const projectsAnswer = z.object({
  seq: seqField,
  projects: z.array(
    projectSchema.extend({
      stage: projectStageSchema.nullable(),
      claims: z.array(claimSchema).readonly().meta({ description: 'Claims live on the day asked for' }),
      heldSquareMetres: squareMetresField,
      totalYuanPerMu: perMu,
      fixedYuanPerMu: perMu,
    }),
  ),
});

const sum = {
  projects: z.array(z.string()).readonly(),
  totalInvestmentYuan: z.number(),
  fixedInvestmentYuan: z.number(),
  wantedSquareMetres: z.number(),
  heldSquareMetres: squareMetresField,
  totalYuanPerMu: perMu,
  fixedYuanPerMu: perMu,
};
const stageCounts = z.record(z.enum(projectStages), z.number().int());

export const pipelineAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  total: z.object(sum),
  stages: z.array(z.object({ stage: projectStageSchema, ...sum })),
  clusters: z.array(
    z.object({
      cluster: z.string(),
      clusterEn: z.string(),
      kind: projectSchema.shape.kind,
      stages: stageCounts,
      ...sum,
    }),
  ),
  officers: z.array(z.object({ officer: z.string(), stages: stageCounts, ...sum })),
});

export const idleLandAnswer = z.object({
  seq: seqField,
  ...asOfAnswer,
  rules: z.object({
    code: z.string(),
    source: z.string(),
    sourceEn: z.string(),
    inForceFrom: daySchema,
    idleAfterDays: days,
    takeBackAfterDays: days,
    developedShare: share,
    investedShare: share,
    feePercent: z.number(),
  }),
  isBeforeRules: z.boolean().meta({ description: 'The rules were not in force yet: reckoned as if they were' }),
  clocks: z.array(
    z.object({
      project: z.string(),
      parcels: z.array(z.string()).readonly(),
      squareMetres: squareMetresField,
      why: z.enum(['not-started', 'stopped']),
      since: daySchema,
      days,
      level: z.enum(idleLevels),
      redOn: daySchema,
      darkOn: daySchema,
      isExempt: z.boolean(),
      cause: projectSchema.shape.idleCause.unwrap(),
    }),
  ),
});
