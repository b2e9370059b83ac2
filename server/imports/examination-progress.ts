import { z } from '@hono/zod-openapi';

export const examinationStages = [
  'reading',
  'placing',
  'features',
  'corners',
  'overlaps',
  'gaps',
  'outline',
  'existing',
  'repairing',
  'comparing',
] as const;

/** How far the examination of a file is. */
export const examinationProgress = z.object({
  stage: z.enum(examinationStages),
  done: z.number().int(),
  total: z.number().int(),
});
export type ExaminationProgress = z.infer<typeof examinationProgress>;
